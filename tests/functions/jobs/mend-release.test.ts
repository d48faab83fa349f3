import { describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { createApp } from "../../../functions/app.ts";
import { mendNewest } from "../../../functions/jobs/mend-release.ts";
import { allRegistered, releaseFile } from "../../../functions/store/releases.ts";
import { CLOSES, DAY, MINUTE, publishing } from "./published-world.ts";

type World = Awaited<ReturnType<typeof publishing>>;

/** The demonstration with that many releases, each of one ballot more. */
async function released(many: number) {
  const world = await publishing();
  for (let number = 1; number <= many; number++) {
    await world.send(1);
    expect(await world.release()).toEqual({ released: number });
    world.clock.now += 2 * MINUTE;
  }
  const { services, id } = world;
  const lines = (await allRegistered(services.db, id)).toReversed();
  const nameOf = (number: number) => releaseFile(id, number, lines[number - 1]!.hash);
  // What is in memory is served whatever happens to the file.
  const app = createApp(services);
  return {
    ...world,
    nameOf,
    bytesOf: async (number: number) => (await services.files.read(nameOf(number)))!,
    ask: async (number?: number) =>
      app.request(
        number === undefined ? apiPath(API.results, id) : apiPath(API.release, id, number),
      ),
    page: async () => (await app.request(`/c/${id}/results?lang=en`)).text(),
  };
}

/** What may befall a file. */
const BEFALLS: [string, (world: World, name: string, bytes: Uint8Array) => Promise<void>][] = [
  ["is deleted", ({ services }, name) => services.files.remove(name)],
  [
    "has one byte changed",
    ({ services }, name, bytes) =>
      services.files.write(
        name,
        bytes.map((byte, at) => (at === 100 ? byte ^ 1 : byte)),
        "",
      ),
  ],
  [
    "is cut short",
    ({ services }, name, bytes) => services.files.write(name, bytes.subarray(0, 1_000), ""),
  ],
];

describe.each(BEFALLS)("where the file of the newest release %s", (_, befall) => {
  test("the one before is served and says so; and it is made again to the byte while nothing was counted", async () => {
    const world = await released(2);
    const { services, nameOf, bytesOf, ask, page, definition } = world;
    const bytes = await bytesOf(2);
    await befall(world, nameOf(2), bytes);
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Kenes-Unreadable-Release")).toBe("2");
    expect(await answer.json()).toMatchObject({ release: 1 });
    expect(await page()).toContain("Release 2 cannot be read at the moment. This is release 1");
    const told = services.logged.filter(({ event }) => event === "release-unreadable");
    expect(told).toMatchObject([{ level: "error", release: 2 }]);
    await mendNewest(services, definition);
    expect(await bytesOf(2)).toEqual(Buffer.from(bytes));
    expect(services.logged.at(-1)).toMatchObject({ event: "release-made-again", release: 2 });
    world.clock.now += 2 * MINUTE;
    const after = await ask();
    expect(await after.json()).toMatchObject({ release: 2 });
    expect(after.headers.get("Kenes-Unreadable-Release")).toBeNull();
    expect(await page()).not.toContain("cannot be read at the moment");
  });
});

test("where ballots were counted since, it is not made again, and the next one follows it in the chain", async () => {
  const { services, nameOf, ask, send, release, definition, newest, clock } = await released(2);
  await services.files.remove(nameOf(2));
  await send(1);
  await expect(mendNewest(services, definition)).rejects.toThrow("is gone");
  expect(await release()).toEqual({ released: 3 });
  const { release: made } = await newest();
  expect(nameOf(2)).toContain(made.previous!);
  clock.now += MINUTE;
  expect((await ask()).headers.get("Kenes-Unreadable-Release")).toBeNull();
});

test("the last release can be made again at any time", async () => {
  const { services, definition, send, until, release, newest } = await publishing({
    release: { every: "close" },
    ...CLOSES,
  });
  await send(3);
  await until(Date.parse(CLOSES.closesAt) + 2 * MINUTE);
  expect(await release()).toEqual({ released: 1 });
  const { text, hash } = await newest();
  await services.files.remove(releaseFile(definition.id, 1, hash));
  await until(Date.parse(CLOSES.closesAt) + 20 * MINUTE);
  await mendNewest(services, definition);
  expect((await newest()).text).toBe(text);
});

test("one in the middle is asked for in vain, and all others are served", async () => {
  const { services, nameOf, ask } = await released(3);
  await services.files.remove(nameOf(2));
  expect(await (await ask(2)).json()).toMatchObject({ status: 503, title: "release-unreadable" });
  for (const number of [1, 3]) expect((await ask(number)).status).toBe(200);
  expect((await ask()).headers.get("Kenes-Unreadable-Release")).toBeNull();
});

test("after a release is lost that told of groups, the next one tells of them no second time", async () => {
  const begins = Date.parse(CLOSES.closesAt) - 2 * DAY;
  const { services, definition, send, until, release, newest } = await publishing({
    release: { every: "day", groupsAt: [new Date(begins + 1.5 * DAY).toISOString()] },
    opensAt: new Date(begins).toISOString(),
    closesAt: new Date(begins + 5 * DAY).toISOString(),
  });
  const days = async (days: number) => {
    await send(1);
    await until(begins + days * DAY + MINUTE);
    await release();
    return newest();
  };
  expect((await days(1)).release.rules.milestone.turn).toBe(0);
  const told = await days(2);
  expect(told.release.rules.milestone.turn).toBe(1);
  await services.files.remove(releaseFile(definition.id, 2, told.hash));
  const { release: after } = await days(3);
  expect(after.release).toBe(3);
  expect(after.rules.milestone.turn).toBe(1);
  expect(after.segments.every(({ madeIn }) => madeIn !== 3)).toBe(true);
});
