import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import { listTextCounts } from "../../../functions/store/text-counts.ts";
import { freshWorld } from "../../support/world.ts";
import { ID, moderator, write, wrote } from "./moderating.ts";

/* What moderators see of what respondents wrote. */

const services = await freshWorld();
const app = createApp(services);
const aida = await moderator(app, services, "Aida");

const HOSTILE = {
  markup: "<b>bold</b> & <script>alert(1)</script>",
  attribute: `"><img src=x onerror=alert(1)>`,
  direction: "safe \u202Eetirw ot\u202C end",
  isolate: "\u2067 never closed",
  stacked: `Z${"\u0351".repeat(40)}algo`,
  emoji: "👩‍👩‍👧‍👦".repeat(24),
  lookAlike: "Mинистерство of Justice",
  script: "</textarea></form></fieldset>",
} as const;

beforeAll(async () => {
  await write(services, [
    ...Object.values(HOSTILE).map((text) => wrote(text, { code: "W1" })),
    ...Array.from({ length: 100 }, (_, place) =>
      wrote(["The same.", "the  SAME", "The same"][place % 3]!, { publish: place % 2 === 0 }),
    ),
    ...Array.from({ length: 30 }, (_, place) => wrote(`Reason ${place}`, { code: "K5" })),
    wrote("Себебі осы", { language: "kk", panel: "expert" }),
    wrote("What is missing", { code: "" }),
  ]);
});

describe("the queue", () => {
  test("shows the same text once, with how many wrote it, and decides it as one", async () => {
    const page = await (await aida.get("&code=K3&language=en")).text();
    expect(page).toContain("written 100 times");
    expect((await aida.queue("&code=K3&language=en")).map(({ text }) => text)).toEqual([
      "The same.",
    ]);
    const counts = await listTextCounts(services.db, ID);
    const of = counts.find(({ code, language }) => code === "K3" && language === "en");
    expect(of?.counts).toEqual({ waiting: 1, people: 100 });
  });

  test("narrows by recommendation and by language, both with counts, by a plain form", async () => {
    const page = await (await aida.get()).text();
    expect(page).toMatch(/<option value="W1">W1 [^<]+ \(8\)<\/option>/);
    expect(page).toContain('<option value="kk">Kazakh (1)</option>');
    expect(page).toContain('<option value="~">Suggestions of what is missing (1)</option>');
    expect(page).toMatch(/<form class="filter" method="get"/);
    expect(await aida.queue("&language=kk")).toMatchObject([{ text: "Себебі осы" }]);
    expect(await aida.queue("&code=~")).toMatchObject([{ text: "What is missing" }]);
    expect(await aida.queue("&code=K3&language=ru")).toEqual([]);
    expect(await aida.queue("&code=none&language=xx&standing=no&after=%23")).toEqual([]);
  });

  test("goes through all of it in pages of twenty, each text once", async () => {
    const seen: string[] = [];
    let query = "";
    for (let page = 0; page < 5 && query !== "end"; page++) {
      const html = await (await aida.get(query)).text();
      seen.push(...(await aida.queue(query)).map(({ shown }) => shown));
      const [, next] = /&amp;after=([^"&]+)"[^>]*>Next texts/.exec(html) ?? [];
      query = next === undefined ? "end" : `&after=${next}`;
    }
    expect(seen).toHaveLength(8 + 1 + 30 + 1 + 1);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("goes on with a language over several recommendations", async () => {
    const first = await aida.queue("&language=en");
    expect(first).toHaveLength(20);
    const html = await (await aida.get("&language=en")).text();
    const [, next] = /&amp;after=([^"&]+)"[^>]*>Next texts/.exec(html) ?? [];
    const second = await aida.queue(`&language=en&after=${next}`);
    expect(second).toHaveLength(20);
    expect(new Set([...first, ...second].map(({ shown }) => shown)).size).toBe(40);
  });

  test("says nothing of who wrote a text: not the panel, and no id", async () => {
    const page = await (await aida.get("&language=kk")).text();
    const card = page.slice(
      page.indexOf('<fieldset class="entry judged"'),
      page.indexOf("</fieldset>"),
    );
    expect(card).not.toMatch(/expert/i);
    expect(card).toContain('lang="kk" dir="auto"');
  });

  test("shows whatever was typed as text, in a box of its own", async () => {
    const page = await (await aida.get("&code=W1")).text();
    const texts = (await aida.queue("&code=W1")).map(({ text }) =>
      text
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&"),
    );
    expect(texts.toSorted()).toEqual(Object.values(HOSTILE).toSorted());
    expect(page).not.toMatch(/<script>alert|<img src=x|<b>bold/);
    expect(page.match(/<fieldset class="entry judged"/g)).toHaveLength(8);
  });

  test("tells the moderator what may deceive", async () => {
    const page = await (await aida.get("&code=W1")).text();
    // The joiners of an emoji are none.
    expect(page.match(/It holds hidden marks/g)).toHaveLength(2);
    expect(page.match(/Many marks are piled/g)).toHaveLength(1);
    expect(page.match(/Letters of two alphabets/g)).toHaveLength(1);
  });

  test("says what is wanted published by nobody", async () => {
    await write(services, [wrote("For themes alone", { code: "K7", publish: false })]);
    expect(await (await aida.get("&code=K7")).text()).toContain("Nobody who wrote this wants it");
    expect(await (await aida.get("&code=K3")).text()).not.toContain("Nobody who wrote this");
  });
});
