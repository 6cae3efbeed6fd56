/**
 * A fix as it would be drawn: edits of the architecture in, changed and new elements out. Pure.
 *
 * The same board and the same fix give the same drawing (but for the ids of what is new), so what was shown is what is applied.
 */
import { redrawn, strokesOf } from "../drawing/course";
import { connect, elementsOf, labelConnection, newComponent, remove, renameComponent, type Drawn, type TextLayout } from "../drawing/edits";
import { byId, changed, isArrow, isBindable, isText, LABEL_STYLE, type Arrow, type Element } from "../drawing/element";
import { lookOf } from "../drawing/look";
import type { Edit, Fix, Kind, Reading } from "../shared/contract";
import { placeBetween } from "./place";

export interface Plan {
  /** All that changes on the board. */
  changes: readonly Element[];
  /** What is drawn new or led elsewhere: shapes and strokes. */
  drawn: readonly Element[];
  /** Strokes, as they are now, that go or are led elsewhere. */
  gone: readonly Element[];
  /** Shapes that are to stand for several copies, with how many. */
  copies: readonly { element: Element; replicas: number }[];
}

export interface Means {
  kinds: ReadonlyMap<string, Kind>;
  layout: TextLayout;
}

type EditOf<Name extends Edit["edit"]> = Extract<Edit, { edit: Name }>;

/** What goes first is out of the way of what comes after; what is new has to stand before anything can lead to it. */
const ORDER: readonly Edit["edit"][] = ["disconnect", "add_component", "reroute", "connect", "replicate"];

/** The scale of a drawing, as far as new components follow it. */
const [SMALLEST, LARGEST] = [0.75, 3];

/** Some part of a fix is no longer there, or cannot be drawn. */
class Outgrown extends Error {}

/** Draw a fix over a board; undefined when the board has outgrown it: something that it speaks of is gone. */
export function planFix(board: readonly Element[], reading: Reading, fix: Fix, means: Means): Plan | undefined {
  try {
    const draft = new Draft(board, reading, fix, means);
    for (const name of ORDER) for (const edit of fix.edits) if (edit.edit === name) draft.make(edit);
    return draft.plan();
  } catch (error) {
    if (error instanceof Outgrown) return undefined;
    throw error;
  }
}

/** A board while a fix is drawn over it, edit by edit. */
class Draft {
  private readonly elements: Map<string, Element>;
  private readonly changes = new Map<string, Element>();
  private readonly ends: Map<string, Drawn>;
  private readonly drawn = new Set<string>();
  private readonly gone: Element[] = [];
  private readonly copies: { element: Element; replicas: number }[] = [];

  constructor(
    board: readonly Element[],
    private readonly reading: Reading,
    private readonly fix: Fix,
    private readonly means: Means,
  ) {
    this.elements = byId(board);
    this.ends = new Map([...reading.components, ...reading.groups].map((end) => [end.id, end]));
  }

  make(edit: Edit): void {
    switch (edit.edit) {
      case "add_component":
        return this.add(edit);
      case "connect":
        return this.connect(edit);
      case "disconnect":
        return this.disconnect(edit);
      case "reroute":
        return this.reroute(edit);
      case "replicate":
        return this.replicate(edit);
    }
  }

  plan(): Plan {
    const drawn = [...this.drawn].flatMap((id) => this.elements.get(id) ?? []);
    return { changes: [...this.changes.values()], drawn, gone: this.gone, copies: this.copies };
  }

  private get all(): Element[] {
    return [...this.elements.values()];
  }

  private take(changes: readonly Element[]): void {
    for (const element of changes) {
      this.elements.set(element.id, element);
      this.changes.set(element.id, element);
    }
  }

  /** What an edit names as an end: a component or a group of the board, or a component that the fix adds. */
  private end(id: string): Drawn {
    const end = this.ends.get(id);
    if (!end || !elementsOf(end, this.elements).some(isBindable)) throw new Outgrown();
    return end;
  }

  private strokes(id: string): { strokes: Arrow[]; connection: Reading["connections"][number] } {
    const connection = this.reading.connections.find((one) => one.id === id);
    const strokes = connection ? strokesOf(connection, this.elements) : [];
    if (!connection || strokes.length === 0) throw new Outgrown();
    return { strokes, connection };
  }

  private add({ component, beside }: EditOf<"add_component">): void {
    const { kinds, layout } = this.means;
    const near = this.neighbours(component.id, beside);
    const look = lookOf(component.kind, kinds);
    const label = component.replicas && component.replicas > 1 ? `${component.label} ×${component.replicas}` : component.label;
    const [shape, text] = newComponent(component.kind, label, look, { x: 0, y: 0 }, layout, this.scale(near));
    const strokes = new Set(this.reading.connections.flatMap(({ element_ids: ids }) => ids));
    const { x, y } = placeBetween(shape, { elements: this.settled(), strokes, neighbours: near });
    const frameId = near.every((one) => one.frameId === near[0]?.frameId) ? (near[0]?.frameId ?? null) : null;
    this.take([
      { ...shape, x: shape.x + x, y: shape.y + y, frameId },
      { ...text, x: text.x + x, y: text.y + y, frameId },
    ]);
    this.ends.set(component.id, { element_ids: [shape.id, text.id] });
    this.drawn.add(shape.id);
  }

