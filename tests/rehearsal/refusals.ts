import { expect, test } from "vitest";
import { ABUSES } from "../abuse/abuses.ts";
import { goodRequest, type Place } from "../abuse/good.ts";
import { type Answered, hostingsOf, type Raw, plain } from "../abuse/hostings.ts";
import { codeOf } from "../abuse/judged.ts";
import type { Abuse } from "../abuse/row.ts";
import { nameOf, type Way, WAYS } from "../abuse/ways.ts";
import { releasedWorld } from "../functions/routes/released-world.ts";
import { newReceipt } from "../support/client.ts";
import type { Installation } from "./site.ts";
import { sendRaw } from "./walk.ts";

/** To ask with HEAD is no fault. */
const isBad = ({ name, fits }: Abuse, way: Way): boolean => name !== "head" && fits(way);

/** Of each kind of bad input at each address one row, at every third address: another one at each. */
function* rowsOf(origin: string): Generator<{ name: string; raw: Raw }> {
  for (const [at, way] of WAYS.entries()) {
    const place = placeOf(way, origin);
    for (const [kind, abuse] of ABUSES.filter((one) => isBad(one, way)).entries()) {
      if ((at + kind) % 3 > 0) continue;
      const rows = abuse.rows(way, goodRequest(way, place), place);
      const row = rows[(at + kind) % rows.length]!;
      yield { name: `${nameOf(way)}: ${abuse.name}: ${row.name}`, raw: row.raw };
    }
  }
}

/** Nobody is known at either, but by a receipt. */
const placeOf = ({ right }: Way, origin: string): Place => ({
  origin,
  right: { headers: right === "receipt" ? { Authorization: `Bearer ${newReceipt()}` } : {} },
});

/** The status, and the code where there is a body that can tell it. */
const outcome = (answer: Answered) =>
  `${answer.status} ${(answer.text === "" ? undefined : codeOf(answer)) ?? ""}`;

/** What is wrong with a request is told alike, however it comes. */
export const refusals = (at: Installation) =>
  test("bad input is refused as it is over HTTP", async () => {
    const { world } = at;
    const clock = { now: Date.now() };
    const local = await releasedWorld([]);
    const { hostings, end } = await hostingsOf({ ...local, now: () => new Date(clock.now) });
    const http = hostings.find(({ name }) => name === "http")!;
    const overHttp = [...rowsOf(http.origin)];
    const byEvents = [...rowsOf(world.origin)];
    expect(overHttp.length).toBeGreaterThan(200);
    const differing: string[] = [];
    for (const [place, { name, raw }] of overHttp.entries()) {
      // As for events: nobody is refused for too many.
      clock.now += 3_000;
      const there = outcome(await http.send(raw));
      const answer = await sendRaw(world, byEvents[place]!.raw);
      const text = plain(
        Buffer.from(await answer.arrayBuffer()),
        answer.headers.get("Content-Encoding") ?? "",
      );
      const here = outcome({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        text,
      });
      if (here !== there) differing.push(`${name}: ${there} over HTTP, ${here} by an event`);
    }
    await end();
    expect(differing).toEqual([]);
  });
