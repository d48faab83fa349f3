import { beforeAll, describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { newReceipt } from "../../support/client.ts";
import { CATALOGUES, LANGUAGES } from "../../support/languages.ts";
import { IN_ARABIC } from "../../support/other-scripts.ts";
import { signedIn, type SignedInOrganiser } from "../../support/signed-in.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { AT_RISK } from "../../support/at-risk.ts";
import { addresses, said, titleIn } from "./head.ts";

/* What stands in the heads of pages: titles, addresses, and what a preview of a link shows. */

const ORIGIN = "https://consult.example.org";
const MARKUP = `"Water" & <b>wells</b>`;
const LONG: Consultation = {
  ...KAZAKHSTAN,
  id: "long",
  title: { en: `${MARKUP} ${"for everybody who drinks ".repeat(5)}`.trim() },
  summary: { en: `- First\n- Second\n\n${"A third sentence, which goes on. ".repeat(9)}`.trim() },
};
const TITLE = KAZAKHSTAN.title;

let app: App;
let ann: SignedInOrganiser;

beforeAll(async () => {
  const world = await freshWorld();
  for (const one of [AT_RISK, LONG, IN_ARABIC]) await addConsultation(world.db, one);
  const everywhere = { [KAZAKHSTAN.id]: "owner", "at-risk": "owner" } as const;
  ann = await signedIn(world, "Ann", everywhere, ORIGIN);
  app = createApp(world);
});

let receipt = "";

async function head(path: string, fields?: Record<string, string>, cookie = ""): Promise<string> {
  // One ballot, which is sent on the way.
  const sent = fields && { receipt, ...fields };
  const answer = await app.request(ORIGIN + path, {
    headers: { Cookie: cookie },
    ...(fields && { method: "POST", body: new URLSearchParams(sent) }),
  });
  return (await answer.text()).split("</head>")[0]!;
}

const BALLOT = { revision: "1", "rating.W1": "5" };
type Words = (typeof CATALOGUES)["en"];

/** Every page about a consultation, and how its title begins. */
const PAGES: [
  string,
  Record<string, string> | undefined,
  (text: Words, title: string) => string,
][] = [
  ["", undefined, (_, title) => title],
  ["", { ...BALLOT, do: "redraw" }, (_, title) => title],
  ["", { ...BALLOT, do: "review" }, ({ rate }, title) => `${rate.form.reviewHeading} – ${title}`],
  ["", { revision: "1", do: "review" }, ({ rate }, title) => error(rate, title)],
  ["", { ...BALLOT, do: "send" }, ({ rate }, title) => rate.titles.saved.replace("{title}", title)],
  ["/receipt", undefined, ({ rate }, title) => `${rate.receipt.title} – ${title}`],
  [
    "/receipt",
    { receipt: "?" },
    ({ rate }, title) => error(rate, `${rate.receipt.title} – ${title}`),
  ],
  ["/receipt", { do: "withdraw" }, ({ rate }, title) => `${rate.receipt.confirmTitle} – ${title}`],
  ["/about", undefined, ({ about }, title) => `${about.consultation.title} – ${title}`],
  ["/translation", undefined, ({ translation }, title) => `${translation.title} – ${title}`],
  [
    "/translation",
    { text: "?" },
    ({ rate, translation }, title) => error(rate, `${translation.title} – ${title}`),
  ],
  ["/results", undefined, ({ results }, title) => `${results.eyebrow} – ${title}`],
  ["/results/embed", undefined, ({ results }, title) => `${results.eyebrow} – ${title}`],
  // Browsers print the title above every sheet, and the form has it on the first.
  ["/paper", undefined, ({ paper }) => paper.title],
];
const error = ({ titles }: Words["rate"], title: string) => titles.error.replace("{title}", title);

describe.each(LANGUAGES)("in %s", (language) => {
  const text = CATALOGUES[language];

  test("each page about a consultation has its title, with what it is and what came of it", async () => {
    receipt = newReceipt();
    for (const [page, fields, expected] of PAGES) {
      const html = await head(`/c/${KAZAKHSTAN.id}${page}?lang=${language}`, fields);
      expect(titleIn(html)).toBe(`${expected(text, TITLE[language])} – Kenes`);
    }
  });

  test("at risk, no title, preview or address says what it is about or what was done", async () => {
    receipt = newReceipt();
    for (const [page, fields] of PAGES) {
      // There is no frame of one.
      if (page === "/results/embed") continue;
      const html = await head(`/c/at-risk${page}?lang=${language}`, fields);
      const expected = page === "/paper" ? `${text.paper.title} – Kenes` : text.rate.page.title;
      expect(titleIn(html)).toBe(expected);
      expect(html).not.toContain("picture.png");
      // Without any text of ours, messengers show the page's own heading and first sentence.
      expect(said(html, "og:title")).toBe(text.rate.page.title);
      expect(said(html, "og:description")).toBe(text.common.neutralDescription);
      const meta = html.replace(/<script type="application\/json".*?<\/script>/s, "");
      for (const word of [...TITLE[language].split(" "), KAZAKHSTAN.organiser.name[language]]) {
        if (word.length > 4) expect(meta).not.toContain(word);
      }
    }
  });
});

describe("what is passed on", () => {
  test("is the page itself, in this language, with its whole address and those of the others", async () => {
    for (const page of ["", "/results", "/about", "/paper", "/receipt", "/translation"]) {
      const path = `/c/${KAZAKHSTAN.id}${page}`;
      // Neither a channel nor an order of the results goes along.
      const html = await head(`${path}?lang=kk&via=paper.abc&sort=gap`);
      expect(addresses(html, "canonical")).toEqual([`${ORIGIN}${path}?lang=kk`]);
      expect(addresses(html, "alternate")).toEqual([
        ...["en", "ru", "kk"].map((one) => `${ORIGIN}${path}?lang=${one}`),
        ORIGIN + path,
        // Results may be shown in frames elsewhere (share.test.ts).
        ...(page === "/results" ? [expect.stringContaining("/api/oembed?")] : []),
      ]);
      expect(said(html, "og:image")).toBe(`${ORIGIN}/c/${KAZAKHSTAN.id}/picture.png?lang=kk`);
      expect(said(html, "og:locale")).toBe("kk_KZ");
      expect(said(html, "description")).toBe(said(html, "og:description"));
    }
  });

  test("of the installation's own pages is their first sentence", async () => {
    for (const path of ["/", "/about", "/privacy", "/accessibility"]) {
      const html = await head(`${path}?lang=ar`);
      expect(addresses(html, "canonical")).toEqual([`${ORIGIN}${path}?lang=ar`]);
      expect(said(html, "og:title")!.length).toBeGreaterThan(4);
      expect(said(html, "og:description")!.length).toBeGreaterThan(20);
      expect(said(html, "og:image")).toBe(undefined);
    }
  });

  test("is in the language of the link, and in the original where there is no translation", async () => {
    const html = await head("/c/water?lang=en");
    expect(said(html, "og:title")).toBe("A citizens’ assembly on water");
    // Its summary is there in Arabic only: the list is no list here, and an address shows its host.
    expect(said(html, "og:description")).toContain("عطلات أسبوع. المصدر: example.org/report.");
  });

  test("is text and nothing else, and what is long is shortened by words", async () => {
    const html = await head("/c/long?lang=en");
    expect(titleIn(html)).toBe(`${LONG.title["en"]!} – Kenes`);
    expect(html.replace(/<script.*?<\/script>/s, "")).not.toContain("<b>");
    const title = said(html, "og:title")!;
    expect(title).toBe(`${MARKUP} for everybody who drinks for everybody who drinks for…`);
    const description = said(html, "og:description")!;
    expect(description).toMatch(/^First Second A third sentence, which goes on\. A third .*\w…$/);
    expect(description.length).toBeLessThanOrEqual(161);
  });

  test("weighs little, even in letters of two bytes each", async () => {
    for (const language of LANGUAGES) {
      const html = await head(`/c/${KAZAKHSTAN.id}?lang=${language}`);
      const all = html.match(/<meta [^>]*(property|twitter)[^>]*>/g)!.join("");
      expect(Buffer.byteLength(all)).toBeLessThanOrEqual(language === "en" ? 600 : 900);
    }
  });

  test("is nothing of a refusal, of the console or of a page within others", async () => {
    for (const path of [
      "/nowhere",
      "/c/nowhere",
      "/organise",
      `/c/${KAZAKHSTAN.id}/results/embed`,
    ]) {
      const html = await head(`${path}?lang=en`, undefined, ann.cookie);
      expect(html).toContain("<title>");
      expect(html).not.toMatch(/og:|canonical|hreflang="x-default"/);
    }
  });
});

describe("the console", () => {
  const at = async (id: string, page: (typeof ORGANISE)[keyof typeof ORGANISE]) =>
    titleIn(await head(organisePath(page, { id, lang: "ru" }), undefined, ann.cookie));

  test("names the page and the consultation; at risk, no consultation", async () => {
    const { draft, organiser } = CATALOGUES.ru;
    const { life } = draft.sections;
    expect(await at(KAZAKHSTAN.id, ORGANISE.lifePage)).toBe(`${life} – ${TITLE.ru} – Kenes`);
    expect(await at("at-risk", ORGANISE.lifePage)).toBe(
      `${life} – ${organiser.page.console} – Kenes`,
    );
    expect(await at("", ORGANISE.home)).toBe(
      `${organiser.home.title} – ${organiser.page.console} – Kenes`,
    );
  });
});
