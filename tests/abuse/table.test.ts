import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ABUSES } from "./abuses.ts";
import { goodRequest } from "./good.ts";
import { faultsOf } from "./judged.ts";
import { say } from "./say.ts";
import { openStage, type Stage } from "./stage.ts";
import { nameOf, WAYS } from "./ways.ts";

/*
 * Every kind of bad input at every endpoint on both hostings: refused as the endpoint's list says, in the reader's
 * language, with every header, without a word of what was sent; and nothing is written.
 */

/** So long between two requests that nobody is refused for too many. */
const STEP_MS = 3_000;
const MOST_MS = 10 * 60_000;

/** What ends the session that was there before. */
const ENDS = /sign-out|leave|passkeys\/remove$/;

let stage: Stage;
let sent = 0;
const statuses: Record<string, number> = {};

beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.end();
  say(`${sent} requests at ${WAYS.length} endpoints: ${JSON.stringify(statuses)}`);
});

describe.each(["http", "lambda"] as const)("%s", (name) => {
  test.each(WAYS.map((way) => [nameOf(way), way] as const))(
    "%s",
    async (_, way) => {
      const hosting = stage.hostings.find((one) => one.name === name)!;
      const faults: string[] = [];
      const before = await stage.items();
      let served = 0;
      for (const abuse of ABUSES.filter(({ fits }) => fits(way))) {
        let place = await stage.place(way, hosting);
        const count = abuse.rows(way, goodRequest(way, place), place).length;
        for (let at = 0; at < count; at++) {
          if (ENDS.test(way.path) || way.right === "receipt") {
            place = await stage.place(way, hosting);
          }
          const row = abuse.rows(way, goodRequest(way, place), place)[at]!;
          stage.clock.now += STEP_MS;
          const written = stage.written();
          const answer = await hosting.send(row.raw).catch((failure: Error) => failure);
          sent += 1;
          const fault = (what: string) => faults.push(`${abuse.name}: ${row.name}: ${what}`);
          if (answer instanceof Error) {
            fault(answer.message);
            continue;
          }
          const kind = `${Math.floor(answer.status / 100)}xx`;
          statuses[kind] = (statuses[kind] ?? 0) + 1;
          faultsOf(way, row, answer).forEach(fault);
          if (answer.status < 400) served += 1;
          else if (stage.written() !== written) fault(`refused with ${answer.status}, and written`);
        }
      }
      if (way.method === "GET" || served === 0) {
        if ((await stage.items()) !== before)
          faults.push("the tables hold other items than before");
      }
      faults.push(...stage.logged.splice(0).map((line) => JSON.stringify(line)));
      // At once: all of it takes minutes.
      if (faults.length > 0) say(`${name} ${nameOf(way)}\n  ${faults.join("\n  ")}`);
      // In plain: a difference of long lists is told in parts.
      expect(faults.length, faults.slice(0, 60).join("\n")).toBe(0);
    },
    MOST_MS,
  );
});
