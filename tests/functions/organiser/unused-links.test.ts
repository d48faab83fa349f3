import { expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { listEntries } from "../../../functions/store/log.ts";
import type { OrganiserAtWork } from "../../support/organiser.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { MINUTE, outcome, useAnn } from "./ann.ts";

const world = useAnn();
const DAY = 24 * 60 * MINUTE;
const join = (code: string) => world.register("join", code);
const teamPage = async (who: OrganiserAtWork) => {
  const { cookie } = who;
  const answer = await world.organisers.send(ORGANISE.team, { id: KAZAKHSTAN.id, cookie });
  return answer.text();
};
const linksOn = (html: string) =>
  [...html.matchAll(/name="link" value="([0-9a-f]{64})"/g)].map(([, hash]) => hash!);
const withdraw = ({ cookie, token }: OrganiserAtWork, link: string) => {
  const fields = { link };
  return world.organisers.send(ORGANISE.withdrawRoleLink, {
    id: KAZAKHSTAN.id,
    cookie,
    token,
    fields,
  });
};

test("a link stands on the team's page until it is used, withdrawn or over; withdrawn it ends at once", async () => {
  const { ann } = world;
  world.at = Date.parse("2099-03-01T10:00:00Z");
  Object.assign(ann, await world.organisers.signIn(ann));
  expect(await teamPage(ann)).toContain("There are none.");
  const first = await world.organisers.invite(ann, KAZAKHSTAN.id, "editor");
  world.at += MINUTE;
  const second = await world.organisers.invite(ann, KAZAKHSTAN.id, "viewer");
  const html = await teamPage(ann);
  expect(html).toContain(
    "Made by Ann on 1 March 2099 at 15:00 (Kazakhstan Time); works until 8 March 2099 at 15:00 (Kazakhstan Time).",
  );
  expect(html).not.toContain(first);
  const [hash = "", other = ""] = linksOn(html);
  expect((await withdraw(ann, hash)).status).toBe(303);
  expect(await outcome(await withdraw(ann, hash))).toEqual([409, "role-link-gone"]);
  expect(await join(first)).toContain("role-link-refused");
  expect(linksOn(await teamPage(ann))).toEqual([other]);
  expect(await join(second)).toBe("in");
  expect(linksOn(await teamPage(ann))).toEqual([]);
  const log = await listEntries(world.services.db, KAZAKHSTAN.id);
  expect(log.find(({ action }) => action === "team-link-withdrawn")).toMatchObject({
    who: "Ann",
    before: { role: "editor", by: "Ann" },
    after: null,
  });
  await world.organisers.invite(ann, KAZAKHSTAN.id, "viewer");
  world.at += 7 * DAY;
  Object.assign(ann, await world.organisers.signIn(ann));
  expect(linksOn(await teamPage(ann))).toEqual([]);
});

test("of withdrawing a link and using it at once, one is done", async () => {
  const code = await world.organisers.invite(world.ann, KAZAKHSTAN.id, "viewer");
  const [hash = ""] = linksOn(await teamPage(world.ann));
  const [withdrawn, joined] = await Promise.all([withdraw(world.ann, hash), join(code)]);
  expect([withdrawn.status === 303, joined === "in"].toSorted()).toEqual([false, true]);
});

test("a link does not come back when whoever sent it is an owner again", async () => {
  const { ann } = world;
  const bob = await world.organisers.join(ann, KAZAKHSTAN.id, "owner", "Bob");
  const code = await world.organisers.invite(bob, KAZAKHSTAN.id, "owner");
  const { cookie, token } = ann;
  for (const role of ["viewer", "owner"]) {
    const fields = { organiser: bob.id, role };
    await world.organisers.send(ORGANISE.changeRole, {
      id: KAZAKHSTAN.id,
      cookie,
      token,
      fields,
    });
  }
  expect(linksOn(await teamPage(ann))).toEqual([]);
  expect(await join(code)).toContain("role-link-refused");
});

test("a link waits with at most 49 others", async () => {
  const { ann } = world;
  for (let made = 0; made < 50; made++) {
    await world.organisers.invite(ann, KAZAKHSTAN.id, "viewer");
  }
  const { cookie, token } = ann;
  const one = { id: KAZAKHSTAN.id, cookie, token, fields: { role: "viewer" } };
  const more = () => world.organisers.send(ORGANISE.inviteOrganiser, one);
  expect(await outcome(await more())).toEqual([409, "team-links-full"]);
  await withdraw(ann, linksOn(await teamPage(ann))[0]!);
  expect((await more()).status).toBe(200);
});
