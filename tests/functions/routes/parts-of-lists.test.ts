import { beforeAll, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { sha256 } from "../../../functions/secrets.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { registerRelease } from "../../../functions/store/releases.ts";
import { times } from "../../support/client.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { releasedWorld } from "./released-world.ts";

/* Long lists in parts: each part leads to the next, and together they are the whole. */

let app: App;
let ids: string[];

beforeAll(async () => {
  const world = await releasedWorld([]);
  for (const number of times(6, (index) => index + 1)) {
    await addConsultation(world.db, { ...KAZAKHSTAN, id: `more-${number}` });
  }
  for (const number of [2, 3, 4, 5]) {
    const releasedAt = `2026-11-1${number}T09:00:00.000Z`;
    const line = {
      number,
      releasedAt,
      hash: sha256(`${number}`),
      turn: number,
      final: false,
      counted: "",
    };
    await registerRelease(world.db, KAZAKHSTAN.id, line);
  }
  app = createApp(world);
  const whole = await read(API.consultations.path);
  ids = (whole.body["consultations"] as { id: string }[]).map(({ id }) => id);
});

async function read(path: string) {
  const answer = await app.request(path);
  expect(answer.status).toBe(200);
  const [, next] = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get("Link") ?? "") ?? [];
  return { body: (await answer.json()) as Record<string, unknown>, next, headers: answer.headers };
}

/** Everything that one comes to by following the links. */
async function followed(path: string) {
  const bodies: Record<string, unknown>[] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const part = await read(next);
    bodies.push(part.body);
    expect(bodies.length, "the way comes to an end").toBeLessThan(20);
    next = part.next;
  }
  return bodies;
}

const RELEASES = apiPath(API.releases, KAZAKHSTAN.id);

describe("who asks without a part", () => {
  test("is given the whole, as ever", async () => {
    const { body, next } = await read(RELEASES);
    expect(Object.keys(body)).toEqual(["releases"]);
    expect(body["releases"]).toHaveLength(5);
    expect(next).toBeUndefined();
    const list = await read(`${API.consultations.path}?sort=x`);
    expect(list.body).toMatchObject({ page: 1, pages: 1 });
    expect(list.next).toBeUndefined();
    expect(ids).toHaveLength(7);
  });
});

describe("by following the links one comes to the whole", () => {
  test.each([1, 2, 3, 7, 100])("of all consultations, %i at a time", async (limit) => {
    const bodies = await followed(`${API.consultations.path}?limit=${limit}`);
    const parts = bodies.map(({ consultations }) => consultations as { id: string }[]);
    expect(parts.flat().map(({ id }) => id)).toEqual(ids);
    expect(parts.every(({ length }) => length > 0 && length <= limit)).toBe(true);
    const pages = Math.ceil(7 / limit);
    expect(bodies.map(({ page }) => page)).toEqual(times(pages, (index) => index + 1));
    expect(bodies.every((body) => body["pages"] === pages)).toBe(true);
    for (const body of bodies) {
      expect(API.consultations.answers[200].safeParse(body).data).toEqual(body);
    }
  });

  test.each([1, 2, 5])("of all releases, the newest first, %i at a time", async (limit) => {
    const bodies = await followed(`${RELEASES}?lang=ru&limit=${limit}`);
    const parts = bodies.map(({ releases }) => releases as { release: number }[]);
    expect(parts.flat().map(({ release }) => release)).toEqual([5, 4, 3, 2, 1]);
    expect(parts).toHaveLength(Math.ceil(5 / limit));
  });

  test("and keeps what was asked besides", async () => {
    const { next } = await read(`${RELEASES}?lang=ru&limit=2`);
    expect(next).toBe(`${RELEASES}?lang=ru&limit=2&after=4`);
    const alone = await read(`${RELEASES}?after=2`);
    expect(alone.body["releases"]).toMatchObject([{ release: 1 }]);
  });
});

test("each part has a tag of its own", async () => {
  const tags = await Promise.all(
    ["", "?limit=1", "?limit=2", "?limit=1&after=5"].map(async (query) =>
      (await read(RELEASES + query)).headers.get("ETag")!,
    ),
  );
  expect(new Set(tags).size).toBe(4);
  const again = await app.request(`${RELEASES}?limit=1`, {
    headers: { "If-None-Match": tags[1]! },
  });
  // The way on is part of what still stands.
  expect([again.status, again.headers.get("Link")]).toEqual([
    304,
    `<${RELEASES}?limit=1&after=5>; rel="next"`,
  ]);
});

describe("what cannot be read is refused by its name", () => {
  test.each([
    [`${API.consultations.path}?limit=0`, "/limit", "wrong-type"],
    [`${API.consultations.path}?limit=101`, "/limit", "out-of-range"],
    [`${API.consultations.path}?after=nowhere`, "/after", "not-allowed"],
    [`${RELEASES}?limit=ten`, "/limit", "wrong-type"],
    [`${RELEASES}?limit=2&after=x`, "/after", "not-allowed"],
    [`${apiPath(API.responses, KAZAKHSTAN.id)}?after=-1`, "/after", "not-allowed"],
  ])("%s", async (path, pointer, fault) => {
    const answer = await app.request(path);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      title: "parameter-invalid",
      faults: [{ pointer, fault }],
    });
  });
});
