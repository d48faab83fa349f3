import { type ProblemCode, PROBLEMS } from "../problem.ts";
import type { Endpoint } from "./endpoint.ts";

/** What may be wrong with a body before anybody looks at what it says. */
const OF_A_BODY = [
  "body-empty",
  "body-not-json",
  "body-not-utf8",
  "body-too-large",
  "content-type-wrong",
] as const satisfies readonly ProblemCode[];

/** Everything that an endpoint may refuse with, by rising status. */
export function refusalsOf({
  refusals,
  path,
  right,
  request,
  inParts,
  public: isPublic,
}: Endpoint): ProblemCode[] {
  const all: ProblemCode[] = [
    "secret-in-address",
    ...(inParts ? (["parameter-invalid"] as const) : []),
    ...(request === undefined ? [] : OF_A_BODY),
    ...(right === undefined ? [] : (["receipt-missing", "receipt-malformed"] as const)),
    ...(path.includes(":id") ? (["consultation-unknown"] as const) : []),
    ...(isPublic ? (["too-many"] as const) : []),
    ...refusals,
    "failure",
    "busy",
  ];
  return [...new Set(all)].toSorted((a, b) => PROBLEMS[a] - PROBLEMS[b]);
}
