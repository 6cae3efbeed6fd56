import { expect, test } from "vitest";
import { setKind, setReplicas } from "./corrections";
import { box } from "./testing";

const drawn = (label: string, ...ids: string[]) => ({ label, element_ids: ids });
const custom = (customData: Record<string, unknown>) => ({ customData });

test("a kind is stated for the label it was set for, and the rest stays", () => {
  const before = [box("a", 0, 0, custom({ kind: "service", colour: 3 }))];
  expect(setKind(before, drawn("Redis", "a"), "cache")[0]).toMatchObject({
    customData: { kind: "cache", label: "Redis", colour: 3 },
    version: 2,
  });
});

test("of an icon the part that states a kind is corrected, not something inside of it", () => {
  const [main, part] = [box("a", 0, 0, { ...custom({}), groupIds: ["g"] }), box("b", 0, 0, { groupIds: ["g"] })];
  expect(setKind([main, part], drawn("S3", "a", "b"), "object_store")[0]!.id).toBe("b");
  expect(setKind([{ ...main, groupIds: [] }, part], drawn("S3", "a", "b"), "object_store")[0]!.id).toBe("a");
});

test("copies are stated, and left to the drawing again", () => {
  const before = box("a");
  const [stated] = setReplicas([before], drawn("", "a"), 3);
  expect(stated!.customData).toEqual({ kind: "service", replicas: 3 });
  expect(setReplicas([stated!], drawn("", "a"), undefined)[0]!.customData).toEqual({ kind: "service" });
  expect(setReplicas([before], drawn("", "a"), undefined)).toEqual([]);
});
