import { beforeEach, describe, expect, test } from "vitest";
import { pathOf, RESULTS } from "../../../../domain/paths.ts";
import { ORGANISE } from "../../../../domain/organiser/endpoints.ts";
import type { Consultation } from "../../../../domain/consultation/definition.ts";
import type { Release } from "../../../../domain/release/schema.ts";
import { publishedReleases } from "../../../../functions/memory/releases.ts";
import { watchView } from "../../../../functions/routes/organiser/participation.tsx";
import { sha256 } from "../../../../functions/secrets.ts";
import type { Services } from "../../../../functions/services.ts";
import { noteRecount, putStop, savePass } from "../../../../functions/store/counting.ts";
import { registerRelease, releaseFile } from "../../../../functions/store/releases.ts";
import { CATALOGUES } from "../../../support/languages.ts";
import { nextWords } from "../../../../web/participation/next-words.ts";
import { clientOf, goodBallot, newReceipt, times } from "../../../support/client.ts";
import { flaggedRelease } from "../../../web/results/flagged-release.ts";
import { publish as publishRelease } from "../../download/two-releases.ts";
import { freshWorld, KAZAKHSTAN } from "../../../support/world.ts";
import { ID, newGroup } from "../../invitation/codes.ts";
import { signedIn } from "../../invitation/console.ts";

let services: Services;
let viewer: Awaited<ReturnType<typeof signedIn>>;
// Long to come: the database itself takes away sessions that have expired.
const AT = new Date("2126-11-24T12:00:00Z");
const { participation } = CATALOGUES.en;

beforeEach(async () => {
  services = { ...(await freshWorld()), now: () => AT };
  viewer = await signedIn(services, "viewer");
});

const page = async () => (await viewer.get(ORGANISE.watch)).text();

/** Publishes a release that says no more than how many took part. */
async function publish(number: number, day: string, people: number, experts: number | null) {
  const [{ code: question, options }] = KAZAKHSTAN.about as [(typeof KAZAKHSTAN.about)[number]];
  const release = {
    consultation: ID,
    release: number,
    releasedAt: `${day}T10:00:00.000Z`,
    final: false,
    ballots: { public: people, expert: experts },
    method: 2,
    rules: { schedule: { every: "day", startsAt: "2126-11-20T09:30:00Z", turn: 2, releases: 365 } },
    segments: options.map(({ code }, place) => ({
      question,
      option: code,
      participation: place === 0 ? -2 : 15,
    })),
  } as unknown as Release;
  const text = `${JSON.stringify(release)}\n`;
  const hash = sha256(text);
  const name = releaseFile(ID, number, hash);
  await services.files.write(name, new TextEncoder().encode(text), "application/json");
  await registerRelease(services.db, ID, {
    number,
    releasedAt: release.releasedAt,
    hash,
    turn: number,
    final: false,
    counted: String(number),
  });
}

