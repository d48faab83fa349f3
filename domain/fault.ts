import type * as z from "zod/mini";

/** What can be wrong at one place of somebody's input. The value itself is never repeated back. */
export type FaultKind =
  | "missing"
  | "unknown"
  | "wrong-type"
  | "out-of-range"
  | "not-allowed"
  | "repeated";

/** One fault: where it is (an RFC 6901 JSON pointer) and of which kind. */
export interface Fault {
  pointer: string;
  fault: FaultKind;
}

/** RFC 6901: `~` and `/` inside a key are written `~0` and `~1`. */
const pointer = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** The faults of a refused value, one for each place, in the order in which they were found. */
export const faultsOf = (error: z.core.$ZodError): Fault[] => error.issues.flatMap(faultsOfIssue);

function faultsOfIssue(issue: z.core.$ZodIssue): Fault[] {
  const at = pointer(issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ pointer: at + pointer([key]), fault: "unknown" }));
    case "invalid_type":
      return [{ pointer: at, fault: issue.input === undefined ? "missing" : "wrong-type" }];
    case "too_big":
    case "too_small":
      return [{ pointer: at, fault: "out-of-range" }];
    default:
      return [{ pointer: at, fault: "not-allowed" }];
  }
}
