/**
 * Edits of the board by component and connection: elements in, changed and new elements out.
 *
 * Each returns only what changed; the board lays that over what it has, as one undoable step.
 */
import type { Component, Connection } from "../shared/contract";
import { obstaclesBetween, routeArrow } from "./arrow";
import {
  byId,
  changed,
  isArrow,
  isBindable,
  isContainer,
  isText,
  LABEL_STYLE,
  middle,
  newArrow,
  newShape,
  newText,
  type Arrow,
  type Bindable,
  type Box,
  type Element,
  type Point,
  type Text,
} from "./element";
import type { Look } from "./look";

export type TextStyle = Pick<Text, "fontSize" | "fontFamily" | "lineHeight">;

/** How big texts are: needs fonts, so the board answers. */
export interface TextLayout {
  /** Lay a label out inside a shape, which grows when it must. */
  inside(container: Element, text: string, style: TextStyle): { label: Box & { text: string }; container: Box };
  free(text: string, style: TextStyle): { width: number; height: number };
}

export type Drawn = Pick<Component, "element_ids">;

const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });

/** The elements that draw a component and are still there, the main one first. */
export function elementsOf(drawn: Drawn, elements: ReadonlyMap<string, Element>): Element[] {
  return drawn.element_ids.map((id) => elements.get(id)).filter((element) => element !== undefined && !element.isDeleted) as Element[];
}

function boundText(container: Element, elements: ReadonlyMap<string, Element>): Text | undefined {
  for (const { id, type } of container.boundElements ?? []) {
    const text = type === "text" ? elements.get(id) : undefined;
    if (text && isText(text) && !text.isDeleted && text.containerId === container.id) return text;
  }
  return undefined;
}

function withBound(element: Element, bound: { id: string; type: "arrow" | "text" }): Element {
  return changed(element, { boundElements: [...(element.boundElements ?? []), bound] });
}

function labelled(shape: Element, text: Text, label: string, layout: TextLayout): [Element, Text] {
  const { label: laid, container } = layout.inside(shape, label, text);
  return [
    { ...shape, ...container },
    { ...text, ...laid, originalText: label },
  ];
}

/** A new component of a kind, its label inside it; `scale` suits it to boards that are drawn larger or smaller. */
export function newComponent(kind: string, label: string, look: Look, place: Point, layout: TextLayout, scale = 1): [Element, Text] {
  const { width, height, ...style } = look;
  const box = { ...place, width: width * scale, height: height * scale };
  const shape = newShape(box, style, kind);
  const text = { ...newText(label, box, shape.id), fontSize: LABEL_STYLE.fontSize * scale };
  return labelled({ ...shape, boundElements: [{ id: text.id, type: "text" }] }, text, label, layout);
}

/** Set the text that names a component: its bound label, its caption, or a new one. */
export function renameComponent(all: readonly Element[], component: Drawn, label: string, layout: TextLayout): Element[] {
  const elements = byId(all);
  const parts = elementsOf(component, elements);
  const main = parts[0];
  if (!main) return [];
  if (main.type === "frame") return [changed(main, { name: label })];
  for (const part of parts) {
    const text = boundText(part, elements);
    if (text) return labelled(changed(part, {}), changed(text, {}), label, layout);
  }
  const caption = parts.find(isText);
  if (caption) return [retyped(caption, label, layout)];
  return addLabel(main, label, layout);
}

/** A text that stands free or on a stroke, with other words: its middle stays, or its left where it is aligned so. */
function retyped(text: Text, label: string, layout: TextLayout): Text {
  const size = layout.free(label, text);
  const x = text.textAlign === "left" && text.containerId === null ? text.x : text.x + (text.width - size.width) / 2;
  return changed(text, { ...size, x, text: label, originalText: label });
}

function addLabel(main: Element, label: string, layout: TextLayout): Element[] {
  if (isContainer(main)) {
    const text = newText(label, boxOf(main), main.id);
    return labelled(withBound(main, { id: text.id, type: "text" }), text, label, layout);
  }
  const size = layout.free(label, LABEL_STYLE);
  const under = { x: main.x + (main.width - size.width) / 2, y: main.y + main.height + 6, ...size };
  return [{ ...newText(label, under, null), groupIds: main.groupIds }];
}

