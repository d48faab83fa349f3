/**
 * The read-only switch: while it is on, nothing is taken from respondents and organisers. What is there can be read, and
 * jobs go on counting and publishing.
 */
import { API } from "./api.ts";
import { ORGANISE } from "./organiser/endpoints.ts";
import { DESK_LEAVE, RECEIPT } from "./paths.ts";
import type { Problem } from "./problem.ts";

/** What turned it on: who runs the installation, or the budget that was spent. */
const SWITCHED_BY = ["operator", "budget"] as const;

/** That the switch is on. */
export interface ReadOnly {
  /** In ISO 8601. */
  since: string;
  by: (typeof SWITCHED_BY)[number];
  /** What whoever turned it on says of it; organisers read it. */
  note?: string | undefined;
}

/** Most letters of a note. */
export const MOST_NOTE = 300;

/** What is refused meanwhile. It lasts for hours: whoever asks again sooner finds the same. */
export const READ_ONLY = { problem: "read-only", retryAfter: 600 } as const satisfies Problem;

/** Letting an organiser in, handing over what was made before, and looking at what a receipt holds. */
const GOING_ON = [
  ORGANISE.signIn,
  ORGANISE.recover,
  ORGANISE.downloadExport,
  // To take back what one has said is a right, and no right waits for somebody's bill.
  API.withdrawBallot,
  API.withdrawReasons,
  { method: "POST", path: RECEIPT },
  { method: "POST", path: DESK_LEAVE },
  // Ends a right: whoever stole a session or a key must not have it for longer.
  ...Object.values(ORGANISE).filter((one) => "bound" in one && one.bound === "free"),
];

interface Asked {
  method: string;
  path: string;
}

/** Everything that writes and goes on all the same, by the list; all else is refused. */
export const GOES_ON: readonly Asked[] = GOING_ON.map(({ method, path }) => ({ method, path }));

/** Whether an endpoint of a list goes on. */
export const goesOn = ({ method, path }: Asked): boolean =>
  ["GET", "HEAD", "OPTIONS"].includes(method) ||
  GOES_ON.some((one) => one.method === method && one.path === path);
