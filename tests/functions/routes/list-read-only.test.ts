import { expect, test } from "vitest";
import { API } from "../../../domain/api.ts";
import { createApp } from "../../../functions/app.ts";
import { turnReadOnly } from "../../../functions/store/read-only.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

test("while nothing is taken programs are told that nobody can rate, at a consultation that stays open", async () => {
  const services = await freshWorld();
  const listed = async () => {
    const answer = await createApp(services).request(API.consultations.path);
    const [{ id, state, canRate, links }] = (await answer.json()).consultations;
    return { id, state, canRate, hasLink: links.rate !== undefined };
  };
  const open = { id: KAZAKHSTAN.id, state: "open" };
  expect(await listed()).toEqual({ ...open, canRate: true, hasLink: true });
  await turnReadOnly(services.db, { since: "2026-06-01T11:00:00Z", by: "operator" });
  expect(await listed()).toEqual({ ...open, canRate: false, hasLink: false });
});
