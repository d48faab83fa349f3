import { beforeAll, describe, expect, test } from "vitest";
import {
  ORGANISING,
  organisingName,
  type OrganisingName,
} from "../../../domain/contract/organising.ts";
import { refusalsOf } from "../../../domain/contract/refusals.ts";
import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import type { ProblemCode } from "../../../domain/problem.ts";
import { problemOf } from "../../support/client.ts";
import { through } from "../program/gate.ts";
import { misfits } from "./documented.ts";
import { organisingWorld, type OrganisingWorld, story } from "./organising-world.ts";

/* What the document says of the console's actions for programs, beside what they do. */

let world: OrganisingWorld;
beforeAll(async () => {
  world = await organisingWorld();
});

const NAMES = Object.keys(ORGANISING) as OrganisingName[];
const operation = (name: OrganisingName) => world.operations.get(name)!;

describe("at a draft", () => {
  test("is refused what is promised to be, and all that there is nothing of yet", async () => {
    const refused = new Map<OrganisingName, ProblemCode>();
    // Neither opened nor replaced, so that it stays one.
    for (const name of NAMES.filter((one) => one !== "programReplaceDraft")) {
      const answer = await world.ask(name);
      expect(await misfits(world.document, operation(name), answer.clone()), name).toEqual([]);
      if (answer.status >= 400) refused.set(name, (await problemOf(answer)).title as ProblemCode);
    }
    const promising = NAMES.filter((name) =>
      refusalsOf(ORGANISING[name]).includes("consultation-unknown"),
    );
    const told = [...refused].filter(([, code]) => code === "consultation-unknown");
    expect(told.map(([name]) => name)).toEqual(promising);
    expect(promising.length).toBeGreaterThan(10);
  });

  test("what an address asks for and nobody knows is refused everywhere", async () => {
    for (const name of NAMES) {
      const answer = await world.ask(name, { query: "?more=1" });
      expect(await misfits(world.document, operation(name), answer.clone()), name).toEqual([]);
      expect((await problemOf(answer)).title, name).toBe("request-invalid");
    }
  });
});

test("every example request is answered as the document says", async () => {
  const asked = new Set<OrganisingName>();
  for await (const [name, answer] of story(world)) {
    expect(answer.status, `${name} ${await answer.clone().text()}`).toBeLessThan(300);
    expect(await misfits(world.document, operation(name), answer), name).toEqual([]);
    asked.add(name);
  }
  expect([...asked].toSorted()).toEqual(NAMES.toSorted());
});

describe.each(Object.keys(PROGRAM_API) as (keyof typeof PROGRAM_API)[])("%s", (name) => {
  test("promises what it refuses with where nothing is there", () => {
    const [status, code] = through(name) as [number, string?];
    const { responses } = operation(organisingName(name));
    const promised = responses[status]?.content?.["application/problem+json"]?.examples ?? {};
    expect(Object.keys(promised)).toEqual(code === undefined ? [] : expect.arrayContaining([code]));
  });

  test("says which right it needs, and how it is done once", () => {
    const { security, tags, all } = operation(organisingName(name)) as ReturnType<
      typeof operation
    > & { tags: string[] };
    expect([security, tags]).toEqual([[{ key: [] }], ["Organising"]]);
    const isOnce = "once" in PROGRAM_API[name];
    expect(all.some((one) => one.in === "header" && one.name === "Idempotency-Key")).toBe(isOnce);
    for (const one of all.filter((each) => each.in === "path")) {
      expect(one).toMatchObject({ description: expect.stringMatching(/\.$/) });
      expect(one.example).toBeDefined();
    }
  });
});
