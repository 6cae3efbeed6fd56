import type { Workspace } from "../board/workspace";
import { newComponent } from "../drawing/edits";
import type { Element } from "../drawing/element";
import { lookOf } from "../drawing/look";
import { freePlace } from "../drawing/placement";
import type { Kind } from "../shared/contract";

/** What was added last: the next component goes beside it. */
let last: string | undefined;

/** Draw a component of a kind at a free place in view. */
export function addToBoard({ board, edit, kinds, announcement }: Workspace, kind: Kind, label = kind.title): void {
  const look = lookOf(kind.id, kinds);
  edit((elements, surface) => {
    const after = elements.find((element: Element) => element.id === last && !element.isDeleted);
    const made = newComponent(kind.id, label, look, freePlace(surface.view(), look, elements, after), surface.layout);
    last = made[0].id;
    return made;
  });
  if (last) board.get()?.reveal([last]);
  announcement.set(`${label} added to the board`);
}
