import { type ProblemCode, PROBLEMS } from "../problem.ts";
import type { ApiRight, Endpoint } from "./endpoint.ts";

/** What may be wrong with a body before anybody looks at what it says. */
const OF_A_BODY = [
  "body-empty",
  "body-not-json",
  "body-not-utf8",
  "body-too-large",
  "content-type-wrong",
] as const satisfies readonly ProblemCode[];

/** What may be wrong with the right that is brought. */
const OF_A_RIGHT: Readonly<Record<ApiRight, readonly ProblemCode[]>> = {
  receipt: ["receipt-missing", "receipt-malformed"],
  // With a key the address too is read strictly: what it asks for that is not known is refused.
  key: ["not-secure", "key-missing", "key-refused", "key-may-not", "too-many", "request-invalid"],
};

/** Everything that an endpoint may refuse with, by rising status. */
export function refusalsOf({
  refusals,
  method,
  path,
  right,
  request,
  inParts,
  once,
  public: isPublic,
}: Endpoint): ProblemCode[] {
  const all: ProblemCode[] = [
    "secret-in-address",
    ...(inParts ? (["parameter-invalid"] as const) : []),
    ...(request === undefined ? [] : OF_A_BODY),
    ...(right === undefined ? [] : OF_A_RIGHT[right]),
    ...(once ? (["done-already", "repeat-differs"] as const) : []),
    // Of a consultation that is not there no key counts, so that nobody learns which there are.
    ...(path.includes(":id") && right !== "key" ? (["consultation-unknown"] as const) : []),
    ...(path.includes(":id") ? (["consultation-unreadable"] as const) : []),
    ...(isPublic ? (["too-many"] as const) : []),
    // To withdraw goes on while nothing is taken (read-only.ts).
    ...(method === "GET" || (method === "DELETE" && right === "receipt")
      ? []
      : (["read-only"] as const)),
    ...refusals,
    "failure",
    "busy",
  ];
  return [...new Set(all)].toSorted((a, b) => PROBLEMS[a] - PROBLEMS[b]);
}
