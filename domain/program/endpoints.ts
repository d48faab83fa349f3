import { FOLLOWING } from "./following.ts";
import { RUNNING } from "./running.ts";

/**
 * The console's actions as API, once: the app routes by this list, and tests/functions/program walks it and fails
 * at an endpoint without a row. The team, keys, accounts and signing in are not in it: who may act is decided by
 * people. Nor is what a second person confirms, which no program is.
 */
export const PROGRAM_API = { ...RUNNING, ...FOLLOWING };

/** An endpoint that is in the list, and no other. */
export type ListedProgram = (typeof PROGRAM_API)[keyof typeof PROGRAM_API];
