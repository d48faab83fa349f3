import { describe, expect, test } from "vitest";
import { proposalWrite } from "../../../functions/store/proposals.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { HERE, STOPS, useWalkers } from "./walk.ts";

/* Two reads of one thing within a request may differ, and then a page contradicts itself. */

const walkers = useWalkers();
const pages = STOPS.filter(
  ({ name, endpoint }) =>
    endpoint.method === "GET" &&
    (endpoint.path.includes(":id") || name === "home") &&
    // Without a link it is no page but a refusal.
    name !== "exportFile",
);

/** What is read while something is done: each read with its table and its key or query. */
async function readsDuring(act: () => Promise<unknown>): Promise<string[]> {
  const reads: string[] = [];
  const { middlewareStack } = walkers.services.db.client;
  middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (/^(GetItem|Query)Command$/.test(commandName ?? ""))
          reads.push(JSON.stringify(args.input));
        return next(args);
      },
    { step: "initialize", name: "reads" },
  );
  try {
    await act();
  } finally {
    middlewareStack.remove("reads");
  }
  return reads;
}

describe("what a page of the console is made from is read once", () => {
  test.each(pages.map((page) => [page.name, page] as const))("%s", async (_, page) => {
    const { db } = walkers.services;
    const { owner } = walkers.people;
    const at = new Date(walkers.at).toISOString();
    const proposal = { act: "close" as const, by: owner.id, name: owner.name, at };
    await writeAll(db, [proposalWrite(db, HERE, "close", undefined, proposal)]);
    const { cookie } = owner;
    let answered: (string | number)[] = [];
    const reads = await readsDuring(async () => {
      answered = await walkers.ask(page, { cookie });
    });
    await writeAll(db, [proposalWrite(db, HERE, "close", proposal, undefined)]);
    expect(answered[0]).toBeLessThan(400);
    expect(reads.length).toBeGreaterThan(1);
    expect(reads.filter((read, place) => reads.indexOf(read) < place)).toEqual([]);
  });
});
