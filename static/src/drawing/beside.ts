/** Bring another drawing onto the board: under new ids, so that nothing there is overwritten. */
import { changed, isArrow, isText, randomId, type Arrow, type Element, type Text } from "./element";
import { bounds } from "./placement";

const GAP = 120;

/** The elements under new ids, with all they refer to renamed alike. References to nothing stay as they are. */
export function withNewIds(elements: readonly Element[]): Element[] {
  const ids = new Map<string, string>(elements.map(({ id }) => [id, randomId()]));
  const groups = new Map<string, string>();
  const idOf = (id: string) => ids.get(id) ?? id;
  const groupOf = (id: string) => groups.get(id) ?? (groups.set(id, randomId()), groups.get(id)!);
  return elements.map((element) => {
    const copy = {
      ...element,
      id: idOf(element.id),
      index: null,
      groupIds: (element.groupIds ?? []).map(groupOf),
      frameId: element.frameId ? idOf(element.frameId) : null,
      boundElements: element.boundElements?.map((bound) => ({ ...bound, id: idOf(bound.id) })) ?? null,
    } as Element;
    if (isText(copy)) return { ...copy, containerId: copy.containerId ? idOf(copy.containerId) : null } as Text;
    if (isArrow(copy) || copy.type === "line") return rebound(copy as Arrow, idOf);
    return copy;
  });
}

function rebound(arrow: Arrow, idOf: (id: string) => string): Arrow {
  const end = (binding: Arrow["startBinding"]) => binding && { ...binding, elementId: idOf(binding.elementId) };
  return { ...arrow, startBinding: end(arrow.startBinding), endBinding: end(arrow.endBinding) } as Arrow;
}

/** The incoming drawing, moved to the right of what is on the board. */
export function beside(there: readonly Element[], incoming: readonly Element[]): Element[] {
  const copies = withNewIds(incoming.filter((element) => !element.isDeleted));
  const [old, added] = [bounds(there.filter((element) => !element.isDeleted)), bounds(copies)];
  if (!old || !added) return copies;
  const [dx, dy] = [old.x + old.width + GAP - added.x, old.y - added.y];
  return copies.map((element) => ({ ...element, x: element.x + dx, y: element.y + dy }));
}

/** The incoming drawing in place of everything on the board. */
export function instead(there: readonly Element[], incoming: readonly Element[]): Element[] {
  const gone = there.filter((element) => !element.isDeleted).map((element) => changed(element, { isDeleted: true }));
  return [...gone, ...withNewIds(incoming.filter((element) => !element.isDeleted))];
}
