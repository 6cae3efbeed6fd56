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
import { bounds, contains, extent } from "../drawing/placement";

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

/** Run `task` at most once a frame, and never after it was cancelled. */
function oncePerFrame(task: () => void): { run: () => void; cancel: () => void } {
  let waiting = 0;
  return {
    run() {
      waiting ||= requestAnimationFrame(() => {
        waiting = 0;
        task();
      });
    },
    cancel: () => cancelAnimationFrame(waiting),
  };
}

/** Pixels at the edges of the canvas that the editor's own tools lie over, and that stay free beside what covers it. */
const TOOLS = { top: 84, right: 24, bottom: 84, left: 24 };
const NO_TOOLS = { top: 24, right: 24, bottom: 24, left: 24 };
/** Bringing something into view never makes it look bigger than this, unless it is already. */
const READABLE = 0.8;

export function excalidrawBoard(api: ExcalidrawImperativeAPI): Board {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const existing = (ids: readonly string[]) => {
    const elements = byId(api.getSceneElements());
    return ids.flatMap((id) => elements.get(id) ?? []);
  };

  /** What covers the canvas now: the tools, the properties of what is selected, a side that lies over it. */
  function offsets(): typeof TOOLS {
    const { width, offsetLeft } = api.getAppState();
    const properties = document.querySelector(".App-menu__left")?.getBoundingClientRect();
    const side = document.querySelector(".side.right")?.getBoundingClientRect();
    const bottom = document.querySelector(".stage")?.getBoundingClientRect().bottom ?? 0;
    // A sheet on a phone lies below the board, not over it.
    const covered = side && side.width > 0 && side.top < bottom - 1 ? Math.max(0, offsetLeft + width - side.left) : 0;
    // Behind a sheet on a phone the tools are put away.
    const tools = document.querySelector(".App-bottom-bar")?.getBoundingClientRect().height === 0 ? NO_TOOLS : TOOLS;
    return {
      ...tools,
      left: properties && properties.width > 0 ? properties.right - offsetLeft + tools.left : tools.left,
      right: covered + tools.right,
    };
  }

  function view(): Box {
    const { scrollX, scrollY, zoom, width, height } = api.getAppState();
    const { top, right, bottom, left } = offsets();
    return {
      x: left / zoom.value - scrollX,
      y: top / zoom.value - scrollY,
      width: (width - left - right) / zoom.value,
      height: (height - top - bottom) / zoom.value,
    };
  }

  function bring(elements: readonly Element[], animate = !calm.matches): void {
    const box = bounds(elements.map(extent));
    if (!box || contains(view(), box)) return;
    const maxZoom = Math.max(api.getAppState().zoom.value, READABLE);
    const options = { animate, canvasOffsets: offsets(), maxZoom };
    api.scrollToContent(elements as Ordered, { fitToContent: true, ...options });
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
    focus: () => document.querySelector<HTMLElement>(".excalidraw-container")?.focus(),
    // The editor offers no other way in than its own button.
    undo: () => document.querySelector<HTMLElement>('[data-testid="button-undo"]')?.click(),
    select(ids) {
      const shown = existing(ids).filter((element) => !isText(element) || element.containerId === null);
      const selectedElementIds = Object.fromEntries(shown.map(({ id }) => [id, true as const]));
      api.updateScene({ appState: { selectedElementIds }, captureUpdate: CaptureUpdateAction.EVENTUALLY });
    },
    reveal: (ids) => bring(existing(ids)),
    bring: (elements) => bring(elements),
    fit: () => bring(api.getSceneElements(), false),
    onChange: (listener) => api.onChange(listener),
    onView(listener) {
      const { run, cancel } = oncePerFrame(listener);
      const stops = [api.onChange(run), api.onScrollChange(run), cancel];
      return () => stops.forEach((stop) => stop());
    },
  };
}
