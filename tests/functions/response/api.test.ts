import { expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { HERE, useDesks } from "../desk/at-desk.ts";

const world = useDesks();
const PATH = apiPath(API.responses, HERE);
const get = (headers: Record<string, string> = {}) =>
  world.organisers.app.request(PATH, { headers });

test("everybody gets every entry with what became of it, and its tag while nothing changes", async () => {
  const empty = await get();
  expect(await empty.json()).toEqual({ consultation: HERE, responses: [] });

  const desk = await world.sit();
  await world.answer(desk);
  await world.answer(desk, { corrects: "1", status: "rejected" });
  const { cookie, token } = world.ann;
  const fields = { entry: "2", "reason.en": "Mistaken" };
  await world.organisers.send(ORGANISE.withdrawResponse, { id: HERE, cookie, token, fields });
  world.at += 2_000;

  const answered = await get();
  const body: unknown = await answered.json();
  expect(API.responses.answers[200].parse(body)).toEqual(body);
  expect(body).toMatchObject({
    responses: [
      { number: 1, kind: "answer", by: "addressee", fate: "stands" },
      { number: 2, kind: "answer", corrects: 1, fate: "withdrawn", through: 3 },
      { number: 3, kind: "withdrawal", withdraws: 2, reason: { en: "Mistaken" } },
    ],
  });
  // What became of an answer stands in a part, too, that does not hold what it was withdrawn by.
  const part = await world.organisers.app.request(`${PATH}?limit=1&after=1`);
  expect(await part.json()).toMatchObject({
    responses: [{ number: 2, fate: "withdrawn", through: 3 }],
  });
  expect(part.headers.get("Link")).toBe(`<${PATH}?limit=1&after=2>; rel="next"`);
  const tag = answered.headers.get("ETag")!;
  expect(tag).not.toBe(empty.headers.get("ETag"));
  expect((await get({ "If-None-Match": tag })).status).toBe(304);
  expect((await get({ "If-None-Match": empty.headers.get("ETag")! })).status).toBe(200);
  expect(answered.headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=3");
});

test("of an unknown consultation there are none", async () => {
  const answer = await world.organisers.app.request(apiPath(API.responses, "nowhere"));
  expect([answer.status, answer.headers.get("Content-Type")]).toEqual([
    404,
    "application/problem+json",
  ]);
});
