/**
 * How often whatever writes or costs much may be asked for: each bound once. `each` is for one who asks (who that is stands beside it),
 * `all` for everybody together at one consultation. Whatever has a common bound can be used up by many who join
 * to do so: nothing has one that a person needs to be let in or to answer.
 */
import { API } from "./api.ts";
import { ORGANISE } from "./organiser/endpoints.ts";
import {
  CHART,
  DESK,
  DESK_LEAVE,
  DESK_OPEN,
  LEDGER_PNG,
  PICTURE,
  RATE,
  RECEIPT,
  RECOMMENDATION_PICTURE,
  TRANSLATION,
} from "./paths.ts";
import { PROGRAM_API } from "./program/endpoints.ts";
import type { BoundName } from "./bound.ts";

/** The forms of respondents and of addressees, which stand in no list of endpoints, with the bound of each. */
const FORMS: Readonly<Record<string, BoundName>> = {
  // Of what was written beside the ratings: `remarks`.
  [RATE]: "ballot",
  [RECEIPT]: "secret",
  [TRANSLATION]: "reports",
  [DESK_OPEN]: "secret",
  [DESK]: "desk",
  [DESK_LEAVE]: "free",
};

/** Whatever draws a picture when it is asked for. */
export const DRAWN = [PICTURE, RECOMMENDATION_PICTURE, CHART, LEDGER_PNG] as const;

interface Bounded {
  method: string;
  path: string;
  bound?: BoundName;
}

/** Every endpoint that writes or costs much, with its bound; `undefined` where somebody forgot it. */
export const BOUNDED: readonly Bounded[] = [
  ...Object.values<Bounded>(API).filter(isWriting),
  ...Object.values<Bounded>(ORGANISE).filter(isWriting),
  // Those that only read are bounded too: a program asks as often as it likes.
  ...Object.values(PROGRAM_API).map(({ method, path }): Bounded => ({
    method,
    path,
    bound: "program",
  })),
  ...DRAWN.map((path): Bounded => ({ method: "GET", path, bound: "pictures" })),
  ...Object.entries(FORMS).map(([path, bound]): Bounded => ({ method: "POST", path, bound })),
];

function isWriting({ method }: Bounded): boolean {
  return method !== "GET";
}
