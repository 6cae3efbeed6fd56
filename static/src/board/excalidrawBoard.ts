import {
  CaptureUpdateAction,
  convertToExcalidrawElements,
  reconcileElements,
  restoreElements,
  sceneCoordsToViewportCoords,
} from "@excalidraw/excalidraw";
import type { ExcalidrawImperativeAPI } from "@excalidraw/excalidraw/types";
import type { Board } from "./board";
import type { TextLayout } from "../drawing/edits";
import { byId, isText, type Box, type Element, type Text } from "../drawing/element";
import { bounds } from "../drawing/placement";

type Skeletons = Parameters<typeof convertToExcalidrawElements>[0];
type Ordered = Parameters<typeof reconcileElements>[0];
type Remote = Parameters<typeof reconcileElements>[1];

const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });

/** Excalidraw measures and wraps texts itself when it makes elements; we read off what it did. */
const layout: TextLayout = {
  inside(container, text, { fontSize, fontFamily }) {
    const skeleton = { ...container, boundElements: [], label: { text, fontSize, fontFamily } };
    const made = convertToExcalidrawElements([skeleton] as unknown as Skeletons, { regenerateIds: false });
    const label = made.find((element): element is Ordered[number] & Text => isText(element))!;
    return {
      label: { ...boxOf(label), text: label.text },
      container: boxOf(made.find(({ id }) => id === container.id)!),
    };
  },
  free(text, { fontSize, fontFamily }) {
    const [made] = convertToExcalidrawElements([{ type: "text", text, x: 0, y: 0, fontSize, fontFamily }]);
    return { width: made!.width, height: made!.height };
  },
};

/** Run `task` at most once a frame. */
function oncePerFrame(task: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      task();
    });
  };
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

export function excalidrawBoard(api: ExcalidrawImperativeAPI): Board {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const existing = (ids: readonly string[]) => {
    const elements = byId(api.getSceneElements());
    return ids.flatMap((id) => elements.get(id) ?? []);
  };

  function view(): Box {
    const { scrollX, scrollY, zoom, width, height } = api.getAppState();
    return { x: -scrollX, y: -scrollY, width: width / zoom.value, height: height / zoom.value };
  }

  return {
    elements: () => api.getSceneElementsIncludingDeleted(),
    files: () => api.getFiles(),
    layout,
    view,
    apply(changes, files = {}) {
      const patch = byId<Element>(changes);
      const kept = api.getSceneElementsIncludingDeleted().map((element) => {
        const change = patch.get(element.id);
        patch.delete(element.id);
        return change ?? element;
      });
      if (Object.keys(files).length > 0) api.addFiles(Object.values(files));
      api.updateScene({ elements: [...kept, ...patch.values()], captureUpdate: CaptureUpdateAction.IMMEDIATELY });
    },
    merge(elements, files) {
      const known = api.getFiles();
      const added = Object.values(files).filter(({ id }) => !(id in known));
      if (added.length > 0) api.addFiles(added);
      const merged = reconcileElements(
        api.getSceneElementsIncludingDeleted() as Ordered,
        elements as unknown as Remote,
        api.getAppState(),
      );
      api.updateScene({ elements: merged, captureUpdate: CaptureUpdateAction.NEVER });
    },
    repaired: (elements) => restoreElements(elements, null, { repairBindings: true }),
    toScreen({ x, y }) {
      const { offsetLeft, offsetTop, ...state } = api.getAppState();
      const at = sceneCoordsToViewportCoords({ sceneX: x, sceneY: y }, { ...state, offsetLeft, offsetTop });
      return { x: at.x - offsetLeft, y: at.y - offsetTop };
    },
    select(ids) {
      const selectedElementIds = Object.fromEntries(existing(ids).map(({ id }) => [id, true as const]));
      api.updateScene({ appState: { selectedElementIds }, captureUpdate: CaptureUpdateAction.EVENTUALLY });
    },
    reveal(ids) {
      const elements = existing(ids);
      const box = bounds(elements);
      if (!box || contains(view(), box)) return;
      api.scrollToContent(elements, { fitToContent: true, animate: !calm.matches });
    },
    onChange: (listener) => api.onChange(listener),
    onView(listener) {
      const moved = oncePerFrame(listener);
      const stops = [api.onChange(moved), api.onScrollChange(moved)];
      return () => stops.forEach((stop) => stop());
    },
  };
}
