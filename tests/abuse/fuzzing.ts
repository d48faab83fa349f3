import fc from "fast-check";
import { drawnBody, drawnPath, type Drawn, requestsAt } from "./fuzz.ts";
import { goodRequest, type Place } from "./good.ts";
import { MARK } from "./hostile.ts";
import type { Raw } from "./hostings.ts";
import { faultsOfAny } from "./judged.ts";
import type { Stage } from "./stage.ts";
import { nameOf, type Way, WAYS } from "./ways.ts";

/** Drawn at once. Rights are made anew for each such part: one of them may have ended them. */
const PART = 500;
/** Between two requests, so that some are too many and sessions last. */
const STEP_MS = 50;

export interface Fuzzed {
  asked: number;
  /** By the first digit. */
  statuses: Record<string, number>;
  /** Each fault once, with the first request that showed it. */
  found: Record<string, string>;
}

/** Asks so many drawn requests, alternately of both hostings; `told` hears of each part. The same seed draws the same. */
export async function fuzz(
  stage: Stage,
  { howMany, seed, told }: { howMany: number; seed: number; told?: (so: Fuzzed) => void },
): Promise<Fuzzed> {
  const so: Fuzzed = { asked: 0, statuses: {}, found: {} };
  const arbitrary = requestsAt(WAYS);
  for (let part = 0; so.asked < howMany; part++) {
    const places = new Map<string, Place>();
    const numRuns = Math.min(PART, howMany - so.asked);
    for (const drawn of fc.sample(arbitrary, { seed: seed + part, numRuns })) {
      const way = WAYS[drawn.way]!;
      const hosting = stage.hostings[so.asked % 2]!;
      const kind = `${hosting.name} ${way.right} ${way.role} ${way.method === "GET"}`;
      const place = places.get(kind) ?? (await stage.place(way, hosting));
      places.set(kind, place);
      so.asked += 1;
      stage.clock.now += STEP_MS;
      const raw = drawnRequest(way, place, drawn);
      const answer = await hosting.ask(raw);
      const status = `${Math.floor(answer.status / 100)}xx`;
      so.statuses[status] = (so.statuses[status] ?? 0) + 1;
      for (const fault of faultsOfAny(answer)) {
        so.found[`${nameOf(way)}: ${fault}`] ??= JSON.stringify({
          ...raw,
          body: raw.body && Buffer.from(raw.body).toString("latin1"),
        }).slice(0, 2_000);
      }
      for (const line of stage.logged.splice(0)) {
        so.found[`${nameOf(way)}: ${JSON.stringify(line)}`] ??= JSON.stringify(raw).slice(0, 2_000);
      }
    }
    told?.(so);
  }
  return so;
}

function drawnRequest(way: Way, place: Place, drawn: Drawn): Raw {
  const good = goodRequest(way, place);
  const wrong = drawn.right === "none" ? "" : `Bearer ${MARK}`;
  const rights = Object.keys(place.right.headers).map((name) => [name, wrong] as const);
  return {
    method: drawn.method,
    path: drawnPath(way, drawn),
    headers: {
      ...good.headers,
      // Packing is half of the work.
      "Accept-Encoding": "identity",
      ...(drawn.right !== "right" && Object.fromEntries(rights)),
      ...Object.fromEntries(drawn.headers),
      ...(drawn.type !== undefined && { "Content-Type": drawn.type }),
    },
    body: ["GET", "HEAD"].includes(drawn.method)
      ? undefined
      : drawnBody(way, place, good.body, drawn),
  };
}
