import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawnBody, drawnPath, requestsAt } from "./fuzz.ts";
import { goodRequest, type Place } from "./good.ts";
import { MARK } from "./hostile.ts";
import { faultsOfAny } from "./judged.ts";
import { openStage, type Stage } from "./stage.ts";
import { nameOf, WAYS } from "./ways.ts";

/*
 * Requests that are drawn: none makes the app fail, each answer has its headers, and memory stays where it was.
 * FUZZ says how many, SEED which; what a seed finds it finds again.
 */

const HOW_MANY = Number(process.env["FUZZ"] ?? 100_000);
const SEED = Number(process.env["SEED"] ?? Date.now() % 1_000_000_000);
/** Drawn at once. Rights are made anew for each such part: one of them may have ended them. */
const PART = 500;
const MB = 1024 * 1024;
/** Most that memory may grow after the first tenth, in bytes. */
const MOST_GROWTH = 250 * MB;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.end());

test(
  `${HOW_MANY} drawn requests, seed ${SEED}`,
  async () => {
    const found = new Map<string, string>();
    const statuses: Record<string, number> = {};
    const arbitrary = requestsAt(WAYS);
    let [asked, grown, early] = [0, 0, 0];
    for (let part = 0; asked < HOW_MANY; part++) {
      const places = new Map<string, Place>();
      const numRuns = Math.min(PART, HOW_MANY - asked);
      for (const drawn of fc.sample(arbitrary, { seed: SEED + part, numRuns })) {
        const way = WAYS[drawn.way]!;
        const hosting = stage.hostings[asked % 2]!;
        const kind = `${hosting.name} ${way.right} ${way.role} ${way.method === "GET"}`;
        const place = places.get(kind) ?? (await stage.place(way, hosting));
        places.set(kind, place);
        asked += 1;
        stage.clock.now += 50;
        const good = goodRequest(way, place);
        const rights =
          drawn.right === "right"
            ? {}
            : Object.fromEntries(
                Object.keys(place.right.headers).map((name) => [
                  name,
                  drawn.right === "none" ? "" : `Bearer ${MARK}`,
                ]),
              );
        const request = {
          method: drawn.method,
          path: drawnPath(way, drawn),
          headers: {
            ...good.headers,
            "Accept-Encoding": "identity",
            ...rights,
            ...Object.fromEntries(drawn.headers),
            ...(drawn.type !== undefined && { "Content-Type": drawn.type }),
          },
          body: ["GET", "HEAD"].includes(drawn.method)
            ? undefined
            : drawnBody(way, place, good.body, drawn),
        };
        const answer = await hosting.ask(request);
        const status = `${Math.floor(answer.status / 100)}xx`;
        statuses[status] = (statuses[status] ?? 0) + 1;
        for (const fault of faultsOfAny(answer)) {
          const what = `${nameOf(way)}: ${fault}`;
          if (!found.has(what)) found.set(what, JSON.stringify(request).slice(0, 2_000));
        }
      }
      for (const line of stage.logged.splice(0)) {
        if (line.level === "error") found.set(`logged: ${JSON.stringify(line)}`, `part ${part}`);
      }
      globalThis.gc?.();
      const { rss } = process.memoryUsage();
      if (asked >= HOW_MANY / 10 && early === 0) early = rss;
      if (early > 0) grown = Math.max(grown, rss - early);
      if (part % 20 === 0) console.log(asked, JSON.stringify(statuses), Math.round(rss / MB), "MB");
    }
    console.log(
      `seed ${SEED}: ${asked} requests, ${JSON.stringify(statuses)}, grown by ${Math.round(grown / MB)} MB at most`,
    );
    expect(Object.fromEntries(found)).toEqual({});
    expect(grown).toBeLessThan(MOST_GROWTH);
    const home = await stage.hostings[0]!.ask({ method: "GET", path: "/", headers: {} });
    expect(home.status).toBe(200);
  },
  60 * 60_000,
);
