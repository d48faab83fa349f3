import { setTimeout as wait } from "node:timers/promises";
import type { Release } from "../../domain/release/schema.ts";
import { liftStop, putStop } from "../../functions/store/counting.ts";
import { loadTally } from "../../functions/store/tallies.ts";
import { servicesBeside } from "./beside.ts";
import { runCommand, type RunningServer } from "./server.ts";

/**
 * Sends simulated ballots and waits until both panels are published. Publishing is stopped until all
 * of them are counted, so that they are in one release: the next would be a minute away.
 */
export async function simulated(
  server: RunningServer,
  consultation: string,
  { ballots, experts, seed }: { ballots: number; experts: number; seed: number },
): Promise<void> {
  const services = await servicesBeside(server);
  const { db } = services;
  const since = new Date().toISOString();
  await putStop(db, consultation, { reason: "difference", since, differences: [] });
  const words = {
    "--consultation": consultation,
    "--ballots": ballots,
    "--experts": experts,
    "--seed": seed,
  };
  const sent = await runCommand(
    server.folder,
    "simulate",
    Object.entries(words).flat().map(String),
  );
  // What was never sent would be waited for in vain.
  if (sent.code !== 0) throw new Error(sent.output);
  const counted = async () => {
    const { public: all, expert } = (await loadTally(db, consultation))?.tally.cells ?? {};
    return (all?.ballots ?? 0) + (expert?.ballots ?? 0);
  };
  while ((await counted()) < ballots + experts) await wait(200);
  await liftStop(db, consultation);
  db.client.destroy();
  const results = `${server.url}/api/consultations/${consultation}/results`;
  const areShown = async () => {
    const answer = await fetch(results);
    if (!answer.ok) return false;
    const shown = ((await answer.json()) as Release).ballots;
    return shown.public !== null && shown.expert !== null;
  };
  while (!(await areShown())) await wait(500);
}