  /** The shapes that a new component is joined to by the fix and that stand already, else those it is to be beside. */
  private neighbours(id: string, beside: readonly string[]): Element[] {
    const joined = this.fix.edits.flatMap((edit) => {
      const ends = edit.edit === "connect" ? edit.connection : edit.edit === "reroute" ? edit : undefined;
      return ends && (ends.source === id || ends.target === id) ? [ends.source, ends.target] : [];
    });
    const shapes = (ids: readonly string[]) =>
      [...new Set(ids)].flatMap((one) => {
        const end = one === id ? undefined : this.ends.get(one);
        return end ? elementsOf(end, this.elements).find(isBindable) ?? [] : [];
      });
    const near = shapes(joined);
    return near.length > 0 ? near : shapes(beside);
  }

  /** How large the labels nearby are, against those of new components. */
  private scale(near: readonly Element[]): number {
    const bound = near.flatMap(({ boundElements }) => (boundElements ?? []).flatMap(({ id }) => this.elements.get(id) ?? []));
    const sizes = bound.filter(isText).map(({ fontSize }) => fontSize);
    if (sizes.length === 0) return 1;
    const middle = sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)]!;
    return Math.min(Math.max(middle / LABEL_STYLE.fontSize, SMALLEST), LARGEST);
  }

  /** What is drawn, without the strokes that the fix is about to lead elsewhere. */
  private settled(): Element[] {
    const moving = new Set(
      this.fix.edits.flatMap((edit) => (edit.edit === "reroute" ? this.strokes(edit.connection_id).strokes.map(({ id }) => id) : [])),
    );
    return this.all.filter(({ id }) => !moving.has(id));
  }

  private connect({ connection: { source, target, label, direction, style } }: EditOf<"connect">): void {
    const joined = connect(this.all, this.end(source), this.end(target));
    if (joined.length === 0) throw new Outgrown();
    const [from, to, arrow] = joined;
    const heads = { startArrowhead: direction === "both" ? arrow.endArrowhead : null, endArrowhead: direction === "none" ? null : arrow.endArrowhead };
    const dashed = style === "async" || style === "replication";
    const styled = { ...arrow, ...heads, ...(dashed ? { strokeStyle: "dashed" as const, customData: { style } } : {}) } as Arrow;
    this.take([from, to, styled]);
    if (label) this.take(labelConnection(this.all, { id: arrow.id, element_ids: [arrow.id] }, label, this.means.layout));
    this.drawn.add(arrow.id);
  }

  private disconnect({ connection_id: id }: EditOf<"disconnect">): void {
    const { strokes, connection } = this.strokes(id);
    this.gone.push(...strokes);
    this.take(remove(this.all, connection.element_ids));
  }

  private reroute({ connection_id: id, source, target }: EditOf<"reroute">): void {
    const { strokes, connection } = this.strokes(id);
    const [main, ...others] = strokes;
    this.gone.push(...strokes);
    this.take(remove(this.all, others.map((stroke) => stroke.id)));
    const arrow = isArrow(main!) ? main : ({ ...main!, type: "arrow", elbowed: false } as unknown as Arrow);
    const led = redrawn(this.all, arrow, { source: this.end(source), target: this.end(target) }, connection.direction);
    if (led.length === 0) throw new Outgrown();
    this.take(led);
    this.drawn.add(arrow.id);
  }

  private replicate({ component_id: id, replicas }: EditOf<"replicate">): void {
    const end = this.end(id);
    const element = elementsOf(end, this.elements).find(isBindable)!;
    const component = this.reading.components.find((one) => one.id === id);
    this.take(withCopies(this.all, end, component?.label ?? "", replicas, this.means.layout));
    this.copies.push({ element, replicas });
  }
}

/** A number of copies that a label states already, such as “×1” or “(2 replicas)”. */
const STATED = /[×x]\s*\d+|\d+\s*[×x]|\d+\s+(replica|instance|node|cop)/i;

/** Say on the drawing how many copies there are: in the label, or, where that says another number, beside it. */
function withCopies(all: readonly Element[], component: Drawn, label: string, replicas: number, layout: TextLayout): Element[] {
  const [main] = elementsOf(component, byId(all));
  if (!main) return [];
  const noted = { ...main.customData, replicas };
  if (!label || STATED.test(label)) return [changed(main, { customData: noted })];
  const named = `${label} ×${replicas}`;
  const renamed = byId(renameComponent(all, component, named, layout));
  // A kind that was set holds for the label it was set for.
  const bearers = elementsOf(component, byId(all)).filter(({ customData }) => typeof customData?.["label"] === "string");
  for (const bearer of bearers) {
    const now = renamed.get(bearer.id) ?? changed(bearer, {});
    renamed.set(bearer.id, { ...now, customData: { ...now.customData, label: named } });
  }
  return [...renamed.values()];
}
