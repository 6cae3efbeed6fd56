import { useMemo } from "react";
import { useWorkspace } from "../board/workspace";
import type { Reading } from "../shared/contract";
import { useStore } from "../shared/useStore";
import { designsOf, readingOf, type Design } from "./designs";

const NONE: Design[] = [];

/** What was read of the chosen design, or of the whole board. */
export function useReading(): Reading | undefined {
  const { reading } = useWorkspace();
  const [all, design] = [useStore(reading.reading), useStore(reading.design)];
  return useMemo(() => all && readingOf(all, design), [all, design]);
}

/** The designs to choose from. */
export function useDesigns(): readonly Design[] {
  const all = useStore(useWorkspace().reading.reading);
  return useMemo(() => (all ? designsOf(all) : NONE), [all]);
}
