import { beforeAll, describe, expect, test } from "vitest";
import { API_OEMBED } from "../../../domain/paths.ts";
import type { App } from "../../../functions/http/environment.ts";
import { definition, nameOf, QUERY, RESULTS, unflaggedWorld } from "./unflagged-world.ts";

const { id } = definition;
let app: App;
beforeAll(async () => {
  ({ app } = await unflaggedWorld());
});

describe("what leaves the page without flagged ballots says so", () => {
  const textOf = async (path: string) => (await app.request(path)).text();
  const code = definition.recommendations[0]!.code;
  const LEFT_OUT = {
    en: "Without flagged ballots:",
    ru: "Без помеченных бюллетеней:",
    kk: "Белгіленген бюллетеньдерсіз:",
  };

  test.each(["en", "ru", "kk"] as const)(
    "in %s: charts, frame and the page to share",
    async (lang) => {
      for (const path of [
        `${RESULTS}/overview.svg`,
        `${RESULTS}/${code}.svg`,
        `${RESULTS}/embed`,
        `${RESULTS}/share`,
      ]) {
        const [plain, without] = await Promise.all(
          ["", `&${QUERY}`].map((query) => textOf(`${path}?lang=${lang}${query}`)),
        );
        expect(plain, path).not.toContain(LEFT_OUT[lang]);
        expect(
          without!.replaceAll(/<\/?(tspan|text)[^>]*>/g, " ").replaceAll(/\s+/g, " "),
          path,
        ).toContain(LEFT_OUT[lang]);
      }
    },
  );

  test("by the name of a chart, and in a specification for programs", async () => {
    const svg = await app.request(`${RESULTS}/overview.svg?lang=en&${QUERY}`);
    expect(nameOf(svg)).toBe(`${id}-2-without-flagged-overview.svg`);
    const spec = JSON.parse(await textOf(`${RESULTS}/overview.vl.json?lang=en&${QUERY}`)) as {
      usermeta: Record<string, unknown>;
      title: { subtitle: string[] };
    };
    expect(spec.usermeta["flaggedBallots"]).toBe("left-out");
    expect(spec.usermeta["source"]).toMatch(/results\?ballots=unflagged$/);
    expect(spec.title.subtitle.join(" ")).toContain(LEFT_OUT.en);
  });

  test("and the page to share hands on a frame, charts and a citation of the same", async () => {
    const html = await textOf(`${RESULTS}/share?lang=en&${QUERY}`);
    expect(html).toContain("embed?ballots=unflagged");
    expect(html).toContain('name="ballots" value="unflagged"');
    expect(html).toContain("Without flagged ones.");
    const charts = [...html.matchAll(/href="([^"]+\.(?:svg|png)[^"]*)"/g)].map(([, path]) => path!);
    expect(charts.length).toBeGreaterThan(definition.recommendations.length);
    expect(charts.filter((path) => !path.includes(QUERY))).toEqual([]);
    const chosen = await app.request(
      `${RESULTS}/chart?chart=overview&size=square&format=png&${QUERY}`,
    );
    expect(chosen.headers.get("Location")).toContain(QUERY);
  });

  test("as an editor is told that got the address of such a page", async () => {
    const url = `http://localhost${RESULTS}?lang=en&${QUERY}`;
    const answer = await app.request(`${API_OEMBED}?${new URLSearchParams({ url }).toString()}`);
    const { html } = (await answer.json()) as { html: string };
    expect(html).toContain(QUERY);
  });
});
