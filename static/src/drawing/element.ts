/** The elements of a scene, and how to change them: values in, values out. */
import type {
  ExcalidrawArrowElement,
  ExcalidrawBindableElement,
  ExcalidrawElement,
  ExcalidrawTextElement,
} from "@excalidraw/excalidraw/element/types";

export type Element = ExcalidrawElement;
export type Arrow = ExcalidrawArrowElement;
export type Text = ExcalidrawTextElement;
export type Bindable = ExcalidrawBindableElement;

/** An upright rectangle in scene coordinates. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

const BINDABLE = new Set(["rectangle", "diamond", "ellipse", "text", "image", "frame", "magicframe", "embeddable", "iframe"]);
const CONTAINER = new Set(["rectangle", "diamond", "ellipse"]);

export function isBindable(element: Element): element is Bindable {
  return BINDABLE.has(element.type);
}

/** Whether Excalidraw lets a text be bound into the element. */
export function isContainer(element: Element): boolean {
  return CONTAINER.has(element.type);
}

export function isText(element: Element): element is Text {
  return element.type === "text";
}

export function isArrow(element: Element): element is Arrow {
  return element.type === "arrow";
}

export function centre(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(15));
  return btoa(String.fromCharCode(...bytes)).replace(/[+/]/g, "0");
}

export function randomInteger(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! >>> 1;
}

/** The element with some fields changed, as its next version. */
export function changed<T extends Element>(element: T, changes: Partial<T>): T {
  return { ...element, ...changes, version: element.version + 1, versionNonce: randomInteger(), updated: Date.now() };
}

/** Which of two states of one element stays: Excalidraw's rule, which the server keeps too. */
export function newer<T extends Pick<Element, "version" | "versionNonce">>(one: T, other: T): T {
  if (one.version !== other.version) return one.version > other.version ? one : other;
  return one.versionNonce <= other.versionNonce ? one : other;
}

export function byId<T extends Element>(elements: Iterable<T>): Map<string, T> {
  return new Map(Array.from(elements, (element) => [element.id, element]));
}

/** What every new element has, before it is a shape, a text or an arrow. */
function newElement(box: Box) {
  return {
    id: randomId(),
    ...box,
    angle: 0 as Element["angle"],
    strokeColor: "#1e1e1e",
    backgroundColor: "transparent",
    fillStyle: "solid" as const,
    strokeWidth: 2,
    strokeStyle: "solid" as const,
    roughness: 1,
    opacity: 100,
    groupIds: [],
    frameId: null,
    index: null,
    roundness: null,
    seed: randomInteger(),
    version: 1,
    versionNonce: randomInteger(),
    isDeleted: false,
    boundElements: [],
    updated: Date.now(),
    link: null,
    locked: false,
  };
}

export interface ShapeStyle {
  type: "rectangle" | "ellipse" | "diamond";
  strokeColor: string;
  backgroundColor: string;
  strokeStyle: Element["strokeStyle"];
  roundness: Element["roundness"];
}

export function newShape(box: Box, style: ShapeStyle, kind: string): Element {
  return { ...newElement(box), ...style, customData: { kind } };
}

export const LABEL_STYLE = { fontSize: 16, fontFamily: 5 as Text["fontFamily"], lineHeight: 1.25 as Text["lineHeight"] };

export function newText(text: string, box: Box, containerId: string | null): Text {
  return {
    ...newElement(box),
    ...LABEL_STYLE,
    type: "text",
    strokeWidth: 1,
    text,
    originalText: text,
    textAlign: "center",
    verticalAlign: containerId ? "middle" : "top",
    containerId,
    autoResize: true,
  };
}

export interface ArrowCourse {
  points: readonly Point[];
  start: Arrow["startBinding"];
  end: Arrow["endBinding"];
}

/** The box and the local points of a stroke along points in scene coordinates. */
export function along(points: readonly Point[]): Box & Pick<Arrow, "points"> {
  const origin = points[0]!;
  const local = points.map((point) => [point.x - origin.x, point.y - origin.y] as unknown as Arrow["points"][number]);
  const [xs, ys] = [local.map((point) => point[0]), local.map((point) => point[1])];
  return { ...origin, width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys), points: local };
}

/** The middle of a stroke: its middle point, or halfway between the two. */
export function middle({ x, y, points }: Pick<Arrow, "x" | "y" | "points">): Point {
  const half = (points.length - 1) / 2;
  const [a, b] = [points[Math.floor(half)]!, points[Math.ceil(half)]!];
  return { x: x + (a[0] + b[0]) / 2, y: y + (a[1] + b[1]) / 2 };
}

/** An arrow along points in scene coordinates. */
export function newArrow({ points, start, end }: ArrowCourse): Arrow {
  const { points: local, ...box } = along(points);
  return {
    ...newElement(box),
    type: "arrow",
    roundness: { type: 2 },
    points: local,
    lastCommittedPoint: null,
    startBinding: start,
    endBinding: end,
    startArrowhead: null,
    endArrowhead: "arrow",
    elbowed: false,
  };
}
