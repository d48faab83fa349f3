import { beforeAll, describe, expect, test } from "vitest";
import {
  BRIEFING,
  LEDGER,
  LEDGER_CHART,
  LEDGER_EMBED,
  LETTER,
  RESULTS,
  SHARE,
} from "../../../domain/paths.ts";
import { createApp } from "../../../functions/app.ts";
import { problemOf } from "../../support/client.ts";
import { CATALOGUES } from "../../support/languages.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { answered } from "../../domain/ledger/cases.ts";
import { wordsOf } from "../../web/results/made.ts";
import { addresses, said, titleIn } from "./head.ts";
import { at, ID, ledgerWorld, ORIGIN } from "./ledger-world.ts";

/* The ledger as anybody asks for it: pages and frames, and what changes them. */

let ledger: Awaited<ReturnType<typeof ledgerWorld>>;
beforeAll(async () => {
  ledger = await ledgerWorld();
});
const ask = (...asked: Parameters<typeof ledger.ask>) => ledger.ask(...asked);
const page = (path: string) => ledger.page(path);

describe("within other sites' pages", () => {
  test("is a frame, and offered on the page that says how", async () => {
    const answer = await ask(at(LEDGER_EMBED));
    expect(answer.headers.get("Content-Security-Policy")).toContain("frame-ancestors *");
    const share = await page(at(SHARE));
    expect(share).toContain(`src=&quot;${ORIGIN}/c/${ID}/ledger/embed?lang=en&quot;`);
    for (const path of [LEDGER, LETTER, BRIEFING, LEDGER_CHART]) {
      const policy = (await ask(at(path))).headers.get("Content-Security-Policy");
      expect(policy).toContain("frame-ancestors 'none'");
    }
  });

  test("is refused where taking part is dangerous, and offered nowhere", async () => {
    const answer = await ask(at(LEDGER_EMBED, "at-risk"), { Accept: "application/problem+json" });
    expect(await problemOf(answer)).toEqual({ status: 403, title: "embed-at-risk" });
    expect(await page(at(SHARE, "at-risk"))).not.toContain("ledger/embed");
  });
});

describe("pages", () => {
  test.each([LETTER, BRIEFING])("%s is for addressees of the consultation alone", async (path) => {
    expect((await ask(at(path))).status).toBe(200);
    for (const addressee of ["X", "k", "__proto__", "constructor", "W1"]) {
      expect((await ask(at(path, ID, addressee))).status).toBe(404);
    }
    expect((await ask(at(path, "nowhere"))).status).toBe(404);
    expect((await ask(at(path, "later"))).status).toBe(200);
  });

  test("of people at risk stay on no device, under a title that says nothing", async () => {
    for (const path of [LEDGER, LETTER, BRIEFING]) {
      const quiet = await ask(at(path, "at-risk"));
      expect(quiet.headers.get("Cache-Control")).toBe("no-store");
      expect(quiet.headers.has("ETag")).toBe(false);
      const [head] = (await quiet.text()).split("</head>");
      expect(head).toContain(`<title>${CATALOGUES.en.rate.page.title}</title>`);
      expect(head).not.toContain("Kazakhstan");
    }
  });

  test("are passed on under their own address, with a title and a picture", async () => {
    for (const [path, name] of [
      [LEDGER, CATALOGUES.en.ledger.name],
      [LETTER, "Letter: Government of Kazakhstan"],
    ] as const) {
      const [head = ""] = (await page(`${at(path)}&by=expert`)).split("</head>");
      expect(titleIn(head)).toBe(`${name} – ${KAZAKHSTAN.title.en} – Kenes`);
      expect(addresses(head, "canonical")).toEqual([ORIGIN + at(path)]);
      expect(said(head, "og:image")).toBe(`${ORIGIN}/c/${ID}/picture.png?lang=en`);
    }
  });

  test("are linked from the results and from the list of consultations", async () => {
    const link = `/c/${ID}/ledger?lang=en`;
    expect(await page(at(RESULTS))).toContain(link);
    expect(await page("/?lang=en")).toContain(link);
    expect(await page("/?lang=en")).not.toContain("/c/later/ledger");
  });

  test("have no script but that of the frame, and need none", async () => {
    for (const path of [LEDGER, LETTER, BRIEFING]) {
      expect(await page(at(path))).not.toContain("<script");
    }
  });

  test("are kept all day, and made anew by a day, an answer, a release's day or a choice", async () => {
    const first = await ask(at(LEDGER));
    const again = { "If-None-Match": first.headers.get("ETag")! };
    ledger.clock.now = new Date("2027-06-09T18:59:59.999Z");
    expect((await ask(at(LEDGER), again)).status).toBe(304);
    expect((await ask(`${at(LEDGER)}&by=expert`, again)).status).toBe(200);
    // Midnight in Almaty.
    ledger.clock.now = new Date("2027-06-09T19:00:00Z");
    const next = await ask(at(LEDGER), again);
    expect(next.status).toBe(200);
    expect(wordsOf(await next.text())).toContain("213 days");
    const number = 3;
    await ledger.record(answered(number, "K5", "2027-06-09", { addressee: "K" }));
    ledger.clock.now = new Date("2027-06-09T19:00:02Z");
    const after = await ask(at(LEDGER), { "If-None-Match": next.headers.get("ETag")! });
    expect(after.status).toBe(200);
    expect(wordsOf(await after.text())).toContain("Answered on 9 June 2027, after 212 days");
    // The same as one that was made that very moment, in a process that has nothing in memory.
    for (const path of [LEDGER, LETTER, BRIEFING]) {
      const fresh = createApp(ledger.world);
      expect(await page(at(path))).toBe(await (await fresh.request(ORIGIN + at(path))).text());
    }
  });
});
