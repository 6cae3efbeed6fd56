import { expect, test, vi } from "vitest";
import { box } from "../drawing/testing";
import { ApiError, type Api } from "../shared/api";
import { FeedbackDesk } from "./desk";
import { assessment } from "./testing";

const stored = { id: "x", revision: 7, assessment: assessment([]) };
const apiWith = (changes: Partial<Api>): Api => ({ get: vi.fn(), send: vi.fn(), ...changes }) as Api;

test("the saved revision is what gets assessed", async () => {
  const send = vi.fn(async () => ({ status: 201, body: stored }));
  const desk = new FeedbackDesk(apiWith({ send: send as never }), "/api/s");
  await desk.ask(async () => 7, () => [box("a", 0, 0, { version: 3 })]);
  expect(send).toHaveBeenCalledWith("POST", "/api/s/assessments", { revision: 7 });
  expect(desk.state.get()).toMatchObject({ asking: false, latest: { id: "x" } });
  expect(desk.state.get().versions).toEqual(new Map([["a", 3]]));
});

test("when saving fails, the failure is told and the last feedback stays", async () => {
  const desk = new FeedbackDesk(apiWith({ get: (async () => ({ status: 200, body: stored })) as never }), "/api/s");
  await desk.recall(7, []);
  await desk.ask(() => Promise.reject(new ApiError(413, "too large")), () => []);
  expect(desk.state.get()).toMatchObject({ asking: false, latest: { id: "x" }, failure: { message: "too large" } });
});

test("no feedback yet is no failure", async () => {
  const desk = new FeedbackDesk(apiWith({ get: () => Promise.reject(new ApiError(404, "none")) }), "/api/s");
  await desk.recall(1, []);
  expect(desk.state.get()).toMatchObject({ latest: undefined, failure: undefined });
});
