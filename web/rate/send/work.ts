import type { Challenge } from "../../../domain/work/challenge.ts";
import type * as calculation from "../../work/solve.ts";

/** The id of the bar that shows how far the calculation is. */
export const WORK_BAR = "work-bar";

/**
 * Does what is asked before a ballot is taken; `undefined` where this browser cannot, or `goOn` said no. The
 * calculation comes with a script of its own, asked for only now. WebCrypto does it beside the page, which stays
 * usable: a worker would add nothing, and its address would need an exception from Trusted Types.
 */
export async function workFor(
  script: string,
  challenge: Challenge,
  goOn: (share: number, ms: number) => boolean,
): Promise<string | undefined> {
  const begun = performance.now();
  try {
    // By its address: what the build puts around an import by name would be as large as all of this.
    const { packed, solve }: typeof calculation = await import(/* @vite-ignore */ script);
    const solution = await solve(challenge, (share) => {
      if (!goOn(share, performance.now() - begun)) throw new Error("stopped");
    });
    return packed(solution);
  } catch {
    return undefined;
  }
}
