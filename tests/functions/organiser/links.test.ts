import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import type { OrganiserEndpoint } from "../../../domain/organiser/endpoint.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { loadConsultations } from "../../../functions/local/load-consultations.ts";
import { makeSetupLink } from "../../../functions/organiser/setup-link.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { getTeam } from "../../../functions/store/teams.ts";
import { cookieOf, type OrganiserAtWork, ORIGIN } from "../../support/organiser.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { MINUTE, outcome, useAnn } from "./ann.ts";

const world = useAnn();
const DAY = 24 * 60 * MINUTE;

/** Uses a link with the passkey of somebody who is an organiser already. */
const asKnown = async (endpoint: OrganiserEndpoint, who: OrganiserAtWork, code: string) => {
  const options = await (await world.organisers.send(ORGANISE.signInOptions)).json();
  const answer = who.device.get(options as { challenge: string }, ORIGIN);
  return world.organisers.send(endpoint, { fields: { code, answer } });
};

describe("the setup link", () => {
  const setUp = (code: string) => world.register("setup", code);

  test("carries 80 bits in a part of the address that no browser sends", async () => {
    expect(await makeSetupLink(world.services, ORIGIN)).toMatch(
      /^http:\/\/localhost\/organise\/setup#([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/,
    );
  });

  test("works once", async () => {
    const code = await world.setupCode();
    expect(await setUp(code)).toBe("in");
    expect(await setUp(code)).toContain("setup-refused");
  });

  test("of ten who use it at once one gets in, and no other becomes an organiser", async () => {
    const code = await world.setupCode();
    const all = await Promise.all(Array.from({ length: 10 }, () => setUp(code)));
    expect(all.filter((one) => one === "in")).toHaveLength(1);
    const { client, tables } = world.services.db;
    const { Items = [] } = await client.send(new ScanCommand({ TableName: tables.main }));
    expect(Items.filter((item) => item["pk"]?.S === "ORGANISERS")).toHaveLength(2);
  });

  test("counts for half an hour", async () => {
    const [early, late] = [await world.setupCode(), await world.setupCode()];
    world.at += 30 * MINUTE - 1;
    expect(await setUp(early)).toBe("in");
    world.at += 1;
    expect(await setUp(late)).toContain("setup-refused");
  });

  test("is no invitation, and an invitation is no setup link", async () => {
    expect(await world.register("join", await world.setupCode())).toContain("role-link-refused");
    const invitation = await world.organisers.invite(world.ann, KAZAKHSTAN.id, "viewer");
    expect(await setUp(invitation)).toContain("setup-refused");
  });

  test.each(["", " ", "x".repeat(61), "<b>", "a\nb", "a\u202Eb"])(
    "takes no name like %j",
    async (name) => {
      const refused = await world.register("setup", await world.setupCode(), name);
      expect(refused).toContain("422 name-invalid");
    },
  );

  test("makes owners of every consultation that there is", async () => {
    const home = await world.organisers.send(ORGANISE.home, { cookie: world.ann.cookie });
    const html = await home.text();
    expect(html).toContain(KAZAKHSTAN.title.en);
    expect(html).toContain("Your role: Owner");
  });
});

describe("the setup link of somebody who is an organiser already", () => {
  const use = (code: string) => asKnown(ORGANISE.setUpAsKnown, world.ann, code);
  const LATER = { ...KAZAKHSTAN, id: "later" };
  const membersOf = async (id: string) => (await getTeam(world.services.db, id)).members;

  test("makes them an owner wherever nobody is, and changes nothing elsewhere", async () => {
    const bob = await world.organisers.join(world.ann, KAZAKHSTAN.id, "owner", "Bob");
    const { cookie, token } = world.ann;
    await world.organisers.send(ORGANISE.changeRole, {
      id: KAZAKHSTAN.id,
      cookie,
      token,
      fields: { organiser: world.ann.id, role: "viewer" },
    });
    const code = await world.setupCode();
    expect(await outcome(await use(code))).toEqual([409, "all-owned"]);
    await loadConsultations(world.services.db, { "later.json": JSON.stringify(LATER) });
    expect((await use(code)).headers.get("Location")).toContain("/organise?lang=en&done=joined.");
    expect(await membersOf(LATER.id)).toEqual({ [world.ann.id]: "owner" });
    expect(await membersOf(KAZAKHSTAN.id)).toEqual({
      [world.ann.id]: "viewer",
      [bob.id]: "owner",
    });
    const [entry] = await listEntries(world.services.db, LATER.id);
    expect(entry).toMatchObject({ who: "Ann", action: "team-set-up" });
    expect(await outcome(await use(code))).toEqual([403, "setup-refused"]);
  });

  test("counts for half an hour, and an invitation is none", async () => {
    await loadConsultations(world.services.db, { "later.json": JSON.stringify(LATER) });
    const invitation = await world.organisers.invite(world.ann, KAZAKHSTAN.id, "viewer");
    expect(await outcome(await use(invitation))).toEqual([403, "setup-refused"]);
    const code = await world.setupCode();
    world.at += 30 * MINUTE;
    expect(await outcome(await use(code))).toEqual([403, "setup-refused"]);
    expect(await membersOf(LATER.id)).toEqual({});
  });
});

describe("an invitation to a team", () => {
  const join = (code: string) => world.register("join", code);

  test("works once, for seven days", async () => {
    const codes = [1, 2].map(() => world.organisers.invite(world.ann, KAZAKHSTAN.id, "viewer"));
    const [first, second] = await Promise.all(codes);
    world.at += 7 * DAY - 1;
    expect(await join(first!)).toBe("in");
    expect(await join(first!)).toContain("role-link-refused");
    world.at += 1;
    expect(await join(second!)).toContain("role-link-refused");
  });

  test("dies with the right of whoever sent it", async () => {
    const bob = await world.organisers.join(world.ann, KAZAKHSTAN.id, "owner", "Bob");
    const code = await world.organisers.invite(bob, KAZAKHSTAN.id, "owner");
    const { cookie, token } = world.ann;
    await world.organisers.send(ORGANISE.changeRole, {
      id: KAZAKHSTAN.id,
      cookie,
      token,
      fields: { organiser: bob.id, role: "viewer" },
    });
    expect(await join(code)).toContain("role-link-refused");
  });

  test("is accepted with a passkey by who is an organiser already, once", async () => {
    const bob = await world.organisers.setUp("Bob");
    const { cookie, token } = world.ann;
    const about = { id: KAZAKHSTAN.id, cookie, token };
    await world.organisers.send(ORGANISE.removeOrganiser, {
      ...about,
      fields: { organiser: bob.id },
    });
    const code = await world.organisers.invite(world.ann, KAZAKHSTAN.id, "analyst");
    const accept = (who: OrganiserAtWork) => asKnown(ORGANISE.joinAsKnown, who, code);
    expect(await outcome(await accept(world.ann))).toEqual([409, "already-in-team"]);
    const done = await accept(bob);
    expect(done.status).toBe(303);
    const home = await world.organisers.send(ORGANISE.home, { cookie: cookieOf(done) });
    expect(await home.text()).toContain("Your role: Analyst");
    expect(await outcome(await accept(bob))).toEqual([403, "role-link-refused"]);
  });
});
