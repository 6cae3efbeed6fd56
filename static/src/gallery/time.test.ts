import { expect, test } from "vitest";
import { relativeTime } from "./time";

const now = new Date("2030-05-10T12:00:00Z");

test.each([
  ["2030-05-10T11:59:40Z", "just now"],
  ["2030-05-10T11:55:00Z", "5 minutes ago"],
  ["2030-05-09T11:00:00Z", "yesterday"],
  ["2028-05-10T12:00:00Z", "2 years ago"],
])("%s was %s", (then, text) => {
  expect(relativeTime(new Date(then), now)).toBe(text);
});
