import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { POLICIES } from "../../../domain/disclosure/policy.ts";
import { binnedUntil } from "../../../domain/draft/bin.ts";
import { keptUntil } from "../../../domain/export/request.ts";
import { createApp } from "../../../functions/app.ts";
import { installationFrom } from "../../../functions/installation.ts";
import { countExport } from "../../../functions/export/together.ts";
import { addNoticed } from "../../../functions/store/noticed.ts";
import { registrationOptions } from "../../../functions/organiser/passkeys.ts";
import { newSession } from "../../../functions/organiser/session.ts";
import { makeSetupLink } from "../../../functions/organiser/setup-link.ts";
import type { Services } from "../../../functions/services.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { TABLES } from "../../../functions/store/table.ts";
import { CATALOGUES, PAGE_LANGUAGES } from "../../../web/language/catalogue.ts";
import { FORMULAS } from "../../../web/methods/formulas.ts";
import { LANGUAGES } from "../../support/languages.ts";
import { IN_ARABIC } from "../../support/other-scripts.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

const NOW = new Date("2026-11-29T10:00:00.000Z");
const { organiser: _, ...EARLIER } = { ...KAZAKHSTAN, id: "earlier" };

let services: Services;

beforeAll(async () => {
  services = { ...(await freshWorld()), now: () => NOW };
  await addConsultation(services.db, IN_ARABIC);
  await addConsultation(services.db, EARLIER);
});

async function page(path: string, more: Partial<Services> = {}): Promise<string> {
  const answer = await createApp({ ...services, ...more }).request(path);
  expect(answer.status).toBe(200);
  return answer.text();
}

/** What the page says of how long each thing is kept. */
async function told(more: Partial<Services> = {}): Promise<Record<string, string>> {
  const html = await page("/privacy?lang=en", more);
  const rows = html.matchAll(/<tr id="(\w+)"><th[^>]*>[^<]*<\/th><td>([^<]*)<\/td>/g);
  return Object.fromEntries([...rows].map(([, item, words]) => [item!, words!]));
}

const UNITS: Record<string, number> = { minute: 60, hour: 3_600, day: 86_400 };

/** "30 minutes" in seconds. */
function secondsIn(words: string | undefined): number {
  const [, count, unit = ""] = /^(\d+) (minute|hour|day)s?$/.exec(words ?? "") ?? [];
  return Number(count) * UNITS[unit]!;
}

describe("the page on what is stored", () => {
  test("says of each thing that ends by itself when it does so in the store", async () => {
    const request = new Request("http://localhost/organise");
    await newSession(services, request, { id: "ann", epoch: 0 }, "passkey");
    const mia = { id: "mia", name: "Mia", passkeys: [] };
    await registrationOptions(services, request, "a passkey more", mia);
    await makeSetupLink(services, "http://localhost");
    await countExport(services, "earlier");
    const day = NOW.toISOString().slice(0, 10);
    await addNoticed(services.db, "earlier", { kind: "reports", day, more: 1 });
    const { db } = services;
    const scan = new ScanCommand({ TableName: db.tables.ephemeral });
    const { Items = [] } = await db.client.send(scan);
    const stored = Object.fromEntries(
      Items.map(({ pk, expiresAt }) => [
        pk!.S!.split("#")[0]!,
        Number(expiresAt!.N) - NOW.getTime() / 1_000,
      ]),
    );
    const says = await told();
    expect(stored).toMatchObject({
      SESSION: secondsIn(says["session"]),
      CHALLENGE: secondsIn(says["challenge"]),
      LINK: secondsIn(says["setupLink"]),
      ASKED: secondsIn(says["limit"]),
      // From the beginning of the day: the last of the days is told whole.
      NOTICED: secondsIn(says["noticed"]) - 10 * 3_600,
    });
    expect(Date.parse(keptUntil(NOW)) - NOW.getTime()).toBe(secondsIn(says["export"]) * 1_000);
    const binned = Date.parse(binnedUntil(NOW.toISOString()));
    expect(binned - NOW.getTime()).toBe(secondsIn(says["bin"]) * 1_000);
  });

  test("says that the rest stays, and nothing of it has an end in the store", async () => {
    const says = await told();
    const never = Object.keys(says).filter((item) => says[item] === "without an end");
    expect(never).toEqual(["invitation", "report", "account", "log", "response"]);
    expect(Object.values(TABLES).filter((table) => "expiry" in table)).toEqual([TABLES.ephemeral]);
  });

  test("says of log and backups what the installation sees to itself, and no more", async () => {
    expect(await told()).toMatchObject({
      program: "as long as those who run this site keep it",
      backup: "as long as those who run this site keep it",
    });
    const installation = installationFrom({ LOG_DAYS: "14", BACKUP_DAYS: "7", OPERATOR: " " });
    expect(await told({ installation })).toMatchObject({ program: "14 days", backup: "7 days" });
    // Whatever the installation does, the database's own record of changes is there for a day.
    expect(await told({ installation })).toMatchObject({ changes: "1 day" });
  });
});

