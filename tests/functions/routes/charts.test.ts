import { beforeAll, describe, expect, test } from "vitest";
import { LEDGER_CHART, LEDGER_PNG, pathOf } from "../../../domain/paths.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { CATALOGUES } from "../../support/languages.ts";
import { IN_ARABIC } from "../../support/other-scripts.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { sizeOf } from "../picture/read-png.ts";
import { gradedRelease } from "../../web/results/graded.ts";
import { releasedWorld } from "./released-world.ts";

/* Every chart in three sizes and three forms, by its address and by the form that chooses one. */

const ORIGIN = "https://consult.example.org";
const BASE = `/c/${KAZAKHSTAN.id}/results`;
let app: App;

beforeAll(async () => {
  const world = await releasedWorld([IN_ARABIC]);
  await addConsultation(world.db, { ...KAZAKHSTAN, id: "later" });
  app = createApp(world);
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(`${ORIGIN}${path}`, { headers });
const refusalOf = async (path: string) => {
  const answer = await ask(path, { Accept: "application/problem+json" });
  return [answer.status, ((await answer.json()) as { title: string }).title];
};

describe("a chart in another size", () => {
  test.each([
    ["square", [1080, 1080]],
    ["story", [1080, 1920]],
  ] as const)("is a %s of just those pixels, of which its name tells", async (size, pixels) => {
    for (const [id, chart, lang] of [
      [KAZAKHSTAN.id, "overview", "kk"],
      [KAZAKHSTAN.id, "K3", "ru"],
      ["water", "ت٢", "ar"],
    ] as const) {
      const path = `/c/${id}/results/${encodeURIComponent(chart)}`;
      const png = await ask(`${path}.png?lang=${lang}&size=${size}`);
      expect(png.headers.get("Content-Type")).toBe("image/png");
      expect(png.headers.get("Content-Disposition")).toContain(`-${size}.png`);
      expect(sizeOf(new Uint8Array(await png.arrayBuffer()))).toEqual(pixels);
      const svg = await (await ask(`${path}.svg?lang=${lang}&size=${size}`)).text();
      expect(svg).toContain(`width="${pixels[0]}" height="${pixels[1]}"`);
    }
  });

  test("is as today without a size, and for an article", async () => {
    const [plain, article] = await Promise.all(
      ["", "&size=article"].map(async (size) =>
        (await ask(`${BASE}/K3.svg?lang=en${size}`)).text(),
      ),
    );
    expect(plain).toBe(article);
    expect(plain).toContain('width="900"');
  });

  test("is there of the ledger too", async () => {
    const path = pathOf(LEDGER_PNG, { id: KAZAKHSTAN.id, lang: "ru" });
    const answer = await ask(`${path}&size=square`);
    expect(answer.headers.get("Content-Disposition")).toContain("-square.png");
    expect(sizeOf(new Uint8Array(await answer.arrayBuffer()))).toEqual([1080, 1080]);
  });

  test.each([
    `${BASE}/K3.svg?size=huge`,
    `${BASE}/K3.png?size=Square`,
    `${BASE}/K3.png?size=constructor`,
    `${BASE}/K3.vl.json?size=square`,
    `${pathOf(LEDGER_CHART, { id: KAZAKHSTAN.id })}?size=huge`,
  ])("%s is refused", async (path) => {
    expect(await refusalOf(path)).toEqual([400, "picture-size"]);
    expect(await (await ask(`${path}&lang=ru`)).text()).toContain(
      CATALOGUES.ru.problems["picture-size"],
    );
  });
});

test("a specification holds the released figures, and is not sent again to who has it", async () => {
  const answer = await ask(`${BASE}/overview.vl.json?lang=kk`);
  expect(answer.headers.get("Content-Type")).toBe("application/json");
  expect(answer.headers.get("Content-Disposition")).toContain("-overview.vl.json");
  const tag = answer.headers.get("ETag")!;
  const spec = (await answer.json()) as {
    data: { values: { code: string; panel: "public" | "expert"; mean: number }[] };
    usermeta: { source: string };
  };
  const { release } = gradedRelease(KAZAKHSTAN);
  expect(spec.data.values).toHaveLength(2 * KAZAKHSTAN.recommendations.length);
  for (const { code, panel, mean } of spec.data.values) {
    const figures = release.recommendations.find((one) => one.code === code)!.panels[panel];
    expect(mean).toBe(figures.mean);
  }
  expect(spec.usermeta.source).toBe(`${ORIGIN}${BASE}`);
  const again = await ask(`${BASE}/overview.vl.json?lang=kk`, { "If-None-Match": tag });
  expect(again.status).toBe(304);
  expect(await refusalOf(`${BASE}/K99.vl.json`)).toEqual([404, "page-unknown"]);
  expect(await refusalOf("/c/later/results/K3.vl.json")).toEqual([404, "release-unknown"]);
});

describe("the form on the page to share", () => {
  const chosen = async (query: string) => {
    const answer = await ask(`${BASE}/chart?${query}`);
    return [answer.status, answer.headers.get("Location")] as const;
  };

  test("offers every chart, size and form in one place", async () => {
    const html = await (await ask(`${BASE}/share?lang=en`)).text();
    for (const { code } of KAZAKHSTAN.recommendations) {
      expect(html).toContain(`<option value="${code}"`);
    }
    const { sizes } = CATALOGUES.en.share;
    for (const words of [...Object.values(sizes.sizes), ...Object.values(sizes.formats)]) {
      expect(html).toContain(words);
    }
    expect(html).toContain(`action="${BASE}/chart"`);
  });

  test("leads to the file that was chosen", async () => {
    expect(await chosen("chart=K3&size=square&format=png&lang=kk")).toEqual([
      303,
      `${BASE}/K3.png?size=square&lang=kk`,
    ]);
    expect(await chosen("chart=overview&size=story&format=vl.json&lang=ru")).toEqual([
      303,
      `${BASE}/overview.vl.json?lang=ru`,
    ]);
    const ledger = pathOf(LEDGER_PNG, { id: KAZAKHSTAN.id });
    const [, address] = await chosen("chart=/ledger&size=story&format=png&lang=ru");
    expect(address).toBe(`${ledger}?size=story&lang=ru`);
    expect((await ask(address!)).status).toBe(200);
    const [, specification] = await chosen("chart=/ledger&size=story&format=vl.json&lang=ru");
    const answer = await ask(specification!);
    expect(answer.headers.get("Content-Disposition")).toContain(".vl.json");
    const spec = (await answer.json()) as { data: { values: unknown[] } };
    expect(spec.data.values).toHaveLength(KAZAKHSTAN.recommendations.length);
    expect(await refusalOf(`${specification!}&size=story`)).toEqual([400, "picture-size"]);
  });

  test.each([
    ["chart=K3&size=huge&format=png", 400, "picture-size"],
    ["chart=K3&size=square&format=gif", 400, "picture-size"],
    ["chart=//evil.example&size=square&format=png", 404, "page-unknown"],
    ["", 404, "page-unknown"],
  ] as const)("%s is refused", async (query, status, title) => {
    expect(await refusalOf(`${BASE}/chart?${query}`)).toEqual([status, title]);
  });
});
