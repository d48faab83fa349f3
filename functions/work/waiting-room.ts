import { drawBelow } from "../ballot/draw-below.ts";
import type { Services } from "../services.ts";

/** How many answers are held back at once, each an open connection with its form. */
const MOST = 400;
/** The same for one asker, where each waits eight seconds: some hundred and fifty ballots a minute from one place, or nine thousand an hour from an onion service. */
const MOST_OF_ONE = 24;

export interface WaitingRoom {
  /** A place, and what gives it back, which may be called again; `undefined` where there is none. */
  enter: (asker: string) => (() => void) | undefined;
}

/**
 * An empty one. From half full on it is chance, the more probable the fuller: who fills all places but one would else see
 * from the next refusal that somebody beside them waits.
 */
export function waitingRoom(
  { random }: Pick<Services, "random">,
  most = MOST,
  mostOfOne = MOST_OF_ONE,
): WaitingRoom {
  const isFull = (taken: number, places: number): boolean =>
    taken >= places || 2 * taken >= places + drawBelow(random, places);

  const held = new Map<string, number>();
  let all = 0;
  return {
    enter: (asker) => {
      const own = held.get(asker) ?? 0;
      if (isFull(all, most) || isFull(own, mostOfOne)) return undefined;
      all += 1;
      held.set(asker, own + 1);
      let isIn = true;
      return () => {
        if (!isIn) return;
        isIn = false;
        all -= 1;
        const left = held.get(asker)! - 1;
        if (left > 0) held.set(asker, left);
        else held.delete(asker);
      };
    },
  };
}
