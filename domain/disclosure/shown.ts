import type { HiddenReason } from "./reasons.ts";

/** A figure as a release tells it: its value, or why there is none. */
export type Shown<Value> = { value: Value } | { hidden: HiddenReason };

export const show = <Value>(value: Value): Shown<Value> => ({ value });
export const hide = (hidden: HiddenReason): Shown<never> => ({ hidden });

type Parts = Record<string, Shown<unknown> | readonly Shown<unknown>[]>;
type Told<Some extends Parts> = {
  [Name in keyof Some]: Some[Name] extends readonly Shown<infer Value>[]
    ? (Value | null)[]
    : Some[Name] extends Shown<infer Value>
      ? Value | null
      : never;
};

/** The figures as plain values, `null` where hidden, and beside them `hidden`: the reason of each. */
export function tell<Some extends Parts>(
  parts: Some,
): Told<Some> & { hidden: Record<string, HiddenReason> } {
  const hidden: Record<string, HiddenReason> = {};
  const told = (name: string, one: Shown<unknown>): unknown => {
    if ("value" in one) return one.value;
    hidden[name] = one.hidden;
    return null;
  };
  const values = Object.entries(parts).map(([name, part]) => [
    name,
    Array.isArray(part)
      ? part.map((one: Shown<unknown>, place) => told(`${name}/${place}`, one))
      : told(name, part as Shown<unknown>),
  ]);
  return { ...(Object.fromEntries(values) as Told<Some>), hidden };
}
