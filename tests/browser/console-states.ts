import type { Consultation } from "../../domain/consultation/definition.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { channelAddress } from "../../functions/ballot/channel.ts";
import { noteRecount, savePass } from "../../functions/store/counting.ts";
import { CHANNELS } from "../support/channels.ts";
import { writeLog } from "./console-log.ts";
import { publish } from "./console-releases.ts";
import { at, type ConsoleState, draftAt, press, withFields } from "./console-state.ts";
import { EXPORT_STATES, FAR, inDays, LIFE_STATES, TWO } from "./console-life-states.ts";
import { HOOK_STATES } from "./console-hook-states.ts";
import { KEY_STATES } from "./console-key-states.ts";
import { MODERATION_STATES } from "./console-moderation-states.ts";
import { PEOPLE_STATES } from "./console-people-states.ts";
import { RESPONSE_STATES } from "./console-response-states.ts";
import { TRANSLATION_STATES } from "./console-translation-states.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { type ConsoleWorld, SHORT } from "./console-world.ts";

/*
 * Every state of the organisers' console that no journey passes (making, inviting, newcomer and
 * organise-*.test.ts pass the others), with what leads there: first what is in the store, then where.
 */

const { channels, watch, editPage, log } = ORGANISE;

/** Shares of the population for one question; the last of its options has none. */
const ABOUT: Consultation["about"] = SHORT.about.map((one) =>
  one.code !== "age"
    ? one
    : {
        ...one,
        population: { source: "Перепись 2021" },
        options: one.options.map((option, place) => ({
          ...option,
          ...(place < 6 && { share: [4.1, 10.2, 21.5, 20, 24.2, 20][place]! }),
        })),
      },
);
const OUTREACH = { about: ABOUT, channels: CHANNELS, countLanguages: true } as const;

/** Seven days of releases, each with more ballots than the one before. */
async function watched({ services }: ConsoleWorld, definition: Consultation) {
  await savePass(services.db, new Date());
  await noteRecount(services.db, definition.id, { at: new Date().toISOString(), differences: 0 });
  for (const number of [1, 2, 3, 4, 5, 6, 7]) {
    const made = { number, at: new Date(inDays(number - 7)), ballots: 60 * number ** 2 };
    await publish(services, definition, made);
  }
}

/** All of them. */
export const CONSOLE_STATES: ConsoleState[] = [
  ...PEOPLE_STATES,
  { name: "channels: none", put: at(channels) },
  {
    name: "channels: none, and nothing to be done",
    put: at(channels, {}, { bolat: "moderator" }, { by: "bolat" }),
  },
  { name: "channels: two", put: at(channels, OUTREACH, {}, { released: true }) },
  {
    name: "watch: before the first release",
    put: at(watch, { ...OUTREACH, ...FAR, ...TWO }, { proposed: "close" }),
  },
  {
    name: "watch: nothing tells the public apart",
    put: at(watch, { about: [], countLanguages: undefined }, {}, { released: true }),
  },
  {
    name: "watch: groups, channels, languages and shares",
    put: async (world, id) => {
      await world.add({ id, ...OUTREACH });
      await watched(world, { ...SHORT, id, ...OUTREACH });
      return { path: organisePath(watch, { id }), who: world.anna };
    },
  },
  ...HOOK_STATES,
  ...KEY_STATES,
  ...MODERATION_STATES,
  ...EXPORT_STATES,
  ...LIFE_STATES,
  {
    name: "edit: dates that cannot be, and translations that may no longer fit",
    put: draftAt(
      editPage,
      withFields({
        opensAt: "tomorrow",
        closesAt: "2020-01-01T00:00:00Z",
        "title.en": KAZAKHSTAN.source.title.en,
        purgeAfterDays: "0",
        "recommendations.1.measures.en": KAZAKHSTAN.title.en,
      }),
    ),
    inEveryLanguage: true,
  },
  {
    name: "edit: changed by somebody else meanwhile",
    put: draftAt(editPage, (draft) => draft),
    act: async (page, { draft }) => {
      await page
        .locator('[name="seen.closesAt"]')
        .evaluate((one) => ((one as HTMLInputElement).value = "another"));
      await page.locator('[name="closesAt"]').fill("2099-03-01T06:00");
      const seen = page.locator('[name="seen.summary.kk"]');
      await seen.evaluate((one) => ((one as HTMLInputElement).value = "another"));
      await page.locator('[name="summary.kk"]').fill("Басқа");
      await press(page, draft.edit.save, "last");
      await page.getByRole("heading", { name: draft.conflict.title, level: 1 }).waitFor();
    },
    inEveryLanguage: true,
  },
  ...TRANSLATION_STATES,
  ...RESPONSE_STATES,
  { name: "log: empty", put: at(log) },
  {
    name: "log: one of everything",
    put: async (world, id) => {
      await world.add({ id });
      await writeLog(world.services, id);
      return { path: organisePath(log, { id }), who: world.anna };
    },
  },
  {
    name: "log: more than is shown, and broken",
    put: async (world, id) => {
      await world.add({ id }, { bolat: "viewer" });
      await writeLog(world.services, id, 205, 3);
      return { path: organisePath(log, { id }), who: world.bolat };
    },
  },
  {
    name: "results with the log's fingerprint",
    put: async (world, id) => {
      await world.add({ id });
      await publish(world.services, { ...SHORT, id });
      await writeLog(world.services, id);
      return { path: `/c/${id}/results` };
    },
  },
  {
    name: "answers by the link of a channel",
    put: async (world, id) => {
      await world.add({ id, ...OUTREACH });
      return { path: channelAddress(world.services, "", id, "paper") };
    },
    act: (page, { rate }) =>
      page.getByRole("checkbox", { name: rate.answers.channelLeaveOut }).check(),
  },
  {
    name: "a consultation that is not theirs",
    put: async (world, id) => {
      await world.add({ id });
      return { path: organisePath(watch, { id }), who: world.bolat };
    },
  },
];
