import { beforeAll, describe, expect, test } from "vitest";
import type { KeyWanted } from "../../../domain/program/key.ts";
import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import { ROLES } from "../../../domain/organiser/role.ts";
import { getTeam, teamWrite } from "../../../functions/store/teams.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { keyOf } from "../../support/program.ts";
import { signedIn } from "../../support/signed-in.ts";
import { by, ENDPOINTS, HERE, through, useGate } from "./gate.ts";
import { ROWS } from "./rows.ts";

/* Every endpoint for programs × every role of a key. Who does not get through anywhere is in refused.test.ts. */

const gate = useGate();
const KEY_ROLES = ROLES.filter((role): role is KeyWanted["role"] => role !== "owner");

test("there is a row for every endpoint, and no route beside the list", () => {
  expect(Object.keys(ROWS).toSorted()).toEqual(Object.keys(PROGRAM_API).toSorted());
  const listed = ENDPOINTS.map(([, { method, path }]) => `${method} ${path}`);
  const routed = gate.app.routes
    .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/organise"))
    .map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(routed)].toSorted()).toEqual(listed.toSorted());
});

describe.each(KEY_ROLES)("a key of the role %s", (role) => {
  let key: string;
  let stepping: string;
  beforeAll(async () => {
    key = await keyOf(gate.services, HERE, gate.owner, { role });
    stepping = await keyOf(gate.services, HERE, gate.owner, { role, steps: true });
  });

  test.each(ENDPOINTS)("at %s", async (name) => {
    const { may } = ROWS[name];
    const isAllowed = may !== "steps" && may.includes(role);
    const expected = (allowed: boolean) => (allowed ? through(name) : [403, "key-may-not"]);
    expect(await gate.ask(name, { headers: by(key) })).toEqual(expected(isAllowed));
    // To be given the steps gives nothing else.
    const withSteps = expected(isAllowed || may === "steps");
    expect(await gate.ask(name, { headers: by(stepping) })).toEqual(withSteps);
  });

  test("does no more than its maker may, from the next request on", async () => {
    const former = await signedIn(gate.services, "Former", { [HERE]: "owner" });
    const theirs = await keyOf(gate.services, HERE, former, { role, steps: true });
    const team = await getTeam(gate.services.db, HERE);
    const members = { ...team.members, [former.id]: "viewer" } as const;
    await writeAll(gate.services.db, [teamWrite(gate.services.db, team, members)]);
    const seen: string[] = [];
    for (const [name] of ENDPOINTS) {
      const [status] = await gate.ask(name, { headers: by(theirs) });
      if (status !== 403) seen.push(name);
    }
    const ofViewer = [
      "state",
      "participation",
      "log",
      ...(role === "translator" ? [] : ["logFile"]),
    ];
    expect(seen).toEqual(ofViewer);
  });
});