test("the site says who runs it, or that they have not said so", async () => {
  expect(await page("/about?lang=en")).toContain("has not given a name here");
  const installation = installationFrom({
    OPERATOR: "Water <Lab>",
    OPERATOR_CONTACT: "https://lab.example/contact",
  });
  const html = await page("/about?lang=en", { installation });
  expect(html).toContain("This site is run by Water &lt;Lab>.");
  expect(html).toContain('<a href="https://lab.example/contact" rel="noreferrer"');
  expect(html).toContain('<span lang="ar" dir="auto">العربية</span>');
});

describe("the page on who asks", () => {
  test("says all that the organisers said, with links that can be followed", async () => {
    const html = await page("/c/water/about?lang=en");
    for (const link of [
      'href="mailto:water@example.org"',
      'href="https://example.org/%D8%AA/report.pdf" rel="noreferrer" dir="ltr">example.org/',
      'href="/privacy?lang=en"',
    ]) {
      expect(html).toContain(link);
    }
    expect(html).toContain("By 1 March 2027.");
  });

  test("is honest where they said nothing", async () => {
    const html = await page("/c/earlier/about?lang=en");
    expect(html).toContain("from before organisers had to say so");
    expect(html).toContain("Chatham House");
  });

  test.each(LANGUAGES)("is linked wherever somebody answers or reads, in %s", async (lang) => {
    const { name } = KAZAKHSTAN.organiser;
    for (const path of ["", "/results", "/paper", "/results/embed"]) {
      const html = await page(`/c/${KAZAKHSTAN.id}${path}?lang=${lang}`);
      expect(html).toContain(`href="/c/${KAZAKHSTAN.id}/about?lang=${lang}"`);
      expect(html).toContain(name[lang]);
      expect(html.includes(`href="/privacy?lang=${lang}"`)).toBe(!path.endsWith("embed"));
      const earlier = await page(`/c/earlier${path}?lang=${lang}`);
      expect(earlier).toContain(`href="/c/earlier/about?lang=${lang}"`);
      expect(earlier).not.toContain(name[lang]);
    }
  });
});

describe("how figures are made", () => {
  test.each(PAGE_LANGUAGES)(
    "is told in %s, with the formulas and the limits that hold",
    async (language) => {
      const html = await page(`/methods?lang=${language}`);
      const { title, limits } = CATALOGUES[language]!.methods;
      expect(html).toContain(`<h1>${title}</h1>`);
      expect(html).not.toMatch(/\{\w+\}/);
      for (const [policy, { sigma, base, sharesFrom }] of Object.entries(POLICIES)) {
        const row = html.split(`<b>${limits[policy as "standard"]}</b>`)[1]!.split("</li>")[0]!;
        const shown = row.match(/[\d.,]+(?=<)/g)!.map((one) => Number(one.replace(",", ".")));
        expect(shown).toEqual([sigma, base, sharesFrom]);
      }
      for (const formula of Object.values(FORMULAS).flat()) {
        expect(html).toContain(
          `<code>${formula.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</code>`,
        );
      }
    },
  );
});
