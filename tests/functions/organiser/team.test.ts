import type { Act } from "../../../domain/organiser/acts.ts";
import { PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { type LogEntry, verifyLog } from "../../../domain/organiser/log.ts";
import type { Role } from "../../../domain/organiser/role.ts";
import { record } from "../../../functions/organiser/log.ts";
import { sha256 } from "../../../functions/secrets.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { getTeam, teamWrite } from "../../../functions/store/teams.ts";
import type { OrganiserAtWork } from "../../support/organiser.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { IN, outcome, useAnn } from "./ann.ts";

const world = useAnn();
const ID = KAZAKHSTAN.id;

type Who = Pick<OrganiserAtWork, "cookie" | "token">;
const give = ({ cookie, token }: Who, organiser: string, role: string) =>
  world.organisers.send(ORGANISE.changeRole, {
    id: ID,
    cookie,
    token,
    fields: { organiser, role },
  });
const remove = ({ cookie, token }: Who, organiser: string) =>
  world.organisers.send(ORGANISE.removeOrganiser, { id: ID, cookie, token, fields: { organiser } });
const join = (role: Role, name = "Bob") => world.organisers.join(world.ann, ID, role, name);
const members = async () => (await getTeam(world.services.db, ID)).members;
const entries = () => listEntries(world.services.db, ID);
const LAST = [409, "last-owner"];

describe("a team", () => {
  test("never loses its last owner: not by demotion, not by removal, not by oneself", async () => {
    const { ann } = world;
    await join("editor");
    for (const role of ["editor", "moderator", "analyst", "viewer"]) {
      expect(await outcome(await give(ann, ann.id, role))).toEqual(LAST);
    }
    expect(await outcome(await remove(ann, ann.id))).toEqual(LAST);
    expect(await outcome(await give(ann, ann.id, "owner"))).toEqual(IN);
  });

  test("keeps an owner when two demote, or remove, each other at once", async () => {
    const { ann } = world;
    const bob = await join("owner");
    const both = await Promise.all([give(ann, bob.id, "viewer"), remove(bob, ann.id)]);
    expect(both.map(({ status }) => status).toSorted()).not.toEqual([303, 303]);
    expect(Object.values(await members())).toContain("owner");
  });

  test("takes no role that there is not, and nobody who is not in it", async () => {
    const { ann } = world;
    const bob = await join("viewer");
    for (const role of ["", "Owner", "admin", "__proto__"]) {
      expect(await outcome(await give(ann, bob.id, role))).toEqual([422, "role-invalid"]);
    }
    const before = await members();
    for (const id of ["", "nobody", "__proto__", "constructor"]) {
      expect((await give(ann, id, "viewer")).status).toBe(404);
      expect((await remove(ann, id)).status).toBe(404);
    }
    expect(await members()).toEqual(before);
  });

  test("asks before somebody is removed, says what that does, and leads back", async () => {
    const { ann } = world;
    const bob = await join("owner");
    await world.organisers.invite(bob, ID, "viewer");
    const ask = async (organiser: string) => {
      const path = organisePath(ORGANISE.removeOrganiserPage, { id: ID, lang: "en" });
      const answer = await world.organisers.app.request(`${path}&organiser=${organiser}`, {
        headers: { Cookie: ann.cookie },
      });
      return answer.text();
    };
    const html = await ask(bob.id);
    expect(html).toContain("Remove Bob from the team?");
    expect(html).toContain("1 link that they have made and nobody has used ends.");
    expect(html).toContain(`name="organiser" value="${bob.id}"`);
    expect(html).toContain(`href="${organisePath(ORGANISE.team, { id: ID, lang: "en" })}"`);
    expect(html).not.toContain("This is you");
    expect(await ask(ann.id)).toContain("This is you");
    expect(Object.keys(await members())).toHaveLength(2);
  });

  test("shows a hostile name as text, in the list, in the log and in its file", async () => {
    const name = "A&quot; onload=alert(1) ${7*7} {{7*7}} '\"";
    await join("viewer", name);
    const { cookie } = world.ann;
    for (const endpoint of [ORGANISE.team, ORGANISE.log]) {
      const html = await (await world.organisers.send(endpoint, { id: ID, cookie })).text();
      expect(html).toContain("A&amp;quot; onload=alert(1) ${7*7} {{7*7}} '");
      expect(html).not.toContain('"" onload');
    }
    const file = await world.organisers.send(ORGANISE.logFile, { id: ID, cookie });
    expect(file.headers.get("Content-Disposition")).toContain("attachment");
    expect(JSON.stringify(await file.json())).toContain(JSON.stringify(name).slice(1, -1));
  });
});

describe("the log", () => {
  test("has every change of the team, and no change is there without its entry", async () => {
    const bob = await join("viewer");
    await give(world.ann, bob.id, "editor");
    await give(world.ann, world.ann.id, "viewer");
    await remove(world.ann, bob.id);
    const told = (await entries()).map(({ who, action, before, after }) => [
      who,
      action,
      before,
      after,
    ]);
    expect(told).toEqual([
      ["Ann", "team-set-up", null, { name: "Ann", role: "owner" }],
      ["Ann", "team-invited", null, { role: "viewer" }],
      ["Bob", "team-joined", null, { name: "Bob", role: "viewer" }],
      ["Ann", "role-changed", { name: "Bob", role: "viewer" }, { name: "Bob", role: "editor" }],
      ["Ann", "team-left", { name: "Bob", role: "editor" }, null],
    ]);
  });

  test("numbers without a gap what is written at the same moment", async () => {
    const actor = { organiser: world.ann };
    const writes = Array.from({ length: 12 }, (_, index) =>
      record(world.services, ID, actor, {
        action: "export-downloaded",
        before: null,
        after: { part: index },
      }),
    );
    await Promise.all(writes);
    const all = await entries();
    expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
    expect(new Set(all.slice(1).map(({ after }) => JSON.stringify(after))).size).toBe(12);
    expect(verifyLog(ID, all, sha256)).toEqual({ whole: true });
  });

  test("takes no entry whose change is refused", async () => {
    const { db } = world.services;
    const team = await getTeam(db, ID);
    const stale = teamWrite(db, { ...team, revision: team.revision - 1 }, {});
    const before = await entries();
    const act = { action: "export-failed" as const, before: null, after: null };
    const refused = await record(world.services, ID, { organiser: world.ann }, act, [stale]);
    expect([refused, await entries()]).toEqual([undefined, before]);
  });

  const page = async () => {
    const { cookie } = world.ann;
    return (await world.organisers.send(ORGANISE.log, { id: ID, cookie })).text();
  };

  test("says on its page what a newer version has done, although not in words", async () => {
    const act = { action: "constructor", before: null, after: null } as unknown as Act;
    await record(world.services, ID, { organiser: world.ann }, act);
    const html = await page();
    expect(html).toContain("Something that this version of Kenes does not know: constructor");
    expect(html).toContain("The chain is whole");
  });

  test("says on its page where it was tampered with", async () => {
    await join("viewer");
    const { client, tables } = world.services.db;
    expect(await page()).toContain("The chain is whole");
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tables.main,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :log)",
        ExpressionAttributeValues: { ":pk": { S: `C#${ID}` }, ":log": { S: "LOG#" } },
      }),
    );
    const Item = { ...Items[1], who: { S: "Eve" } };
    await client.send(new PutItemCommand({ TableName: tables.main, Item }));
    expect(await page()).toContain("The chain is broken at entry 2");
  });

  test("is one file of all entries, oldest first, that can be checked anywhere", async () => {
    await join("viewer");
    const { cookie } = world.ann;
    const file = await world.organisers.send(ORGANISE.logFile, { id: ID, cookie });
    const { consultation, entries } = (await file.json()) as {
      consultation: string;
      entries: LogEntry[];
    };
    expect(entries).toHaveLength(3);
    expect(verifyLog(consultation, entries, sha256)).toEqual({ whole: true });
  });
});
