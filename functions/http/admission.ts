/**
 * In which order requests are begun. There is one thread: whatever is drawn for a reader keeps everybody else waiting. So
 * ballots are begun at once; forms and pages take turns, a few milliseconds in each turn of the event loop, and rest
 * as long as they worked while a ballot is under way. Everything that waits is counted, and beyond a bound refused.
 */

/** What a request is, by who would suffer if it waited. */
export type Kind = "ballot" | "form" | "page";

export interface AdmissionLimits {
  /** Ballots under way; forms and pages under way. Beyond that ballots are refused, and the others wait. */
  ballots: number;
  pages: number;
  /** Forms that wait, and pages that wait. */
  waiting: number;
  /** Share of all these that one asker may have, where askers are told apart. */
  share: number;
  /** How long one may wait at most, in ms. */
  waitMs: number;
}

export const ADMISSION: AdmissionLimits = {
  ballots: 512,
  pages: 64,
  waiting: 256,
  share: 0.5,
  waitMs: 10_000,
};

/** For how long of one turn of the event loop requests are begun, in ms, and how many at most. */
const SLICE_MS = 2;
const BATCH = 16;
/** Every so many-th turn is a page's although forms wait. */
const PAGES_TURN = 4;

/** What came of a request that was not begun: too many before it, or nobody is there any more. */
export type NotBegun = "busy" | "gone";

interface Asking {
  kind: Kind;
  asker: string | undefined;
  isGone?: () => boolean;
}

interface Waiting {
  since: number;
  begin: () => Promise<unknown>;
  refuse: (because: NotBegun) => void;
  isGone: () => boolean;
}

export type Admission = <Answer>(
  asking: Asking,
  run: () => Promise<Answer>,
) => Promise<Answer | NotBegun>;

/** Begins requests in their order. What `run` throws, the caller gets. */
export function admission(limits: AdmissionLimits = ADMISSION): Admission {
  const lines = { form: [] as Waiting[], page: [] as Waiting[] };
  const shares = { ballot: counter(), form: counter(), page: counter() };
  let [ballots, pages, turns] = [0, 0, 0];
  /** A slice is arranged for, or it is not known yet how long it takes; what of it has not come. */
  let [inSlice, left] = [false, 0];
  let [sliceBegan, restUntil] = [0, 0];
  let rest: NodeJS.Timeout | undefined;

  const arrange = (): void => {
    const waiting = lines.form.length + lines.page.length;
    if (inSlice || rest !== undefined || waiting === 0 || pages >= limits.pages) return;
    inSlice = true;
    left = Math.min(BATCH, waiting);
    sliceBegan = 0;
    // Immediates of one turn come one after the other, each with what it has promised.
    for (let each = left; each > 0; each--) setImmediate(take);
  };
  const take = (): void => {
    left -= 1;
    const now = performance.now();
    if (sliceBegan === 0) sliceBegan = now;
    if (ballots > 0 && now < restUntil) pause(restUntil - now);
    else if (pages < limits.pages && now - sliceBegan < SLICE_MS) begin(now);
    if (left > 0) return;
    // The next turn comes after whatever this one began has been drawn: that is how long it worked.
    setImmediate(() => {
      const end = performance.now();
      if (rest === undefined) restUntil = end + (end - sliceBegan);
      inSlice = false;
      arrange();
    });
  };
  const pause = (ms: number): void => {
    rest ??= setTimeout(resume, ms);
  };
  const resume = (): void => {
    clearTimeout(rest);
    rest = undefined;
    arrange();
  };
  const begin = (now: number): void => {
    turns += 1;
    const formsFirst = lines.page.length === 0 || turns % PAGES_TURN !== 0;
    for (;;) {
      const next = (formsFirst ? lines.form.shift() : undefined) ?? lines.page.shift();
      const one = next ?? lines.form.shift();
      if (one === undefined) return;
      if (one.isGone()) one.refuse("gone");
      else if (now - one.since > limits.waitMs) one.refuse("busy");
      else {
        pages += 1;
        void one.begin().finally(() => {
          pages -= 1;
          arrange();
        });
        return;
      }
    }
  };

  return (asking, run) => {
    const { kind, asker, isGone = () => false } = asking;
    const room = kind === "ballot" ? limits.ballots : limits.waiting;
    const share = shares[kind];
    const tooMany = kind === "ballot" ? ballots >= room : lines[kind].length >= room;
    if (tooMany || !share.take(asker, room * limits.share)) return Promise.resolve("busy");
    if (kind === "ballot") {
      ballots += 1;
      return run().finally(() => {
        ballots -= 1;
        share.give(asker);
        if (ballots === 0) resume();
      });
    }
    return new Promise((resolve, reject) => {
      lines[kind].push({
        since: performance.now(),
        isGone,
        refuse: (because) => {
          share.give(asker);
          resolve(because);
        },
        begin: () => {
          share.give(asker);
          return run().then(resolve, reject);
        },
      });
      arrange();
    });
  };
}

/** How many each asker has. Those that are not told apart have no share of their own. */
function counter() {
  const has = new Map<string, number>();
  return {
    take(asker: string | undefined, most: number): boolean {
      if (asker === undefined) return true;
      const count = has.get(asker) ?? 0;
      if (count >= most) return false;
      has.set(asker, count + 1);
      return true;
    },
    give(asker: string | undefined): void {
      if (asker === undefined) return;
      const left = (has.get(asker) ?? 0) - 1;
      if (left > 0) has.set(asker, left);
      else has.delete(asker);
    },
  };
}
