import * as z from "zod/mini";
import type { ResponseEntry } from "./entry.ts";
import { answerForm, withdrawalForm } from "./entry-form.ts";
import { FATES, type FatedAnswer, historyOf } from "./standing.ts";

/** Every official response as it was recorded (entry.ts), oldest first; of each answer what became of it. */
export const responseListSchema = z.object({
  consultation: z.string(),
  responses: z.array(
    z.discriminatedUnion("kind", [
      z.extend(answerForm, {
        fate: z.enum(FATES),
        /** Of what was corrected or withdrawn, the number of the entry by which. */
        through: z.optional(z.int()),
      }),
      withdrawalForm,
    ]),
  ),
});
export type ResponseList = z.infer<typeof responseListSchema>;

/** The record of a consultation as it is published. */
export function responseListOf(
  consultation: string,
  entries: readonly ResponseEntry[],
): ResponseList {
  const codes = [...new Set(entries.map(({ recommendation }) => recommendation))];
  const fates = new Map(
    codes.flatMap((code) => historyOf(entries, code)).map((answer) => [answer.number, answer]),
  );
  return {
    consultation,
    responses: entries.map((entry) => ({
      ...entry,
      ...(entry.kind === "answer" && fateOf(fates.get(entry.number)!)),
    })) as ResponseList["responses"],
  };
}

/** What became of an answer, with the number of the entry by which. */
function fateOf(answer: FatedAnswer) {
  const { fate } = answer;
  if (fate === "corrected") return { fate, through: answer.correctedBy.number };
  if (fate === "withdrawn") return { fate, through: answer.withdrawnBy.number };
  return { fate };
}