/** Set, change or take away the text on a connection: of several texts the first stays. */
export function labelConnection(
  all: readonly Element[],
  connection: Pick<Connection, "id" | "element_ids">,
  label: string,
  layout: TextLayout,
): Element[] {
  const elements = byId(all);
  const stroke = elements.get(connection.id);
  const texts = elementsOf(connection, elements).filter(isText);
  const [first, ...others] = texts;
  if (!label) return remove(all, texts.map(({ id }) => id));
  if (first) return [...remove(all, others.map(({ id }) => id)), retyped(first, label, layout)];
  return stroke && !stroke.isDeleted && "points" in stroke ? addStrokeLabel(stroke as Arrow, label, layout) : [];
}

/** A text in the middle of a stroke: bound to an arrow; a line takes none, so there it stands just above. */
function addStrokeLabel(stroke: Arrow, label: string, layout: TextLayout): Element[] {
  const [size, at] = [layout.free(label, LABEL_STYLE), middle(stroke)];
  const bound = isArrow(stroke);
  const y = bound ? at.y - size.height / 2 : at.y - size.height - 6;
  const text = newText(label, { x: at.x - size.width / 2, y, ...size }, bound ? stroke.id : null);
  return bound ? [withBound(stroke, { id: text.id, type: "text" }), text] : [text];
}

/** The texts bound to a stroke, moved to where its middle is now. */
export function moveLabels(all: readonly Element[], before: Arrow, now: Arrow): Text[] {
  const [from, to] = [middle(before), middle(now)];
  const labels = all.filter((element) => isText(element) && !element.isDeleted && element.containerId === now.id) as Text[];
  return labels.map((text) => changed(text, { x: text.x + to.x - from.x, y: text.y + to.y - from.y }));
}

/** How many arrows are bound to both of two elements. */
function joining(all: readonly Element[], one: string, other: string): number {
  return all.filter((arrow) => {
    if (!isArrow(arrow) || arrow.isDeleted) return false;
    const ends = [arrow.startBinding?.elementId, arrow.endBinding?.elementId];
    return ends.includes(one) && ends.includes(other);
  }).length;
}

/** Draw an arrow from one component to another, bound at both ends. */
export function connect(all: readonly Element[], from: Drawn, to: Drawn): [] | [Element, Element, Arrow] {
  const elements = byId(all);
  const [source, target] = [from, to].map((end) => elementsOf(end, elements).find(isBindable)) as (Bindable | undefined)[];
  if (!source || !target || source.id === target.id) return [];
  const arrow = newArrow(routeArrow(source, target, obstaclesBetween(all, source, target), joining(all, source.id, target.id)));
  const bound = { id: arrow.id, type: "arrow" } as const;
  return [withBound(source, bound), withBound(target, bound), arrow];
}

function withoutBound(element: Element, gone: ReadonlySet<string>): Element | undefined {
  const kept = (element.boundElements ?? []).filter(({ id }) => !gone.has(id));
  return kept.length < (element.boundElements ?? []).length ? changed(element, { boundElements: kept }) : undefined;
}

/** Delete elements with the texts inside them, and let go of them everywhere else. */
export function remove(all: readonly Element[], ids: Iterable<string>): Element[] {
  const gone = new Set(ids);
  for (const element of all) if (isText(element) && element.containerId && gone.has(element.containerId)) gone.add(element.id);
  return all.flatMap((element) => {
    if (element.isDeleted) return [];
    if (gone.has(element.id)) return [changed(element, { isDeleted: true })];
    return withoutBound(element, gone) ?? letGo(element, gone) ?? [];
  });
}

function letGo(element: Element, gone: ReadonlySet<string>): Arrow | undefined {
  if (!isArrow(element)) return undefined;
  const [start, end] = [element.startBinding, element.endBinding];
  const [looseStart, looseEnd] = [start && gone.has(start.elementId), end && gone.has(end.elementId)];
  if (!looseStart && !looseEnd) return undefined;
  return changed(element, { startBinding: looseStart ? null : start, endBinding: looseEnd ? null : end } as Partial<Arrow>);
}