describe("watching a consultation", () => {
  test("shows nothing of the ballots before the first release, however many there are", async () => {
    const client = clientOf(viewer.app);
    for (const _ of times(12, String)) await client.put(newReceipt(), goodBallot());
    const shown = await page();
    expect(shown).toContain(participation.next.noRelease);
    expect(shown).not.toContain(participation.partHeading);
    expect(shown).not.toMatch(/\b12\b/);
  });

  test("shows what was published: by panel, by group, and by day", async () => {
    await newGroup(
      services,
      times(24, () => undefined),
    );
    await publish(1, "2126-11-22", 20, null);
    await publish(2, "2126-11-22", 35, null);
    await publish(3, "2126-11-24", 60, 10);
    const shown = await page();
    expect(shown).toContain("about 10 of 24 invited experts have answered");
    expect(shown.match(/<rect class="bar-public"/g)?.length).toBe(2);
    expect(shown.match(/<rect class="bar-expert"/g)?.length).toBe(1);
    expect(shown).toContain("22 November 2126");
    const { option } = { option: KAZAKHSTAN.about[0]!.options[0]!.label.en };
    expect(shown).toMatch(new RegExp(`${option}</th><td class="number">about 0<`));
  });

  test("shows of flagged ballots what the results page shows, and nothing more", async () => {
    const { flagged } = CATALOGUES.en;
    await publishRelease(services, flaggedRelease());
    const results = await viewer.app.request(pathOf(RESULTS, { id: ID, lang: "en" }));
    const tableIn = (html: string) => /<table class="flag-counts">.*?<\/table>/s.exec(html)?.[0];
    const shown = await page();
    expect(tableIn(shown)).toBeDefined();
    expect(tableIn(shown)).toBe(tableIn(await results.text()));
    expect(shown).toContain(flagged.watch.note);
    expect(shown).toContain(`${pathOf(RESULTS, { id: ID, lang: "en" })}#flagged`);
    expect(shown).not.toContain(flagged.verdict["depends-on-flagged"]);
    expect(shown).not.toContain(flagged.compared.heading);
  });

  test("compares with the population where shares are given", async () => {
    await publish(1, "2126-11-22", 200, null);
    const [asked, ...others] = KAZAKHSTAN.about;
    const { code, options } = asked!;
    const about = [
      {
        ...asked!,
        population: { source: "A census" },
        options: options.map((one) => ({ ...one, share: 5 })),
      },
      ...others,
    ];
    const definition = { ...KAZAKHSTAN, about };
    const view = await watchView(services, publishedReleases(services), definition, []);
    expect(Object.keys(view.gaps)).toEqual([code]);
    expect(view.gaps[code]![0]).toMatchObject({ share: 0, under: true });
    expect(view.gaps[code]![1]!.share).toBeCloseTo(1 / (options.length - 1));
  });

  test("says when the next release is due, by the plan alone", async () => {
    const view = async (release: Consultation["release"], more: Partial<Consultation> = {}) => {
      const definition = { ...KAZAKHSTAN, release, ...more };
      const watched = await watchView(services, publishedReleases(services), definition, []);
      return nextWords("en", CATALOGUES.en, watched).at(-1);
    };
    const { next } = participation;
    expect(await view({ every: "demonstration" })).toBe(next.demonstration);
    expect(await view({ every: "week" })).toBe(next.everySoOften.week);
    expect(await view({ every: "close" })).toBe(next.afterClosing);
    const dates = { opensAt: "2126-11-20T09:00:00Z", closesAt: "2126-11-26T00:00:00Z" };
    expect(await view({ every: "day" }, dates)).toContain(
      "25 November 2126 at 14:00 (Kazakhstan Time)",
    );
    expect(await view({ every: "week" }, dates)).toBe(next.afterClosing);
    // What was fixed when it opened holds, whatever a definition says now.
    await publish(2, "2126-11-22", 20, null);
    expect(await view({ every: "day" }, dates)).toContain(
      "25 November 2126 at 14:30 (Kazakhstan Time)",
    );
    expect(await view({ every: "day" }, { ...dates, closesAt: "2126-11-24T11:00:00Z" })).toContain(
      "It closed",
    );
  });

  test("says how the counting fares", async () => {
    expect(await page()).toContain(participation.health["never-read"]);
    await savePass(services.db, new Date(AT.getTime() - 20 * 60_000));
    await noteRecount(services.db, ID, { at: "2126-11-24T03:00:00Z", differences: 0 });
    const behind = await page();
    expect(behind).toContain("20 minutes behind");
    expect(behind).toContain("agreed with the count");
    await putStop(services.db, ID, { reason: "difference", since: "", differences: ["setHash"] });
    const stopped = await page();
    expect(stopped).toContain(participation.health.stopped);
    expect(stopped).not.toContain("setHash");
  });

  test("is for everybody with a role there, and for nobody else", async () => {
    expect((await viewer.app.request(`/organise/c/${ID}/watch`)).status).toBe(303);
    expect(
      (
        await viewer.app.request("/organise/c/other/watch", {
          headers: { Cookie: viewer.cookie },
        })
      ).status,
    ).toBe(404);
  });
});
