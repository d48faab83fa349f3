import { Hono } from "hono";
import { expect, test } from "vitest";
import { ADMISSION } from "../../../functions/http/admission.ts";
import { type Environment, NoTurn } from "../../../functions/http/environment.ts";
import { madeAnswer } from "../../../functions/http/made-answer.ts";
import { pageInTurn } from "../../../functions/http/page-in-turn.ts";
import { inTurn } from "../../../functions/http/turns.ts";
import { madePages } from "../../../functions/memory/made-pages.ts";
import { BALLOT_PATH, times } from "../../support/client.ts";

/** A site with a kept page, one that is drawn for each, and one that is under way until it is told to end. */
function site(limits: Partial<typeof ADMISSION> = {}) {
  const pages = madePages();
  const drawn: string[] = [];
  const { promise, resolve } = Promise.withResolvers<Response>();
  const state = { release: "1", isThere: true };
  const app = new Hono<Environment>();
  app.get("/kept/:name", async (context) => {
    if (!state.isThere) return context.text("gone", 404);
    const { name } = context.req.param();
    const make = () => (drawn.push(name), `${name} of ${state.release}`);
    const page = await pageInTurn(context, pages, name, state.release, make);
    return madeAnswer(context.req.raw, page, false);
  });
  app.get("/drawn", (context) => context.text("drawn"));
  app.get("/long", () => promise);
  app.put(BALLOT_PATH, () => promise);
  app.onError((failure) => {
    if (failure instanceof NoTurn) return new Response(null, { status: 503 });
    throw failure;
  });
  const answerOf = inTurn(app, { ...ADMISSION, pages: 1, ...limits });
  const ask = async (path: string, headers: Record<string, string> = {}, method = "GET") => {
    const answer = await answerOf(new Request(`http://localhost${path}`, { headers, method }), {});
    return typeof answer === "string" ? answer : answer.text();
  };
  /** Takes the only turn that there is. */
  const hold = async () => {
    const held = ask("/long");
    for (let turns = 0; turns < 3; turns++) await turn();
    return () => (resolve(new Response("long")), held);
  };
  return { ask, hold, drawn, state, end: () => resolve(new Response("long")) };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test("a page that is in memory is looked up at once, however many wait", async () => {
  const { ask, hold, drawn } = site();
  expect(await ask("/kept/a")).toBe("a of 1");
  const end = await hold();
  const waiting = ask("/drawn");
  expect(await Promise.all(times(100, () => ask("/kept/a")))).toEqual(times(100, () => "a of 1"));
  expect(drawn).toEqual(["a"]);
  await end();
  expect(await waiting).toBe("drawn");
});

test("while a ballot is under way, lookups take turns too", async () => {
  const { ask, end } = site({ waiting: 2 });
  await ask("/kept/a");
  const ballot = ask(BALLOT_PATH, {}, "PUT");
  const asked = times(3, () => ask("/kept/a"));
  expect(await Promise.all(asked)).toEqual(["a of 1", "a of 1", "busy"]);
  end();
  expect(await ballot).toBe("long");
});

test("one that has to be made anew waits for its turn, and is made once for all who wait", async () => {
  const { ask, hold, drawn, state } = site();
  await ask("/kept/a");
  const end = await hold();
  state.release = "2";
  const asked = times(10, () => ask("/kept/a"));
  await turn();
  await turn();
  expect(drawn).toEqual(["a"]);
  await end();
  expect(await Promise.all(asked)).toEqual(times(10, () => "a of 2"));
  expect(drawn).toEqual(["a", "a"]);
});

test("so does one that is to be compressed for the first time", async () => {
  const { ask, hold } = site();
  await ask("/kept/a");
  const end = await hold();
  let isThere = false;
  const asked = ask("/kept/a", { "Accept-Encoding": "br" }).then(() => (isThere = true));
  await turn();
  await turn();
  expect(isThere).toBe(false);
  await end();
  await asked;
});

test("whoever would wait too long for it to be made is refused", async () => {
  const { ask, hold, state } = site({ waiting: 2 });
  await ask("/kept/a");
  const end = await hold();
  state.release = "2";
  const asked = times(2, () => ask("/kept/a"));
  await turn();
  expect(await ask("/kept/a")).toBe("busy");
  await end();
  expect(await Promise.all(asked)).toEqual(["a of 2", "a of 2"]);
});

test("what is not kept, or is no longer, waits", async () => {
  const { ask, hold, state } = site({ waiting: 1 });
  await ask("/kept/a");
  await ask("/drawn");
  state.isThere = false;
  expect(await ask("/kept/a")).toBe("gone");
  const end = await hold();
  const waiting = ask("/drawn");
  expect(await ask("/kept/a")).toBe("busy");
  await end();
  expect(await waiting).toBe("drawn");
});
