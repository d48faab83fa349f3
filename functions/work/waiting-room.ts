/** How many answers are held back at once, each an open connection with its form: in all, and for one asker. */
const MOST = 400;
const MOST_OF_ONE = 100;

export interface WaitingRoom {
  /** A place, and what gives it back, which may be called again; `undefined` where there is none. */
  enter: (asker: string) => (() => void) | undefined;
}

/** An empty one. */
export function waitingRoom(most = MOST, mostOfOne = MOST_OF_ONE): WaitingRoom {
  const held = new Map<string, number>();
  let all = 0;
  return {
    enter: (asker) => {
      const own = held.get(asker) ?? 0;
      if (all >= most || own >= mostOfOne) return undefined;
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
