import { beforeAll, describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { Answer, ResponseEntry } from "../../../domain/response/entry.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import type { Services } from "../../../functions/services.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { responsePut } from "../../../functions/store/responses.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { AT_RISK } from "../../support/at-risk.ts";
import { CATALOGUES, LANGUAGES } from "../../support/languages.ts";
import { IN_ARABIC } from "../../support/other-scripts.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { wordsOf } from "../../web/results/made.ts";
import { releasedWorld } from "./released-world.ts";

/* What was officially answered, on the page of a recommendation, in the list, and in pictures of links to it. */

const ORIGIN = "https://consult.example.org";
const ID = KAZAKHSTAN.id;
const PATH = `/c/${ID}/r/K3`;
const LATER: Consultation = { ...KAZAKHSTAN, id: "later" };
const HAN: Consultation = { ...KAZAKHSTAN, id: "han", title: { en: "公開" } };

let world: Services;
let app: App;
let clock = new Date("2026-11-24T09:00:00Z");

beforeAll(async () => {
  world = { ...(await releasedWorld([AT_RISK, IN_ARABIC, HAN])), now: () => clock };
  await addConsultation(world.db, LATER);
  app = createApp(world);
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(ORIGIN + path, { headers });
const htmlOf = async (path: string) => (await ask(path)).text();

const ANSWER: Answer = {
  kind: "answer",
  number: 1,
  at: "2026-11-20T08:00:00Z",
  by: "organiser",
  recommendation: "K3",
  addressee: "K",
  status: "partly-accepted",
  day: "2026-11-18",
  statement: { en: "Akims of regions will be elected." },
  original: "en",
  evidence: [],
  source: { title: "A speech of 18 November 2026" },
  promised: "2026-12-31",
};
const record = (entry: ResponseEntry) => writeAll(world.db, [responsePut(world.db, ID, entry)]);

describe("official answers", () => {
  test("are on the page and in the list as soon as they are recorded, and the days go on by themselves", async () => {
    const page = async (language = "en") => wordsOf(await htmlOf(`${PATH}?lang=${language}`));
    const line = async () =>
      wordsOf((await htmlOf(`/c/${ID}/results?lang=en`)).split('id="K3"')[1]!.split("</li>")[0]!);
    // The first release is of the 9th.
    expect(await page()).toContain("15 days without an official answer");
    expect(await line()).toContain("Official answer: No answer");
    // Where the clocks of the consultation show midnight.
    clock = new Date("2026-11-24T18:59:59Z");
    expect(await page()).toContain("15 days without");
    clock = new Date("2026-11-24T19:00:00Z");
    expect(await page()).toContain("16 days without");
    expect(await record(ANSWER)).toBe(true);
    // The register is asked again each second.
    clock = new Date("2026-11-24T19:00:01.100Z");
    for (const one of ["Partly accepted", "Akims of regions will be elected.", "9 days after"]) {
      expect(await page()).toContain(one);
    }
    expect(await line()).toContain("Official answer: Partly accepted");
    for (const language of LANGUAGES) {
      const { statuses } = CATALOGUES[language].response;
      expect(await page(language)).toContain(statuses["partly-accepted"]);
    }
    clock = new Date("2026-12-31T19:00:00Z");
    expect(await page()).toContain("that day has passed without a further answer");
    // What is kept is what would be made this moment.
    const query = `${PATH}?lang=ru`;
    expect(await htmlOf(query)).toBe(await (await createApp(world).request(ORIGIN + query)).text());
  });
});

describe("the picture", () => {
  const picture = (id: string, code: string, lang = "en", headers = {}) =>
    ask(`/c/${id}/r/${encodeURIComponent(code)}/picture.png?lang=${lang}`, headers);
  const tagOf = async (...of: Parameters<typeof picture>) =>
    (await picture(...of)).headers.get("ETag");

  test("is as large as previews are, before there are results too, and kept for a while", async () => {
    for (const [id, code, lang] of [
      [ID, "K3", "kk"],
      ["later", "W2", "ru"],
      ["water", "ت٢", "ar"],
    ] as const) {
      const answer = await picture(id, code, lang);
      expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "image/png"]);
      expect(answer.headers.get("Cache-Control")).toBe("public, max-age=3600");
      const png = Buffer.from(await answer.arrayBuffer());
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    }
  });

  test("is another one of each recommendation, in each language, and after an answer", async () => {
    const all = [
      await tagOf(ID, "K3"),
      await tagOf(ID, "K4"),
      await tagOf(ID, "K3", "ru"),
      await tagOf(ID, "K3", "kk"),
    ];
    expect(new Set(all).size).toBe(4);
    expect((await picture(ID, "K3", "en", { "If-None-Match": all[0]! })).status).toBe(304);
    const accepted = { ...ANSWER, number: 2, status: "accepted", day: "2026-12-31" } as const;
    expect(await record(accepted)).toBe(true);
    clock = new Date(clock.getTime() + 1_100);
    expect(await tagOf(ID, "K3")).not.toBe(all[0]);
    expect(await tagOf(ID, "K4")).toBe(all[1]);
  });

  test("is not there in letters that its font has not, nor where taking part may be dangerous", async () => {
    expect((await picture("at-risk", "K3")).status).toBe(404);
    expect((await picture("han", "K3")).status).toBe(404);
    expect(await htmlOf("/c/han/r/K3?lang=en")).not.toContain("picture.png");
  });
});
