import { beforeAll, expect } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { goodBallot } from "../../support/client.ts";
import { newSignIn, type SignedInOrganiser } from "../../support/signed-in.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { freshConsole } from "./console.ts";

export let world: Awaited<ReturnType<typeof freshConsole>>;
export let anna: SignedInOrganiser;
let number = 0;

beforeAll(async () => {
  world = await freshConsole();
  anna = await world.organiser("Anna", { [KAZAKHSTAN.id]: "viewer" });
});

/** A new draft of hers, with other values in some fields; its id. */
export const draft = async (more: Record<string, string> = {}): Promise<string> => {
  Object.assign(anna, await newSignIn(world.services, anna.id));
  const id = `life-${++number}`;
  await world.create(anna, { id, way: "duplicate", from: KAZAKHSTAN.id });
  if (Object.keys(more).length > 0) expect((await world.edit(anna, id, more)).status).toBe(303);
  return id;
};

/** Takes a step of a life; the status of the answer. */
export const step = async (id: string, name: string, stage: string, more = {}) => {
  Object.assign(anna, await newSignIn(world.services, anna.id));
  const answer = await world.step(anna, id, name, stage, more);
  // What is published is read again every few seconds.
  pass(11);
  return answer.status;
};

export const pass = (seconds: number): void => {
  world.clock.now = new Date(world.clock.now.getTime() + seconds * 1_000);
};

/** Somebody answers. */
export const put = (id: string, receipt: string, ballot: unknown = goodBallot()) =>
  world.app.request(apiPath(API.putBallot, id), {
    method: "PUT",
    headers: { Authorization: `Bearer ${receipt}`, "Content-Type": "application/json" },
    body: JSON.stringify(ballot),
  });

/** A page as English readers are given it. */
export const read = async (path: string): Promise<string> =>
  (await world.app.request(`${path}?lang=en`)).text();
