/**
 * Edits of the board by component and connection: elements in, changed and new elements out.
 *
 * Each returns only what changed; the board lays that over what it has, as one undoable step.
 */
import type { Component } from "../shared/contract";
import { obstaclesBetween, routeArrow } from "./arrow";
import {
  byId,
  changed,
  isArrow,
  isBindable,
  isContainer,
  isText,
  LABEL_STYLE,
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

/** A new component of a kind, its label inside it. */
export function newComponent(kind: string, label: string, look: Look, place: Point, layout: TextLayout): [Element, Text] {
  const { width, height, ...style } = look;
  const shape = newShape({ ...place, width, height }, style, kind);
  const text = newText(label, { ...place, width, height }, shape.id);
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

function retyped(text: Text, label: string, layout: TextLayout): Text {
  const size = layout.free(label, text);
  const x = text.textAlign === "left" ? text.x : text.x + (text.width - size.width) / 2;
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

function joins(arrow: Element, one: string, other: string): boolean {
  if (!isArrow(arrow) || arrow.isDeleted) return false;
  const ends = [arrow.startBinding?.elementId, arrow.endBinding?.elementId];
  return ends.includes(one) && ends.includes(other);
}

/** Draw an arrow from one component to another, bound at both ends. */
export function connect(all: readonly Element[], from: Drawn, to: Drawn): Element[] {
  const elements = byId(all);
  const [source, target] = [from, to].map((end) => elementsOf(end, elements).find(isBindable)) as (Bindable | undefined)[];
  if (!source || !target || source.id === target.id) return [];
  const taken = all.filter((element) => joins(element, source.id, target.id)).length;
  const arrow = newArrow(routeArrow(source, target, obstaclesBetween(all, source, target), taken));
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
