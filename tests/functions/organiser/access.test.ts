import { describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { ROLES } from "../../../domain/organiser/role.ts";
import { newSignIn } from "../../support/signed-in.ts";
import { ROWS } from "./rows.ts";
import { ELSEWHERE, HERE, HOME, type Stop, STOPS, TEAM, through, useWalkers } from "./walk.ts";

/* Every endpoint of the console × every role × every way in which somebody should not get through. */

const walkers = useWalkers();
const { ask } = walkers;

const MINUTE = 60_000;
const TO_SIGN_IN = [303, "/organise/sign-in?lang=en"];
const NOT_THERE = [404, "page-unknown"];

const needSession = STOPS.filter(({ row }) => row.may !== "anybody");
const ofConsultation = STOPS.filter(({ endpoint }) => endpoint.path.includes(":id"));
const named = (stops: readonly Stop[]) => stops.map((stop) => [stop.name, stop] as const);

test("there is a row for every endpoint, and no route beside the list", () => {
  expect(Object.keys(ROWS).toSorted()).toEqual(Object.keys(ORGANISE).toSorted());
  const listed = STOPS.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`);
  const routed = walkers.app.routes
    .filter(({ method, path }) => method !== "ALL" && path.startsWith("/organise"))
    .map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(routed)].toSorted()).toEqual(listed.toSorted());
});

describe.each(ROLES)("%s", (role) => {
  // How one signs in is tested elsewhere, and takes far longer than what is tested here.
  const signIn = async () => {
    const { cookie, token } = await newSignIn(walkers.services, walkers.people[role].id);
    return { cookie, token };
  };
  const allowed = ({ row }: Stop) => typeof row.may === "string" || row.may.includes(role);
  const allLeadToSignIn = async (session: { cookie: string; token: string }) => {
    for (const stop of needSession) {
      expect([stop.name, await ask(stop, session)]).toEqual([stop.name, TO_SIGN_IN]);
    }
  };

  test.each(named(STOPS))("with a live session, at %s", async (_, stop) => {
    await walkers.restoreSpare();
    expect(await ask(stop, await signIn())).toEqual(allowed(stop) ? through(stop) : NOT_THERE);
  });

  // Nothing that is refused ends a session.
  let outside: Awaited<ReturnType<typeof signIn>> | undefined;
  test.each(named(ofConsultation))("at a consultation not theirs, or none: %s", async (_, stop) => {
    const session = (outside ??= await signIn());
    for (const id of [ELSEWHERE, "nowhere", "__proto__", "constructor", "%2e%2e"]) {
      expect(await ask(stop, { ...session, id })).toEqual(NOT_THERE);
    }
  });

  test("with a session idle for 30 minutes", async () => {
    const session = await signIn();
    walkers.at += 29 * MINUTE;
    expect(await ask(HOME, session)).toEqual([200]);
    walkers.at += 30 * MINUTE;
    await allLeadToSignIn(session);
  });

  test("with a session of 12 hours that was never idle", async () => {
    const session = await signIn();
    const end = walkers.at + 12 * 60 * MINUTE;
    while (walkers.at < end - 20 * MINUTE) {
      walkers.at += 15 * MINUTE;
      expect(await ask(HOME, session)).toEqual([200]);
    }
    walkers.at = end;
    await allLeadToSignIn(session);
  });

  test("removed while signed in: nothing of the consultation, at the next request", async () => {
    const { owner } = walkers.people;
    const session = await walkers.organisers.signIn(owner);
    const inviter = { ...owner, ...session };
    const { cookie, token, id } = await walkers.organisers.join(inviter, HERE, role, "Leaver");
    expect(await ask(TEAM, { cookie })).toEqual([200]);
    const remove = STOPS.find(({ name }) => name === "removeOrganiser")!;
    const fields = { organiser: id };
    expect(await ask(remove, { ...session, fields })).toEqual(through(remove));
    for (const stop of ofConsultation) {
      expect([stop.name, await ask(stop, { cookie, token })]).toEqual([stop.name, NOT_THERE]);
    }
  });
});

test("what is not theirs and what does not exist look the same to the last byte", async () => {
  const { send, signIn } = walkers.organisers;
  const { cookie } = await signIn(walkers.people.viewer);
  const pages = [ELSEWHERE, "nowhere"].map(async (id) => {
    const answer = await send(ORGANISE.log, { id, cookie });
    return (await answer.text()).replaceAll(id, "");
  });
  const [theirs, none] = await Promise.all(pages);
  expect(theirs).toBe(none);
});
