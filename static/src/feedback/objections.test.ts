import { expect, test, vi } from "vitest";
import type { Api } from "../shared/api";
import { Objections } from "./objections";
import { EMPTY_EVIDENCE, finding } from "./testing";

function sending(): { send: ReturnType<typeof vi.fn>; objections: Objections } {
  const send = vi.fn(async () => ({ status: 200, body: undefined }));
  return { send, objections: new Objections({ get: vi.fn(), send } as unknown as Api, "/api/s") };
}

test("a dispute names its check and what the finding was about", async () => {
  const { send, objections } = sending();
  const about = finding("one", { source: "spof", evidence: { ...EMPTY_EVIDENCE, component_ids: ["a"] } });
  await objections.dispute(about, "accepted", "A prototype.");
  const body = { kind: "accepted", because: "A prototype.", component_ids: ["a"] };
  expect(send).toHaveBeenCalledWith("PUT", "/api/s/disputes/spof/one", body);
  await objections.withdraw(about);
  expect(send).toHaveBeenLastCalledWith("DELETE", "/api/s/disputes/spof/one");
});

test("a journey is told with the revision that shows it", async () => {
  const { send, objections } = sending();
  await objections.tell("read", ["a", "b"], 4);
  expect(send).toHaveBeenCalledWith("PUT", "/api/s/journeys/read", { revision: 4, walk: ["a", "b"] });
  await objections.takeBack("read");
  expect(send).toHaveBeenLastCalledWith("DELETE", "/api/s/journeys/read");
});
