import { beforeAll } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { KeyWanted } from "../../../domain/program/key.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { type Call, keyOf, programOf } from "../../support/program.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { freshEnd } from "../export/ended.ts";

export let world: Awaited<ReturnType<typeof freshEnd>>;
let number = 0;
beforeAll(async () => {
  world = await freshEnd();
});

/** A program with a key that Ann, an owner, has made. */
async function programAt(id: string, wanted: Partial<KeyWanted> = {}) {
  const ann = await world.person("Ann", id, "owner");
  const ask = programOf(world.app, await keyOf(world.services, id, ann, wanted));
  return async (path: string, call?: Call) => {
    const answer = await ask(`/api/organise/c/${id}${path}`, call);
    const text = await answer.text();
    const body = (text.startsWith("{") ? JSON.parse(text) : text) as Record<string, never>;
    return { status: answer.status, body, title: body["title"] as string | undefined };
  };
}
export const posted = (body: unknown): Call => ({ method: "POST", body });
export const put = (body: unknown): Call => ({ method: "PUT", body });

/** An open consultation with a program. */
export async function opened(wanted: Partial<KeyWanted> = {}, more: Partial<Consultation> = {}) {
  const id = `open-${++number}`;
  await world.add(id, more);
  return { id, ask: await programAt(id, wanted) };
}

/** A draft that is a copy of a whole consultation. */
export async function drafted(wanted: Partial<KeyWanted> = {}) {
  const id = `draft-${++number}`;
  const anna = await world.organiser("Anna", { [KAZAKHSTAN.id]: "viewer" });
  await world.create(anna, { id, way: "duplicate", from: KAZAKHSTAN.id });
  const ask = programOf(world.app, await keyOf(world.services, id, anna, wanted));
  return {
    id,
    anna,
    ask: async (path: string, call?: Call) => {
      const answer = await ask(`/api/organise/c/${id}${path}`, call);
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
  };
}
/** The newest entry of its log. */
export const last = async (id: string) => (await listEntries(world.services.db, id)).at(-1)!;
