import { beforeAll, describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { IN_ARABIC } from "../../support/other-scripts.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { AT_RISK } from "../../support/at-risk.ts";

/* The picture that stands in previews of links. */

const CLOSING: Consultation = {
  ...KAZAKHSTAN,
  id: "closing",
  opensAt: "2026-12-01T04:00:00Z",
  closesAt: "2026-12-20T19:00:00Z",
};
const MORE: Consultation[] = [
  CLOSING,
  IN_ARABIC,
  AT_RISK,
  { ...CLOSING, id: "chinese", title: { en: "水" } },
];

let app: App;
let clock = new Date("2026-12-10T00:00:00Z");

beforeAll(async () => {
  const world = { ...(await freshWorld()), now: () => clock };
  for (const one of MORE) await addConsultation(world.db, one);
  app = createApp(world);
});

const ask = (id: string, lang = "en", headers: Record<string, string> = {}, method = "GET") =>
  app.request(`/c/${id}/picture.png?lang=${lang}`, { headers, method });
const tag = async (id: string, lang?: string) => (await ask(id, lang)).headers.get("ETag");

describe("the picture of a consultation", () => {
  test("is as large as previews are, and kept for a while", async () => {
    for (const [id, lang] of [
      [CLOSING.id, "kk"],
      ["water", "ar"],
    ] as const) {
      const answer = await ask(id, lang);
      expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "image/png"]);
      expect(answer.headers.get("Cache-Control")).toBe("public, max-age=3600");
      expect(answer.headers.get("Vary")).toContain("Accept-Language");
      const png = Buffer.from(await answer.arrayBuffer());
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    }
  });

  test("is another one in each language, and whoever has it is told so", async () => {
    const all = await Promise.all(["en", "ru", "kk"].map((lang) => tag(CLOSING.id, lang)));
    expect(new Set(all).size).toBe(3);
    const again = await ask(CLOSING.id, "en", { "If-None-Match": all[0]! });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const head = await ask(CLOSING.id, "en", {}, "HEAD");
    expect([head.status, head.headers.get("ETag")]).toEqual([200, all[0]]);
    // A language that it has not is the original: nobody makes a thousand pictures of it.
    expect(await tag(CLOSING.id, "fr")).toBe(all[0]);
  });

  test("changes when it opens and closes, and not while it is open", async () => {
    const at = async (moment: string) => {
      clock = new Date(moment);
      return tag(CLOSING.id);
    };
    const before = await at("2026-11-30T00:00:00Z");
    const open = await at("2026-12-10T00:00:00Z");
    const last = await at("2026-12-20T18:00:00Z");
    const closed = await at("2026-12-20T19:00:00Z");
    expect(last).toBe(open);
    expect(new Set([before, open, closed]).size).toBe(3);
  });

  test.each([
    ["at-risk", "where taking part may be dangerous"],
    ["chinese", "in letters that its font has not"],
    ["draft", "that is not published"],
  ])("of %s: there is none %s", async (id) => {
    const answer = await ask(id);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("Content-Type")).toContain("text/html");
    expect(await (await app.request(`/c/${id}?lang=en`)).text()).not.toContain("picture.png");
  });
});
