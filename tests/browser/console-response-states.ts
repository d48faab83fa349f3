import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { DESK, DESK_OPEN } from "../../domain/paths.ts";
import type { ResponseEntry } from "../../domain/response/entry.ts";
import { makeDeskLink, openDesk } from "../../functions/desk/links.ts";
import type { TeamActor } from "../../functions/organiser/guard.tsx";
import { responsePut } from "../../functions/store/responses.ts";
import { writeAll } from "../../functions/store/write-all.ts";
import { LANGUAGES } from "../support/languages.ts";
import { publish } from "./console-releases.ts";
import type { ConsoleState, Place } from "./console-state.ts";
import { type ConsoleWorld, SHORT } from "./console-world.ts";

const { responsesPage, withdrawResponsePage } = ORGANISE;

/** Texts of no language, in each. */
const texts = (text: string) => Object.fromEntries(LANGUAGES.map((one) => [one, text]));

const entry = (number: number, more: object): ResponseEntry =>
  ({
    kind: "answer",
    number,
    at: `2026-05-${10 + number}T09:00:00Z`,
    by: "organiser",
    recommendation: "K1",
    addressee: "K",
    status: "accepted",
    day: `2026-05-0${number}`,
    statement: texts("№ 1 · 2026"),
    original: "ru",
    evidence: ["https://gov.example/2026/very/long/address/of/a/document/that/is/cut-off.pdf"],
    source: { title: "№ 12 · 2026", address: "https://аkorda.example/2026" },
    ...more,
  }) as ResponseEntry;

/** One of every fate, by both recorders, with promises of every outcome. */
const ENTRIES = [
  entry(1, { status: "acknowledged", promised: "2026-05-20" }),
  entry(2, { status: "accepted", promised: "2026-05-03" }),
  entry(3, { by: "addressee", source: undefined, status: "in-progress", promised: "2026-05-30" }),
  entry(4, { corrects: 2, status: "partly-accepted" }),
  entry(5, { measure: 0, status: "rejected", statement: { ru: "№ 5 · 2026" }, evidence: [] }),
  entry(6, { status: "done" }),
  {
    kind: "withdrawal",
    number: 7,
    at: "2026-05-20T09:00:00Z",
    by: "organiser",
    recommendation: "K1",
    withdraws: 6,
    reason: texts("№ 6 · 2026"),
  },
  entry(8, { status: "acknowledged" }),
  entry(9, { recommendation: "W1", addressee: "W", by: "addressee", promised: "2099-01-01" }),
] satisfies ResponseEntry[];

/** A consultation with a release, every kind of entry, a link that waits and a desk that is open. */
async function answered(world: ConsoleWorld, id: string): Promise<string> {
  const { db } = world.services;
  await world.add({ id });
  await publish(world.services, { ...SHORT, id });
  await writeAll(
    db,
    ENTRIES.map((one) => responsePut(db, id, one)),
  );
  await link(world, id, "W");
  return sit(world, id);
}

async function link({ services, anna }: ConsoleWorld, id: string, addressee: string) {
  const actor = { organiser: anna, consultation: id } as unknown as TeamActor;
  const made = await makeDeskLink(services, actor, { ...SHORT, id }, addressee);
  if ("problem" in made) throw new Error(made.problem);
  return made.code;
}

/** The cookie of somebody at the desk of the government. */
async function sit(world: ConsoleWorld, id: string): Promise<string> {
  const opened = await openDesk(world.services, await link(world, id, "K"));
  if ("problem" in opened) throw new Error(opened.problem);
  return `kenes-desk=${opened.token}`;
}

const inConsole =
  (endpoint: typeof responsesPage | typeof withdrawResponsePage, query = "") =>
  async (world: ConsoleWorld, id: string): Promise<Place> => {
    await answered(world, id);
    return { path: organisePath(endpoint, { id }) + query, who: world.anna };
  };
const atDesk =
  (query = "") =>
  async (world: ConsoleWorld, id: string): Promise<Place> => {
    const cookie = await answered(world, id);
    return { path: DESK + query, who: { ...world.anna, cookie } };
  };

/** Official responses in the console, and the desks of addressees. */
export const RESPONSE_STATES: ConsoleState[] = [
  {
    name: "official answers: none, before the first release",
    put: async (world, id) => {
      await world.add({ id });
      return { path: organisePath(responsesPage, { id }), who: world.anna };
    },
  },
  { name: "official answers: of every kind", put: inConsole(responsesPage) },
  {
    name: "official answers: one recommendation, and what was wrong with a correction",
    put: inConsole(responsesPage, "?recommendation=K1&corrects=4"),
    act: async (page, { responding }) => {
      for (const one of await page.locator("details").all()) await one.evaluate(unfold);
      await page.locator("#status").selectOption("");
      await page.locator("#day").fill("2999-01-01");
      await page.locator("#source-title").fill("");
      await page.locator("#evidence").fill("http://a.example");
      await page.getByRole("button", { name: responding.form.sendCorrection }).click();
      await page.getByRole("alert").waitFor();
      for (const one of await page.locator("details").all()) await one.evaluate(unfold);
    },
  },
  { name: "official answers: withdraw one?", put: inConsole(withdrawResponsePage, "?entry=3") },
  { name: "desk: to be opened", put: async () => ({ path: DESK_OPEN }) },
  {
    name: "desk: a link that cannot be used",
    put: async () => ({ path: DESK_OPEN }),
    act: async (page, { responding }) => {
      await page.locator("#code").fill("0000-0000-0000-0000");
      await page.getByRole("button", { name: responding.desk.openButton }).click();
      await page.getByRole("alert").waitFor();
    },
  },
  { name: "desk: its recommendations", put: atDesk() },
  { name: "desk: one recommendation", put: atDesk("?recommendation=K1") },
];

function unfold(one: Element): void {
  one.setAttribute("open", "");
}
