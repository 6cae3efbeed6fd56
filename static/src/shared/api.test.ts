import { expect, test, vi } from "vitest";
import { ApiError, createApi, NetworkError, problemText } from "./api";

const answering = (status: number, body: unknown) => vi.fn(async (..._: Parameters<typeof fetch>) => Response.json(body, { status }));

test("a change carries the token and its headers", async () => {
  const fetcher = answering(200, { revision: 2 });
  const answer = await createApi("token", fetcher).send("PATCH", "/board", { elements: [] }, { "If-Match": '"1"' });
  expect(answer.body).toEqual({ revision: 2 });
  const init = fetcher.mock.calls[0]![1]!;
  expect(init.body).toBe('{"elements":[]}');
  expect(init.headers).toMatchObject({ "X-CSRFToken": "token", "If-Match": '"1"', "Content-Type": "application/json" });
});

test("a form goes as it is: the browser writes its content type", async () => {
  const fetcher = answering(201, {});
  await createApi("token", fetcher).send("POST", "/drawings", new FormData());
  expect(fetcher.mock.calls[0]![1]!.headers).not.toHaveProperty("Content-Type");
});

test("a refusal brings its message and every problem", async () => {
  const body = { error: { status: 422, message: "not a scene", problems: [{ message: "no elements", where: "elements" }] } };
  const refusal = await createApi("", answering(422, body)).get("/").catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ApiError);
  expect(refusal).toMatchObject({ status: 422, message: "not a scene", problems: [{ message: "no elements" }] });
});

test("an answer that is no JSON is an error with its status", async () => {
  const fetcher = async () => new Response("<html>", { status: 502 });
  await expect(createApi("", fetcher).get("/")).rejects.toMatchObject({ status: 502, message: "The server answered 502." });
});

test("no answer at all is a network error", async () => {
  const fetcher = () => Promise.reject(new TypeError("Failed to fetch"));
  await expect(createApi("", fetcher).get("/")).rejects.toBeInstanceOf(NetworkError);
});

test.each([
  [{ message: "not JSON", file: "a.excalidraw", line: 3, column: 7 }, "Line 3, column 7: not JSON"],
  [{ message: "must be a number", file: "a.excalidraw", where: "elements[2].x" }, "elements[2].x: must be a number"],
  [{ message: "elements[2].x: must be a number", where: "elements[2].x" }, "elements[2].x: must be a number"],
  [{ message: "unknown", hint: "did you mean via?" }, "unknown (did you mean via?)"],
])("%o reads %s", (problem, text) => {
  expect(problemText(problem)).toBe(text);
});
