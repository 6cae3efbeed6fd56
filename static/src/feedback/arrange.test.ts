import { describe, expect, test } from "vitest";
import { arrange, isStale, pathLabels, pinnedElement, verdict, withoutPath } from "./arrange";
import { assessment, component, EMPTY_EVIDENCE, finding } from "./testing";

describe("arranging", () => {
  test("a finding stands under the requirement it serves, the scenario, or the house rules", () => {
    const sections = arrange(assessment([finding("a", { serves: ["lists"] }), finding("b"), finding("c", { source: "house" })]));
    expect(sections.map(({ title }) => title)).toEqual(["Lists", "The design as a whole", "House rules"]);
  });

  test("sections with problems come first, and problems before what is not shown", () => {
    const sections = arrange(
      assessment([
        finding("holds", { serves: ["fast"] }),
        finding("unsaid", { serves: ["lists"], status: "not_shown" }),
        finding("minor", { serves: ["lists"], status: "problem", severity: "minor" }),
        finding("blocker", { serves: ["lists"], status: "problem", severity: "blocker" }),
      ]),
    );
    expect(sections.map(({ id }) => id)).toEqual(["lists", "fast"]);
    expect(sections[0]!.open.map((item) => item.finding.check_id)).toEqual(["blocker", "minor", "unsaid"]);
  });

  test("numbers run through what needs a look, in the order shown", () => {
    const sections = arrange(
      assessment([
        finding("one", { serves: ["fast"], status: "problem" }),
        finding("holds", { serves: ["fast"] }),
        finding("two", { serves: ["lists"], status: "not_shown" }),
        finding("off", { serves: ["lists"], status: "not_applicable" }),
      ]),
    );
    expect(sections.flatMap(({ open }) => open.map(({ number }) => number))).toEqual([1, 2]);
    expect(sections[0]!.passed[0]!.number).toBeUndefined();
    expect(sections[1]!.notApplicable).toHaveLength(1);
  });
});

describe("the verdict", () => {
  test("counts problems, blockers first", () => {
    const findings = [finding("a", { status: "problem", severity: "blocker" }), finding("b", { status: "problem" }), finding("c")];
    expect(verdict(assessment(findings))).toEqual({ headline: "2 problems found", details: ["1 blocker first", "1 holds"] });
  });

  test("does not praise what is not shown", () => {
    expect(verdict(assessment([finding("a", { status: "not_shown" })])).headline).toBe("No problem found");
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
