import { beforeAll, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../../domain/api.ts";
import { POLICIES } from "../../../../domain/disclosure/policy.ts";
import type { Release } from "../../../../domain/release/schema.ts";
import { ORGANISE } from "../../../../domain/organiser/endpoints.ts";
import { createApp } from "../../../../functions/app.ts";
import { consultationsOf } from "../../../../functions/memory/consultations.ts";
import { ballotCounter } from "../../../../functions/jobs/counting.ts";
import { releaseWhenDue } from "../../../../functions/jobs/release.ts";
import { signChannel } from "../../../../functions/secrets.ts";
import type { Services } from "../../../../functions/services.ts";
import { CATALOGUES } from "../../../support/languages.ts";
import { addChannels, CHANNELS, WITH_CHANNELS } from "../../../support/channels.ts";
import { clientOf, goodBallot, newReceipt, times } from "../../../support/client.ts";
import { freshWorld } from "../../../support/world.ts";
import { signedIn } from "../../invitation/console.ts";

const { channels: words, participation, common } = CATALOGUES.en;
const { id } = WITH_CHANNELS;
let services: Services;
let moderator: Awaited<ReturnType<typeof signedIn>>;

/** Sixty by the paper's link, eighty by none, nobody by the union's; the languages alternate. */
beforeAll(async () => {
  services = await freshWorld();
  await addChannels(services);
  const client = clientOf(createApp(services));
  const paper = signChannel(services.secret, id, "paper");
  await Promise.all(
    times(140, (person) =>
      client.put(
        newReceipt(),
        goodBallot({
          language: person % 2 === 0 ? "kk" : "ru",
          ...(person < 60 && { channel: paper }),
        }),
      ),
    ),
  );
  const count = await ballotCounter(services, consultationsOf(services));
  await count({ emptyPages: 1, outOfTime: () => false });
  expect(await releaseWhenDue(services, WITH_CHANNELS)).toEqual({ released: 1 });
  moderator = await signedIn(services, "moderator");
});

/** What the newest release says of how many took part in each group, as the console's pages put it. */
async function published(question: string): Promise<string[]> {
  const answer = await moderator.app.request(apiPath(API.results, id));
  const { segments } = (await answer.json()) as Release;
  return segments
    .filter((one) => one.question === question)
    .map(({ participation }) => `about ${Math.max(0, participation!)}`);
}

/** Six deviations of the noise in a count of how many took part: it is never seen further off. */
const FAR = 6 * POLICIES.standard.sigma;

const table = (html: string, caption: string) =>
  Object.fromEntries(
    [
      ...(new RegExp(`<caption>${caption}</caption>.*?</table>`, "s")
        .exec(html)?.[0]
        .matchAll(/<th scope="row">(.*?)<\/th><td class="number">(.*?)<\/td>/gs) ?? []),
    ].map(([, name, count]) => [name!.replace(/<[^>]*>/g, ""), count]),
  );

describe("the page of channels", () => {
  test("has each channel's name, its signed link with a picture, and how many came as published", async () => {
    const html = await (await moderator.get(ORGANISE.channels)).text();
    for (const { code, label } of CHANNELS) {
      const address = `http://localhost/c/${id}?via=${signChannel(services.secret, id, code)}`;
      expect(html).toContain(`value="${address}"`);
      expect(html).toContain(label.en.replace("&", "&amp;"));
    }
    expect(html.match(/<svg class="qr"/g)).toHaveLength(CHANNELS.length + 1);
    const came = [...html.matchAll(/as published: ([^<]*)</g)].map(([, count]) => count);
    expect(came).toEqual(await published("channel"));
    expect(came.map(isNear)).toEqual([60, 0, 80].map(() => true));

    function isNear(text: string | undefined, place: number) {
      return Math.abs(Number(text!.replace("about ", "")) - [60, 0, 80][place]!) < FAR;
    }
  });

  test("leads where the link leads", async () => {
    const html = await (await moderator.get(ORGANISE.channels)).text();
    const [, address = ""] = /value="(http[^"]*via=paper[^"]*)"/.exec(html) ?? [];
    const page = await (await moderator.app.request(address)).text();
    expect(page).toMatch(/class="channel-name">[^<]/);
    expect(/<fieldset id="channel"[^>]*\shidden/.test(page)).toBe(false);
  });

  test("says so where there are none, and has the link of the page itself all the same", async () => {
    const plain = await signedIn(await freshWorld(), "moderator");
    const html = await (await plain.get(ORGANISE.channels)).text();
    expect(html).toContain(words.none);
    expect(html).toContain(`value="http://localhost/c/${id}"`);
    expect(html.match(/<svg class="qr"/g)).toHaveLength(1);
    expect(html).not.toContain(words.later.send);
  });
});

describe("languages, channels and doors", () => {
  test("are watched as they were published, and nothing is said of their not being so", async () => {
    const html = await (await moderator.get(ORGANISE.watch)).text();
    const languages = await published("ballot-language");
    const channels = await published("channel");
    expect(html).not.toContain(participation.languages);
    expect(Object.entries(table(html, common.groups.language.replace("?", "\\?")))).toEqual(
      ["English", "Русский", "Қазақша"].map((name, place) => [name, languages[place]]),
    );
    const { doors } = participation;
    const shown = table(html, doors.heading);
    expect(shown).toMatchObject({
      [doors["without-link"]]: channels[2],
      [doors.expert]: participation.hidden,
    });
    expect(shown[doors["by-link"]]).toMatch(/^about (5\d|6\d|7\d)$/);
  });

  test("are groups on the results page and in its files", async () => {
    const { app } = moderator;
    const html = await (await app.request(`/c/${id}/results?lang=en`)).text();
    expect(html).toContain(`aria-label="${common.groups.channel}"`);
    expect(html).toContain(common.groups.noChannel);
    expect(html).toContain("Қазақша");
    const chosen = await (
      await app.request(`/c/${id}/results?lang=en&segment=channel:not-said`)
    ).text();
    expect(chosen).toContain(`${common.groups.channel} ${common.groups.noChannel}`);
    const csv = await (await app.request(`/api/consultations/${id}/segments.csv`)).text();
    expect(csv).toContain(",ballot-language,kk,");
    expect(csv).toContain(",channel,not-said,");
  });
});
