/** Which kinds the palette shows, in which order. Pure. */
import { FAMILIES, familyOf, type Family } from "../drawing/look";
import type { Kind } from "../shared/contract";

export interface Shelf {
  family: Family | "often";
  title: string;
  kinds: readonly Kind[];
}

/** What most designs begin with, in the order of a request's way through them. */
const OFTEN = ["client", "cdn", "load_balancer", "api_gateway", "service", "cache", "relational_db", "queue", "object_store"];

/** The kinds of the palette: those most designs begin with, then the others by family. */
export function paletteShelves(kinds: ReadonlyMap<string, Kind>): Shelf[] {
  const often = OFTEN.flatMap((id) => kinds.get(id) ?? []);
  const others = shelves(kinds).map((shelf) => ({ ...shelf, kinds: shelf.kinds.filter((kind) => !often.includes(kind)) }));
  const first: Shelf = { family: "often", title: "Used most", kinds: often };
  return [first, ...others].filter((shelf) => shelf.kinds.length > 0);
}

/** All kinds that can be drawn, by family. */
export function shelves(kinds: ReadonlyMap<string, Kind>): Shelf[] {
  const drawable = [...kinds.values()].filter(({ abstract }) => !abstract);
  return FAMILIES.map(([family, title]) => ({
    family,
    title,
    kinds: drawable.filter(({ id }) => familyOf(id, kinds) === family),
  })).filter((shelf) => shelf.kinds.length > 0);
}

/** How well a kind answers a search: the lower the better, undefined when it does not. */
function fit(kind: Kind, words: readonly string[]): number | undefined {
  const [title, about] = [kind.title.toLowerCase(), `${kind.id.replaceAll("_", " ")} ${kind.description}`.toLowerCase()];
  if (!words.every((word) => title.includes(word) || about.includes(word))) return undefined;
  if (title.startsWith(words.join(" "))) return 0;
  return words.every((word) => title.includes(word)) ? 1 : 2;
}

/** The kinds that answer a search, best first. */
export function search(kinds: ReadonlyMap<string, Kind>, query: string): Kind[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return [...kinds.values()]
    .filter(({ abstract }) => !abstract)
    .flatMap((kind) => {
      const rank = fit(kind, words);
      return rank === undefined ? [] : [{ kind, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ kind }) => kind);
}
