/** One consultation as it is stored: its definition with its life, or a mark that it is a draft again. */
import * as z from "zod/mini";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { fromEarlier } from "../../domain/consultation/earlier-definition.ts";
import { NEW_LIFE, type PublishedConsultation } from "../../domain/consultation/life.ts";
import { DISCLOSURES, SCHEDULES } from "../../domain/disclosure/policy.ts";
import { WORK_MODES } from "../../domain/work/mode.ts";
import { DamagedItem, type Item, keyOf } from "./damaged-item.ts";
import { NewerForm } from "./form.ts";
import { json, moment, parsed } from "./item.ts";
import { CONSULTATIONS } from "./keys.ts";

/** The texts of definitions that were stored in an earlier form: what a later write must find. */
const asStored = new WeakMap<object, string>();

const coded = z.array(z.object({ code: z.string() }));

/**
 * What counting, disclosure and the clock rely on. Not the whole schema, which the definition met before it
 * was stored: every process reads all of them when it starts, and the schema takes ten times as long as
 * parsing the text.
 */
const reliedOn = z.object({
  id: z.string(),
  addressees: coded,
  recommendations: coded,
  about: z.array(z.object({ code: z.string(), options: coded })),
  channels: z.optional(coded),
  release: z.object({ every: z.enum(SCHEDULES), groupsAt: z.optional(z.array(moment)) }),
  disclosure: z.enum(DISCLOSURES),
  opensAt: z.optional(moment),
  closesAt: z.optional(moment),
});

const form = z.object({
  definition: z.optional(
    json(
      z.custom<Consultation>((value) => reliedOn.safeParse(value).success),
      (stored, text) => {
        const now = fromEarlier(stored);
        if (now !== stored) asStored.set(now as object, text);
        return now;
      },
    ),
  ),
  life: z.optional(
    json(
      z.object({
        paused: z.boolean(),
        archived: z.boolean(),
        pause: z.optional(z.object({ at: moment, note: z.record(z.string(), z.string()) })),
        purge: z.optional(z.object({ begun: moment, done: z.optional(moment) })),
        work: z.optional(z.array(z.object({ mode: z.enum(WORK_MODES), at: moment }))),
      }),
    ),
  ),
});

/** The text of a definition as it is stored: what a later write must find. */
export const storedText = (definition: Consultation): string =>
  asStored.get(definition) ?? JSON.stringify(definition);

/** Reads an item; `undefined` for one that was taken back, which is a draft. */
export function consultationIn(item: Item): PublishedConsultation | undefined {
  const { definition, life = NEW_LIFE } = parsed(item, form);
  return definition && { definition, life };
}

/** Why what is stored of a consultation cannot be read. */
export type Unreadable = DamagedItem | NewerForm;

/** Whether what failed is that a consultation's own item cannot be read. */
export const isUnreadable = (failure: unknown): failure is Unreadable =>
  (failure instanceof DamagedItem || failure instanceof NewerForm) &&
  failure.key.startsWith(keyOf(CONSULTATIONS.key("")));
