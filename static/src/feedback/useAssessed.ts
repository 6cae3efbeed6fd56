import { useEffect, useMemo, useState } from "react";
import { useWorkspace } from "../board/workspace";
import type { Component, StoredAssessment } from "../shared/contract";
import { useStore } from "../shared/useStore";
import { arrange, isStale, type Item, type Report } from "./arrange";
import { versionsOf } from "./desk";

export interface Assessed {
  latest: StoredAssessment;
  report: Report;
  /** What needs a look, in the order of its numbers. */
  open: readonly Item[];
  components: ReadonlyMap<string, Component>;
}

/** The latest assessment, arranged; undefined before the first. */
export function useAssessed(): Assessed | undefined {
  const { latest } = useStore(useWorkspace().feedback.state);
  return useMemo(() => {
    if (!latest) return undefined;
    const report = arrange(latest.assessment);
    return {
      latest,
      report,
      open: [...report.problems, ...report.missing],
      components: new Map(latest.assessment.reading.components.map((component) => [component.id, component])),
    };
  }, [latest]);
}

export interface Staleness {
  /** The board is no longer the one that was assessed. */
  board: boolean;
  findings: ReadonlySet<string>;
}

const FRESH: Staleness = { board: false, findings: new Set() };

function differ(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size !== other.size || [...one].some(([id, version]) => other.get(id) !== version);
}

/** What the board has outgrown since it was assessed. */
export function useStaleness(assessed: Assessed | undefined): Staleness {
  const { board, feedback, saver } = useWorkspace();
  const surface = useStore(board);
  const { versions } = useStore(feedback.state);
  const [stale, setStale] = useState(FRESH);
  useEffect(() => {
    if (!assessed || !surface) return setStale(FRESH);
    let seen = -1;
    const look = () => {
      const sum = surface.elements().reduce((total, { version }) => total + version, 0);
      if (sum === seen) return;
      seen = sum;
      if (!versions) return setStale({ board: saver.revision.get() !== assessed.latest.revision, findings: FRESH.findings });
      const now = versionsOf(surface.elements());
      if (!differ(versions, now)) return setStale(FRESH);
      const changed = assessed.open.filter(({ finding }) => isStale(finding, versions, now));
      setStale({ board: true, findings: new Set(changed.map(({ finding }) => finding.check_id)) });
    };
    look();
    return surface.onView(look);
  }, [assessed, surface, versions, saver]);
  return stale;
}
