import { createStore, type Store } from "./store";

/** A switch that this browser remembers; where it may keep nothing, for as long as the page stands. */
export function rememberedSwitch(name: string, initial: boolean): Store<boolean> {
  const store = createStore(recall(name) ?? initial);
  store.subscribe(() => keep(name, store.get()));
  return store;
}

function recall(name: string): boolean | undefined {
  try {
    const kept = localStorage.getItem(name);
    return kept === null ? undefined : kept === "on";
  } catch {
    return undefined;
  }
}

function keep(name: string, value: boolean): void {
  try {
    localStorage.setItem(name, value ? "on" : "off");
  } catch {
    // Storage is forbidden or full: the switch still works.
  }
}
