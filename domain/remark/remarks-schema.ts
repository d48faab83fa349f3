import * as z from "zod/mini";
import type { Consultation } from "../consultation/definition.ts";
import { type Fault, faultsOf } from "../fault.ts";
import { cleaned, lengthOf } from "./cleaned.ts";
import { MOST_REASONS, REMARK_LENGTH, type Remarks } from "./remark.ts";

/** Refuses what is too long, or too many, under the kind of fault that says so. */
const atMost = <Value>(most: number, count: (value: Value) => number) =>
  z.superRefine<Value>((value, context) => {
    if (count(value) <= most) return;
    context.addIssue({
      code: "too_big",
      origin: "number",
      maximum: most,
      input: value,
    });
  });

/**
 * The schema of what a respondent may write in a consultation: reasons for its own recommendations. Among
 * people at risk nobody can agree to publication, as nothing is published.
 */
export function remarksSchema(definition: Consultation): z.ZodMiniType<Remarks> {
  const written = z.strictObject({
    text: z.string().check(z.overwrite(cleaned), z.minLength(1), atMost(REMARK_LENGTH, lengthOf)),
    publish: definition.disclosure === "at-risk" ? z.literal(false) : z.boolean(),
  });
  const reasons = definition.recommendations.map(({ code }) => [code, z.optional(written)]);
  const schema = z.strictObject({
    reasons: z
      .strictObject(Object.fromEntries(reasons))
      .check(atMost(MOST_REASONS, (all: object) => Object.keys(all).length)),
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
