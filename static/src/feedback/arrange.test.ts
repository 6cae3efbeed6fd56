import { describe, expect, test } from "vitest";
import { arrange, isStale, pathLabels, pinnedElement, served, verdict, withoutPath, type Item } from "./arrange";
import { assessment, component, EMPTY_EVIDENCE, finding } from "./testing";

const ids = (items: readonly Item[]) => items.map((item) => item.finding.check_id);
const DISPUTE = { source: "shop", check_id: "x", kind: "accepted", because: "A prototype.", component_ids: [] } as const;

describe("arranging", () => {
  test("problems come by weight, whatever they serve", () => {
    const { problems } = arrange(
      assessment([
        finding("minor", { serves: ["lists"], status: "problem", severity: "minor" }),
        finding("major", { status: "problem" }),
        finding("house", { source: "house", status: "problem" }),
        finding("blocker", { serves: ["fast"], status: "problem", severity: "blocker" }),
      ]),
    );
    expect(ids(problems)).toEqual(["blocker", "major", "house", "minor"]);
  });

  test("numbers run through problems, then through what is missing", () => {
    const report = arrange(
      assessment([
        finding("unsaid", { status: "not_shown", severity: "blocker" }),
        finding("failed", { status: "error" }),
        finding("holds"),
        finding("off", { status: "not_applicable" }),
        finding("broken", { status: "problem" }),
      ]),
    );
    expect(report.problems.map(({ number }) => number)).toEqual([1]);
    expect(report.missing.map(({ number, finding: { check_id } }) => [number, check_id])).toEqual([[2, "unsaid"], [3, "failed"]]);
    expect([ids(report.passed), ids(report.notApplicable)]).toEqual([["holds"], ["off"]]);
    expect(report.passed[0]!.number).toBeUndefined();
  });

  test("what is disputed stands apart, without a number", () => {
    const report = arrange(assessment([finding("said", { status: "problem", dispute: DISPUTE }), finding("open", { status: "problem" })]));
    expect([ids(report.problems), ids(report.disputed)]).toEqual([["open"], ["said"]]);
    expect(report.disputed[0]!.number).toBeUndefined();
  });

  test("a requirement is told by what serves it", () => {
    const told = assessment([finding("broken", { serves: ["fast"], status: "problem" }), finding("holds", { serves: ["lists", "fast"] })]);
    const [fast, lists] = served(told, arrange(told).problems);
    expect([ids(fast!.open), fast!.holds]).toEqual([["broken"], true]);
    expect([ids(lists!.open), lists!.holds]).toEqual([[], true]);
  });
});

describe("the verdict", () => {
  test("counts problems and blockers", () => {
    const findings = [finding("a", { status: "problem", severity: "blocker" }), finding("b", { status: "problem" }), finding("c")];
    expect(verdict(assessment(findings))).toEqual({ headline: "2 problems found", details: ["1 blocker", "1 holds"] });
  });

  test("does not praise what is not shown, nor what is disputed", () => {
    expect(verdict(assessment([finding("a", { status: "not_shown" })])).headline).toBe("No problem found");
    expect(verdict(assessment([finding("a", { status: "problem", dispute: DISPUTE })]))).toEqual({
      headline: "No problem found",
      details: ["1 disputed", "0 hold"],
    });
    expect(verdict(assessment([finding("a")])).headline).toBe("Everything holds");
  });

  test("says nothing of an empty board", () => {
    const reading = { components: [], connections: [], groups: [], notes: [], unclear: [], designs: [] };
    expect(verdict(assessment([finding("a")], { reading })).headline).toBe("Nothing to check yet");
  });
});

describe("evidence", () => {
  const components = new Map([
    ["a", component("a", { label: "App", element_ids: ["ea"] })],
    ["b", component("b", { label: "", element_ids: ["eb"] })],
  ]);
  const showing = (evidence: Partial<typeof EMPTY_EVIDENCE>) => finding("x", { evidence: { ...EMPTY_EVIDENCE, ...evidence } });

  test("a path is told by its labels", () => {
    expect(pathLabels(showing({ paths: [["a", "b"]] }), components)).toEqual([["App", "b"]]);
  });

  test.each([
    [{ paths: [["a", "b"]], component_ids: ["a"], element_ids: ["ea"] }, "eb"],
    [{ component_ids: ["a"], element_ids: ["other"] }, "ea"],
    [{ element_ids: ["arrow"] }, "arrow"],
    [{}, undefined],
  ])("%o is pinned on %s", (evidence, element) => {
    expect(pinnedElement(showing(evidence), components)).toBe(element);
  });

  test("a finding is stale when something it points at changed or went", () => {
    const assessed = new Map([["a", 1], ["b", 1]]);
    const pointing = showing({ element_ids: ["a"] });
    expect(isStale(pointing, assessed, new Map([["a", 1], ["b", 2]]))).toBe(false);
    expect(isStale(pointing, assessed, new Map([["a", 2]]))).toBe(true);
    expect(isStale(pointing, assessed, new Map())).toBe(true);
  });
});

test.each([
  ["Web → API → Orders: nothing on this path is a cache.", "Nothing on this path is a cache."],
  ["Every way passes a cache: Web → API → Orders.", "Every way passes a cache."],
  ["Web: API → Orders is as far as it goes.", "Web: API → Orders is as far as it goes."],
  ["No cache is drawn.", "No cache is drawn."],
])("beside its path, “%s” reads “%s”", (message, shown) => {
  expect(withoutPath(message, [["Web", "API", "Orders"]])).toBe(shown);
});
