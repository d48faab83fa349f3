import * as z from "zod/mini";
import type { Consultation } from "../consultation/definition.ts";
import { type Fault, faultsOf } from "../fault.ts";
import { cleaned, lengthOf } from "./cleaned.ts";
import { MOST_REASONS, REMARK_LENGTH, type Remarks } from "./remark.ts";

/** Refuses what is longer than it may be. */
const short = z.superRefine<string>((text, context) => {
  if (lengthOf(text) > REMARK_LENGTH) context.addIssue(tooMuch(text, REMARK_LENGTH, []));
});

/** Refuses each reason after the last that there may be, by its name. */
const few = z.superRefine<object>((reasons, context) => {
  for (const code of Object.keys(reasons).slice(MOST_REASONS)) {
    context.addIssue(tooMuch(reasons, MOST_REASONS, [code]));
  }
});

const tooMuch = (input: unknown, maximum: number, path: string[]) =>
  ({ code: "too_big", origin: "number", maximum, input, path }) as const;

/**
 * The schema of what a respondent may write in a consultation: reasons for its own recommendations. Among
 * people at risk nobody can agree to publication, as nothing is published.
 */
export function remarksSchema(definition: Consultation): z.ZodMiniType<Remarks> {
  const written = z.strictObject({
    text: z.string().check(z.overwrite(cleaned), z.minLength(1), short),
    publish: definition.disclosure === "at-risk" ? z.literal(false) : z.boolean(),
  });
  const reasons = definition.recommendations.map(({ code }) => [code, z.optional(written)]);
  const schema = z.strictObject({
    reasons: z.strictObject(Object.fromEntries(reasons)).check(few),
    suggestion: z.optional(written),
  });
  return schema as unknown as z.ZodMiniType<Remarks>;
}

/** Reads what somebody sent; names every fault, and repeats no value. */
export function readRemarks(
  schema: z.ZodMiniType<Remarks>,
  value: unknown,
): { remarks: Remarks } | { faults: Fault[] } {
  const parsed = schema.safeParse(value);
  return parsed.success ? { remarks: parsed.data } : { faults: faultsOf(parsed.error, value) };
}
