import type { Consultation } from "../../domain/consultation/definition.ts";
import { phaseAt, plannedAfter } from "../../domain/disclosure/schedule.ts";
import { releaseAndMark } from "../jobs/marking.ts";
import type { ReleaseReport } from "../jobs/release.ts";
import { loadStop } from "../store/counting.ts";
import { loadProtection } from "../store/protection.ts";
import { newestRegistered } from "../store/releases.ts";
import type { Command } from "../command/command.ts";
import { oneConsultation } from "../command/consultation.ts";
import type { Target } from "../command/target.ts";

type Waiting = Extract<ReleaseReport, { wait: unknown }>["wait"];

const WHY: Record<Waiting, string> = {
  "too-soon": "none is due",
  "still-counting": "the last release waits until everything is counted, a minute after closing",
  closed: "the last release was made",
  "nothing-new": "nothing new was counted since the last one",
  "not-open": "it has not opened",
  stopped: "publication is stopped",
  "another-came-first": "another process has just made it",
};

/** Makes the release that is due; never another one. */
export const release: Command = {
  name: "release",
  summary: "Make the release that is due now, or say when the next one is",
  about: [
    "Never out of schedule: when results are published was fixed before the consultation opened.",
    "The running server does the same by itself every few seconds, AWS every minute.",
  ],
  words: [{ name: "consultation", about: "which consultation" }],
  options: {},
  async run({ words: [name = ""], target }) {
    const opened = await target();
    const { definition } = await oneConsultation(opened, name);
    const { id } = definition;
    const made = await releaseAndMark(opened.services)(definition);
    const newest = (await newestRegistered(opened.services.db, id))?.number ?? null;
    const next = await nextOf(opened, definition);
    const then = next === null ? "" : ` The next one is due at ${next}.`;
    if ("released" in made) {
      return {
        json: { consultation: id, released: made.released, newest, next },
        text: `Release ${made.released} of ${id} is made.${then}\n`,
      };
    }
    const stop = made.wait === "stopped" ? await loadStop(opened.services.db, id) : undefined;
    const since = stop === undefined ? "" : ` since ${stop.since} (${stop.reason})`;
    const last = newest === null ? "" : ` The newest is release ${newest}.`;
    return {
      code: made.wait === "stopped" ? 1 : 0,
      json: { consultation: id, released: null, wait: made.wait, newest, next },
      text: `No release of ${id}: ${WHY[made.wait]}${since}.${last}${then}\n`,
    };
  },
};

/** When the next release is due by the plan; `null` where there is no more of it, or no moment is fixed. */
async function nextOf(
  { services: { db, now } }: Target,
  { id, opensAt, closesAt }: Consultation,
): Promise<string | null> {
  const at = now();
  const plan = (await loadProtection(db, id))?.plan;
  if (plan === undefined)
    return opensAt !== undefined && +at < Date.parse(opensAt) ? opensAt : null;
  if (phaseAt(closesAt, at) === "closed") return null;
  return plannedAfter(plan, closesAt, at)?.toISOString() ?? closesAt ?? null;
}
