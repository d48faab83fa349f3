import { NEW_LIFE } from "../../domain/consultation/life.ts";
import { draftOf } from "../../domain/draft/draft-of.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Role } from "../../domain/organiser/role.ts";
import { addPasskey } from "../../functions/store/organisers.ts";
import { signedIn } from "../support/signed-in.ts";
import { ENDED, FAR, inDays, TWO } from "./console-life-states.ts";
import { at, type ConsoleState, press, withFields } from "./console-state.ts";
import { type ConsoleWorld, SHORT } from "./console-world.ts";

const { home, account, removePasskeyPage, team, removeOrganiserPage } = ORGANISE;

/** Somebody with two passkeys. */
async function withPasskeys({ services, url }: ConsoleWorld) {
  const who = await signedIn(services, "Гүлнар", {}, url);
  for (const id of ["one", "two"]) {
    const publicKey = new Uint8Array(32);
    const days = { addedOn: "2026-03-01", usedOn: "2026-11-20" };
    await addPasskey(services.db, who.id, { id, publicKey, counter: 0, ...days });
  }
  return who;
}

const invited = (by: string, roles: Role[]) =>
  Object.fromEntries(
    roles.map((role, place) => [
      String(place).repeat(64),
      { role, by, madeAt: Date.now(), endsAt: Date.parse(inDays(7 + place)) },
    ]),
  );

/** Who organises what, and how they sign in. */
export const PEOPLE_STATES: ConsoleState[] = [
  {
    name: "home: nothing yet",
    put: async ({ services, url }) => ({
      path: home.path,
      who: await signedIn(services, "Дана", {}, url),
    }),
  },
  {
    name: "home: two proposals wait, one is only looked at, a draft lacks something, one is paused",
    put: async (world, id) => {
      const who = await signedIn(world.services, "Ерлан", {}, world.url);
      for (const [role, more, proposed] of [
        ["owner", { ...FAR, ...TWO }, "close"],
        ["analyst", { ...ENDED, ...TWO }, "export"],
        ["viewer", FAR, undefined],
      ] as const) {
        const beside = { others: { [who.id]: role }, ...(proposed && { proposed }) };
        await world.add({ id: `${id}-${role}`, ...more }, beside);
      }
      // And what else asks for somebody: a draft that lacks something, and one that is paused.
      const others = { [who.id]: "owner" as const };
      const lacking = withFields({ "summary.kk": "", "source.publisher": "" });
      const draft = lacking(draftOf({ ...SHORT, id: `${id}-one` }));
      await world.add({ id: `${id}-one` }, { others, draft });
      await world.add({ id: `${id}-two`, ...FAR }, { others, life: { ...NEW_LIFE, paused: true } });
      return { path: home.path, who };
    },
  },
  {
    name: "team: two links that nobody has used",
    put: async (world, id) => {
      const links = invited(world.anna.id, ["owner", "viewer"]);
      await world.add({ id }, { bolat: "editor", invited: links });
      return { path: organisePath(team, { id }), who: world.anna };
    },
  },
  {
    name: "team: a link that was withdrawn meanwhile",
    put: async (world, id) => {
      await world.add({ id }, { invited: invited(world.anna.id, ["editor"]) });
      return { path: organisePath(team, { id }), who: world.anna };
    },
    act: async (page, { organiser }) => {
      const link = page.locator("input[name=link]");
      await link.evaluate((one) => ((one as HTMLInputElement).value = "f".repeat(64)));
      await press(page, await page.locator("form:has([name=link]) button").innerText());
      await page.getByRole("alert").waitFor();
      await page.getByText(organiser.team.pendingHeading).waitFor();
    },
  },
  { name: "team: as a viewer", put: at(team, {}, { bolat: "viewer" }, { by: "bolat" }) },
  {
    name: "team: remove somebody?",
    put: async (world, id) => {
      await world.add({ id }, { bolat: "owner", invited: invited(world.bolat.id, ["editor"]) });
      const path = organisePath(removeOrganiserPage, { id });
      return { path: `${path}?organiser=${world.bolat.id}`, who: world.anna };
    },
  },
  {
    name: "account",
    put: async (world) => ({ path: account.path, who: await withPasskeys(world) }),
  },
  {
    name: "account: remove a passkey?",
    put: async (world) => ({
      path: `${removePasskeyPage.path}?passkey=two`,
      who: await withPasskeys(world),
    }),
  },
];
