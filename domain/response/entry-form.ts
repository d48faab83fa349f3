/** The form of an entry, as it is stored and as it is published. */
import * as z from "zod/mini";
import { languageTag } from "../language.ts";
import { RECORDERS } from "./entry.ts";
import { RESPONSE_STATUSES } from "./status.ts";

const recorded = {
  number: z.int(),
  at: z.string(),
  by: z.enum(RECORDERS),
  recommendation: z.string(),
  madeUp: z.optional(z.literal(true)),
};
const texts = z.record(languageTag, z.string());

export const answerForm = z.object({
  ...recorded,
  kind: z.literal("answer"),
  addressee: z.string(),
  measure: z.optional(z.int()),
  status: z.enum(RESPONSE_STATUSES),
  day: z.iso.date(),
  statement: texts,
  original: languageTag,
  evidence: z.array(z.string()),
  source: z.optional(z.object({ title: z.string(), address: z.optional(z.string()) })),
  promised: z.optional(z.iso.date()),
  corrects: z.optional(z.int()),
});

export const withdrawalForm = z.object({
  ...recorded,
  kind: z.literal("withdrawal"),
  withdraws: z.int(),
  reason: texts,
});
