import { beforeAll, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { callsDuring } from "../../support/store-calls.ts";
import { useAnn } from "./ann.ts";

/* Whether a code was right once is not to be told by how long it takes to refuse it. */

const WRONG = "0000-0000-0000-0000";
const world = useAnn(beforeAll);
const calls = (act: () => Promise<unknown>) => callsDuring(world.services.db, act);

test("of a recovery code that was used the same is asked as of one that is nobody's", async () => {
  const recover = (code: string) => world.organisers.send(ORGANISE.recover, { fields: { code } });
  const [code] = world.ann.codes;
  expect((await recover(code!)).status).toBe(303);
  const ofWrong = await calls(() => recover(WRONG));
  expect(ofWrong).toEqual(["GetItem main", "GetItem main"]);
  expect(await calls(() => recover(code!))).toEqual(ofWrong);
});

test("of a link to a team, and of one to set up, too", async () => {
  const ask = (by: "setupOptions" | "joinOptions", code: string) =>
    world.organisers.send(ORGANISE[by], { fields: { code, name: "Eve" } });
  const role = await world.organisers.invite(world.ann, KAZAKHSTAN.id, "viewer");
  await world.organisers.register("join", role, "Vera");
  const setup = await world.setupCode();
  await world.organisers.register("setup", setup, "Zoe");
  for (const [by, used] of [
    ["joinOptions", role],
    ["setupOptions", setup],
  ] as const) {
    const ofWrong = await calls(() => ask(by, WRONG));
    expect(ofWrong).toEqual(["GetItem ephemeral"]);
    expect(await calls(() => ask(by, used))).toEqual(ofWrong);
  }
});

test("and of a link to a desk", async () => {
  const { cookie, token } = world.ann;
  const { app } = world.organisers;
  const page = await world.organisers.send(ORGANISE.makeDeskLink, {
    id: KAZAKHSTAN.id,
    cookie,
    token,
    fields: { addressee: KAZAKHSTAN.addressees[0]!.code },
  });
  const [, code] = /#([0-9A-Z-]{19})/.exec(await page.text())!;
  const open = async (text: string) =>
    app.request("http://localhost/desk/open", {
      method: "POST",
      headers: {
        Origin: "http://localhost",
        "Content-Type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({ code: text }).toString(),
    });
  expect((await open(code!)).status).toBe(303);
  const ofWrong = await calls(() => open(WRONG));
  expect(ofWrong).toEqual(["GetItem ephemeral"]);
  expect(await calls(() => open(code!))).toEqual(ofWrong);
});
