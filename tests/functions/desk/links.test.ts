import { describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { DESK } from "../../../domain/paths.ts";
import { cookieOf } from "../../support/organiser.ts";
import { MINUTE } from "../organiser/ann.ts";
import { desksOn, HERE, outcomeAt, useDesks } from "./at-desk.ts";

const world = useDesks();
const DAY = 24 * 60 * MINUTE;
const REFUSED = [403, "desk-link-refused"];

describe("a link opens the desk of its addressee", () => {
  test("and no more: the page names it, and lists its own recommendations", async () => {
    const { cookie } = await world.sit("W");
    const page = await (await world.sendTo("GET", DESK, { cookie })).text();
    expect(page).toContain("Western governments and institutions");
    const codes = [...page.matchAll(/recommendation=(\w+)/g)].map(([, code]) => code);
    expect(codes).toEqual(["W1", "W2", "W3", "W4"]);
  });

  test("once", async () => {
    const code = await world.makeLink();
    await world.open(code);
    expect(await outcomeAt(await world.tryLink(code))).toEqual(REFUSED);
  });

  test("to whoever comes first, which the log tells; who was meant is told to ask anew", async () => {
    const code = await world.makeLink();
    await world.open(code);
    const meant = await world.tryLink(code);
    expect(await meant.text()).toContain("Ask the organisers for a new one.");
    expect((await world.log()).slice(-2)).toMatchObject([
      { action: "desk-link-made", who: "Ann", after: { addressee: "K" } },
      { action: "desk-opened", who: "Government of Kazakhstan", after: { addressee: "K" } },
    ]);
  });

  test("to one of two who use it at once", async () => {
    const code = await world.makeLink();
    const both = await Promise.all([world.tryLink(code), world.tryLink(code)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 403]);
    expect((await world.log()).filter(({ action }) => action === "desk-opened")).toHaveLength(1);
  });

  test("within 14 days", async () => {
    const [early, late] = [await world.makeLink(), await world.makeLink()];
    world.at += 14 * DAY - 1;
    expect((await world.tryLink(early)).status).toBe(303);
    world.at += 1;
    expect(await outcomeAt(await world.tryLink(late))).toEqual(REFUSED);
    await world.signInAgain();
    // The desk that was opened is there; the link that has run out is not.
    expect(desksOn(await world.responsesPage())).toHaveLength(1);
  });

  test("as people type it, and not mistyped", async () => {
    const code = await world.makeLink();
    for (const typed of ["", "x", code.slice(1), `${code}0`, code.replace(/.$/, "U")]) {
      expect(await outcomeAt(await world.tryLink(typed))).toEqual(REFUSED);
    }
    expect((await world.tryLink(` ${code.toLowerCase().replaceAll("-", " ")} `)).status).toBe(303);
  });

  test("while whoever made it may: not after they were removed", async () => {
    const bob = await world.organisers.join(world.ann, HERE, "editor", "Bob");
    const code = await world.makeLink("K", bob);
    const { cookie, token } = world.ann;
    const fields = { organiser: bob.id };
    await world.organisers.send(ORGANISE.removeOrganiser, { id: HERE, cookie, token, fields });
    expect(await outcomeAt(await world.tryLink(code))).toEqual(REFUSED);
  });
});

describe("organisers", () => {
  test("see a link until when it works, withdraw it, and then it opens nothing", async () => {
    const code = await world.makeLink("W");
    const page = await world.responsesPage();
    expect(page).toContain("Link made by Ann");
    expect(page).not.toContain(code);
    const [hash = ""] = desksOn(page);
    expect((await world.endDesk(hash)).status).toBe(303);
    expect(await outcomeAt(await world.tryLink(code))).toEqual(REFUSED);
    expect(await outcomeAt(await world.endDesk(hash))).toEqual([409, "desk-gone"]);
    expect((await world.log()).at(-1)).toMatchObject({
      action: "desk-ended",
      before: { addressee: "W" },
    });
  });

  test("see that a desk is open, and close it at once", async () => {
    const desk = await world.sit();
    const page = await world.responsesPage();
    expect(page).toContain("Open since");
    await world.endDesk(desksOn(page)[0]!);
    expect(await outcomeAt(await world.sendTo("GET", DESK, desk))).toEqual([
      303,
      "/desk/open?lang=en",
    ]);
    expect(await outcomeAt(await world.answer(desk))).toEqual([403, "desk-closed"]);
    expect(await world.entries()).toEqual([]);
  });

  test("of withdrawing a link and using it at once, one is done, or the desk is closed at once", async () => {
    const code = await world.makeLink();
    const [hash = ""] = desksOn(await world.responsesPage());
    const [ended, opened] = await Promise.all([world.endDesk(hash), world.tryLink(code)]);
    const [isEnded, isOpened] = [ended, opened].map(({ status }) => status === 303);
    expect(isEnded || isOpened).toBe(true);
    // Used a moment before it was withdrawn, it has opened a desk, and that is what was ended.
    if (!isOpened) return;
    const at = await world.sendTo("GET", DESK, { cookie: cookieOf(opened) });
    expect(at.status).toBe(isEnded ? 303 : 200);
  });

  test("cannot make one for nobody, or more than fifty", async () => {
    const { cookie, token } = world.ann;
    const make = (addressee: string) =>
      world.organisers.send(ORGANISE.makeDeskLink, {
        id: HERE,
        cookie,
        token,
        fields: { addressee },
      });
    for (const addressee of ["", "X", "k", "constructor"]) {
      expect(await outcomeAt(await make(addressee))).toEqual([422, "addressee-invalid"]);
    }
    for (let made = 0; made < 50; made++) expect((await make("K")).status).toBe(200);
    expect(await outcomeAt(await make("K"))).toEqual([409, "desks-full"]);
  });
});

test("wrong ones are slowed down, and keep no right one out", async () => {
  const code = await world.makeLink();
  for (let tries = 0; tries < 60; tries++) await world.tryLink("0000-0000-0000-0000");
  const answer = await world.tryLink("0000-0000-0000-0000");
  expect(answer.headers.get("Retry-After")).toBe("2");
  expect(await outcomeAt(answer)).toEqual([429, "too-many"]);
  expect((await world.tryLink(code)).status).toBe(303);
});
