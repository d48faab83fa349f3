import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { Hook } from "../../../domain/hook/hook.ts";
import { newHook } from "../../../domain/hook/waiting.ts";
import type { ResponseEntry } from "../../../domain/response/entry.ts";
import type { Outside } from "../../../functions/hook/deliver.ts";
import { type HookServices, tendHooks } from "../../../functions/jobs/hooks.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { hookPut, listHooks, type StoredHook } from "../../../functions/store/hooks.ts";
import { putIf } from "../../../functions/store/put-if.ts";
import { registerRelease } from "../../../functions/store/releases.ts";
import { responsePut } from "../../../functions/store/responses.ts";
import { receiver, RECEIVER } from "../../support/receiver.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { answer } from "../../domain/news/records.ts";

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
const START = Date.parse("2026-03-01T12:00:00Z");
export const ORIGIN = "https://consult.example.org";

/** What a message says. */
interface Body {
  type: string;
  data: Record<string, unknown>;
}

/** The job over a fresh database, a clock that tests move, and a receiver on this machine; a consultation for each test. */
export function useHooks() {
  const hooks = {
    there: {} as Awaited<ReturnType<typeof receiver>>,
    world: {} as Awaited<ReturnType<typeof freshWorld>>,
    consultation: {} as Consultation,
    clock: START,
    now: (): Date => new Date(hooks.clock),
    run: (outside?: Outside, more: Partial<HookServices> = {}): Promise<void> =>
      tendHooks(
        { ...hooks.world, now: hooks.now, origin: ORIGIN, ...more },
        hooks.consultation,
        () => false,
        outside ?? hooks.there.outside,
      ),
    stored: (): Promise<StoredHook[]> => listHooks(hooks.world.db, hooks.consultation.id),
    held: async (place = 0): Promise<Hook> => (await hooks.stored())[place]!.hook!,
    async change(to: (hook: Hook) => Hook | undefined, place = 0): Promise<void> {
      const one = (await hooks.stored())[place]!;
      const put = hookPut(hooks.world.db, hooks.consultation.id, one, to(one.hook!));
      expect(await putIf(hooks.world.db, put)).toBe(true);
    },
    async add(place = 0, address = RECEIVER): Promise<Hook> {
      const hook = newHook(`${place}`.repeat(32), address, hooks.now());
      await hooks.change(() => hook, place);
      return hook;
    },
    async respond(entry: ResponseEntry): Promise<void> {
      const put = responsePut(hooks.world.db, hooks.consultation.id, entry);
      expect(await putIf(hooks.world.db, put)).toBe(true);
    },
    answered: (entry: number): Promise<void> =>
      hooks.respond(answer(entry, hooks.now().toISOString())),
    publish: (release: number): Promise<boolean> =>
      registerRelease(hooks.world.db, hooks.consultation.id, {
        number: release,
        releasedAt: hooks.now().toISOString(),
        hash: "a".repeat(64),
        turn: release,
        final: false,
        counted: "",
      }),
    bodies: (): Body[] => hooks.there.received.map(({ body }) => JSON.parse(body) as Body),
    types: (): string[] => hooks.bodies().map(({ type }) => type),
    ids: (): unknown[] => hooks.there.received.map(({ headers }) => headers["webhook-id"]),
  };
  let number = 0;
  beforeAll(async () => {
    [hooks.there, hooks.world] = [await receiver(), await freshWorld()];
  });
  afterAll(() => hooks.there.close());
  beforeEach(async () => {
    hooks.consultation = { ...KAZAKHSTAN, id: `hooked-${++number}` };
    await addConsultation(hooks.world.db, hooks.consultation);
    hooks.clock = START;
    hooks.there.received.length = 0;
    hooks.there.answer(204);
  });
  return hooks;
}
