import type * as z from "zod/mini";

/** What can be wrong at one place of somebody's input. The value itself is never repeated back. */
export type FaultKind =
  | "missing"
  | "unknown"
  | "wrong-type"
  | "out-of-range"
  | "not-allowed"
  | "repeated"
  | "overfull";

/** One fault: where it is (an RFC 6901 JSON pointer) and of which kind. */
export interface Fault {
  pointer: string;
  fault: FaultKind;
}

/** RFC 6901: `~` and `/` inside a key are written `~0` and `~1`. */
const pointer = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** Nobody mends more than this at once; and an answer must not grow with the rubbish it refuses. */
const MOST_FAULTS = 100;

/** The first faults of a refused value, one for each place, in the order in which they were found. */
export function faultsOf(
  error: z.core.$ZodError,
  value: unknown,
  most: number = MOST_FAULTS,
): Fault[] {
  const byPlace = new Map<string, Fault>();
  for (const issue of error.issues) {
    for (const fault of faultsOfIssue(issue, at(value, issue.path))) {
      if (byPlace.size >= most) return [...byPlace.values()];
      if (!byPlace.has(fault.pointer)) byPlace.set(fault.pointer, fault);
    }
  }
  return [...byPlace.values()];
}

function faultsOfIssue(issue: z.core.$ZodIssue, input: unknown): Fault[] {
  const place = pointer(issue.path);
  if (input === undefined) return [{ pointer: place, fault: "missing" }];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ pointer: place + pointer([key]), fault: "unknown" }));
    case "invalid_type":
      return [{ pointer: place, fault: "wrong-type" }];
    case "too_big":
    case "too_small":
      return [{ pointer: place, fault: "out-of-range" }];
    default:
      return [{ pointer: place, fault: "not-allowed" }];
  }
}

/** What stands at a path of a value; `undefined` when nothing does. */
const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
