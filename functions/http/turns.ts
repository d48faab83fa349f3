/**
 * Lets requests into the app in their order. What is kept in memory is only looked up, which takes less than to wait: at an
 * address where the last answer was a kept page the next begins at once, unless a ballot is under way, and has to wait only
 * if that page has to be made.
 */
import type { Hono } from "hono";
import { type Admission, admission, type AdmissionLimits, type NotBegun } from "./admission.ts";
import { type Environment, type Hosting, NoTurn } from "./environment.ts";
import { isOfHealth, kindOf } from "./kind.ts";

/** Addresses that are remembered; beyond that the one first seen is forgotten, and waits once. */
const MOST_ADDRESSES = 4_096;
/** Longer ones are not, so that these take a few megabytes at most. */
const MOST_LENGTH = 512;

export type InTurn = (request: Request, hosting: Hosting) => Promise<Response | NotBegun>;

export function inTurn(app: Pick<Hono<Environment>, "fetch">, limits: AdmissionLimits): InTurn {
  const admit = admission(limits);
  const kept = new Set<string>();
  let [lookingUp, ballots] = [0, 0];

  return async (request, hosting) => {
    const { url } = request;
    const asking = {
      kind: kindOf(request),
      asker: hosting.asker?.(),
      isGone: () => request.signal.aborted,
    };
    let isKept = false;
    let notBegun: NotBegun | undefined;
    const asked = async (make: <Made>(make: () => Made) => Promise<Made>): Promise<Response> => {
      const turns = { isKept: () => void (isKept = true), make };
      const answer = await app.fetch(request, { ...hosting, turns });
      if (!isKept) kept.delete(url);
      else if (url.length <= MOST_LENGTH) remember(kept, url);
      return answer;
    };
    const atOnce = async <Made>(make: () => Made): Promise<Made> => make();
    if (asking.kind === "ballot") {
      ballots += 1;
      return admit(asking, () => asked(atOnce)).finally(() => (ballots -= 1));
    }
    // Many lookups take long too. As many at once as may wait: they hold nothing but themselves.
    const mayLookUp =
      isOfHealth(request) || (asking.kind === "page" && kept.has(url) && ballots === 0);
    if (!mayLookUp || lookingUp >= limits.waiting) {
      return admit(asking, () => asked(atOnce));
    }
    lookingUp += 1;
    try {
      const answer = await asked(async (make) => {
        const outcome = await turnOf(admit, asking, make);
        if ("made" in outcome) return outcome.made;
        notBegun = outcome.notBegun;
        throw new NoTurn();
      });
      return notBegun ?? answer;
    } finally {
      lookingUp -= 1;
    }
  };
}

async function turnOf<Made>(
  admit: Admission,
  asking: Parameters<Admission>[0],
  make: () => Made,
): Promise<{ made: Made } | { notBegun: NotBegun }> {
  const outcome = await admit(asking, async () => ({ made: make() }));
  return typeof outcome === "string" ? { notBegun: outcome } : outcome;
}

function remember(kept: Set<string>, url: string): void {
  if (kept.has(url)) return;
  kept.add(url);
  for (const first of kept) {
    if (kept.size <= MOST_ADDRESSES) break;
    kept.delete(first);
  }
}
