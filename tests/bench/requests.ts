import { readFile } from "node:fs/promises";
import kazakhstan from "../../consultations/kazakhstan-2019.json" with { type: "json" };
import { API, apiPath } from "../../domain/api.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { WEB } from "../../domain/cost/stacks.ts";
import { pathOf, RATE, RESULTS } from "../../domain/paths.ts";
import { simulated } from "../support/simulated.ts";
import { startServer } from "../support/server.ts";
import { setWorkThere } from "../support/work-mode.ts";
import { say } from "./report.ts";
import { ballotMaker, newReceipt } from "./writing.ts";

// How much of a processor one request takes, and how long that is in the function of AWS: what domain/cost/stacks.ts says.
const TIMES = 300;
/** A function of 512 MB has this part of a processor, and waits so long for each answer of the database, in ms. */
const [SHARE, ANSWER] = [(WEB.memory * 1024) / 1769, 6];
/** Clock ticks a second in /proc, on Linux. */
const TICKS = 100;

const definition = kazakhstan as unknown as Consultation;
const { id } = definition;
const server = await startServer();

/** Processor time that the server has had, in ms. */
async function processor(): Promise<number> {
  const stat = await readFile(`/proc/${server.process.pid}/stat`, "utf8");
  const [user, system] = stat.slice(stat.lastIndexOf(")")).split(" ").slice(12, 14);
  return ((Number(user) + Number(system)) * 1_000) / TICKS;
}

async function each(
  name: keyof typeof WEB.ms,
  answers: number,
  ask: (place: number) => Promise<Response>,
) {
  const send = async (place: number) => {
    const answer = await ask(place);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  };
  for (let place = 0; place < TIMES; place++) await send(place);
  const begun = await processor();
  for (let place = TIMES; place < 2 * TIMES; place++) await send(place);
  const taken = ((await processor()) - begun) / TIMES;
  const there = taken / SHARE + answers * ANSWER;
  say(
    `${name}: ${taken.toFixed(2)} ms of a processor; ${there.toFixed(0)} ms in the function, of which the bill says ${WEB.ms[name]}`,
  );
}

try {
  // They come from one place, of which else work would be asked.
  await setWorkThere(server, id, "off");
  await simulated(server, id, { ballots: 100, experts: 24, seed: 1 });
  const make = ballotMaker(definition);
  const ballots = `${server.url}${apiPath(API.putBallot, id)}`;
  const receipts = Array.from({ length: 2 * TIMES }, newReceipt);
  const own = (place: number) => ({ Authorization: `Bearer ${receipts[place]}` });
  await each("ballot", 1, (place) =>
    fetch(ballots, {
      method: "PUT",
      headers: { ...own(place), "Content-Type": "application/json" },
      body: JSON.stringify(make()),
    }),
  );
  await each("read-back", 1, (place) => fetch(ballots, { headers: own(place) }));
  await each("rate-page", 0, () => fetch(`${server.url}${pathOf(RATE, { id })}`));
  await each("results", 0, () => fetch(`${server.url}${pathOf(RESULTS, { id })}`));
} finally {
  await server.stop();
}
