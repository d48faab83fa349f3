/** Faults under load: strikes an installation, and looks whether everything that was acknowledged is there. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import type { Receipt } from "../../domain/ballot/receipt.ts";
import { readSecret } from "../../functions/local/secret.ts";
import { ballotIdOf } from "../../functions/secrets.ts";
import { passFor } from "../../functions/work/challenge.ts";
import { runCommand, startServer } from "../support/server.ts";
import { type Fault, type Patient } from "./faults.ts";
import { crowd, faultOf, type Load, NO_RETRY, type Place, STEADY } from "./respondents.ts";

const run = promisify(execFile);

const ID = "kazakhstan-2019";
/** Of the small disk that is filled, in MB: room for some ten thousand ballots and their releases. */
const DISK = 60;
/** So long usually. */
const CALM = 2_000;
/** After which nothing is waited for any more, in seconds. */
const LAST = 300;

interface How {
  seed: number;
  load?: Load;
  /** How long people answer undisturbed before a fault and after it, in ms. */
  calm?: number;
  /** To more respondents than that something is acknowledged before it ends, unless they never come. */
  least?: number;
  tell?: (line: string) => void;
}

/** What came of one fault. */
interface Struck {
  name: string;
  /** Seconds from the end of the fault until a ballot was saved; `undefined`: it was not tried, and `why`. */
  savedAfter?: number;
  within: number;
  why?: string;
}

export interface Outcome {
  struck: Struck[];
  /** Respondents to whom something was acknowledged, and what is wrong with what the server has of them. */
  acknowledged: number;
  faults: string[];
  /** What recounting says, and its exit code: 0 when tally and ballots agree. */
  recount: { code: number | null; output: string };
  answers: Record<string, number>;
  /** What the server printed. */
  said: string;
}

/** A folder on a small disk of its own where this process may mount one. */
async function smallDisk(folder: string): Promise<boolean> {
  return run("mount", ["-t", "tmpfs", "-o", `size=${DISK}m,mode=700`, "tmpfs", folder]).then(
    () => true,
    () => false,
  );
}

/** Strikes with one fault after the other while people answer; then reads everything back and recounts. */
export async function trial(faults: Iterable<Fault>, how: How): Promise<Outcome> {
  const { seed, load = STEADY, calm = CALM, least = 0, tell = () => {} } = how;
  const folder = await mkdtemp(join(tmpdir(), "kenes-chaos-"));
  const isOwnDisk = await smallDisk(folder);
  const clockFile = `${folder}.clock`;
  await writeFile(clockFile, "0");
  const env = {
    KENES_TEST_CLOCK: clockFile,
    NODE_OPTIONS: `--import ${new URL("shifted-clock.mjs", import.meta.url).href}`,
  };
  const said: string[] = [];
  const patient: Patient = { server: await startServer({ folder, env }), clockFile, isOwnDisk };
  const place: Place = {
    get url() {
      return patient.server.url;
    },
  };
  try {
    // All of them come from one place, which would soon be asked for work.
    const secret = await readSecret(folder);
    const pass = (receipt: string) => {
      const ballotId = ballotIdOf(ID, receipt as Receipt);
      return { work: passFor(secret, { consultation: ID, ballotId }) };
    };
    const people = crowd(place, seed, pass, load);
    const struck: Struck[] = [];
    for (const fault of faults) {
      const why = fault.missing?.(patient);
      if (why !== undefined) {
        struck.push({ name: fault.name, within: fault.within, why });
        continue;
      }
      await wait(calm);
      const before = patient.server;
      await fault.strike(patient);
      if (before !== patient.server) said.push(before.said());
      const end = performance.now();
      while (people.savedAt() < end && performance.now() - end < LAST * 1_000) await wait(20);
      const isSaved = people.savedAt() >= end;
      const savedAfter = isSaved ? (people.savedAt() - end) / 1_000 : Number.POSITIVE_INFINITY;
      struck.push({ name: fault.name, within: fault.within, savedAfter });
      tell(`${fault.name}: saved again after ${savedAfter.toFixed(1)} s`);
    }
    await wait(calm);
    const acknowledgedTo = () =>
      people.respondents.filter(
        ({ acknowledged, withdrawn }) => acknowledged > 0 || withdrawn === "acknowledged",
      );
    const begun = performance.now();
    while (acknowledgedTo().length <= least && performance.now() - begun < LAST * 1_000) {
      await wait(20);
    }
    await people.stop();
    const unsaid = people.answers[NO_RETRY] ?? 0;
    const faultsFound = unsaid === 0 ? [] : [`${unsaid} × ${NO_RETRY}`];
    const told = acknowledgedTo();
    const left = [...told];
    const reader = async () => {
      for (let one = left.pop(); one !== undefined; one = left.pop()) {
        const fault = await faultOf(place, one);
        if (fault !== undefined) faultsFound.push(fault);
      }
    };
    await Promise.all(Array.from({ length: 8 }, reader));
    tell(`${told.length} read back, ${faultsFound.length} wrong`);
    const recount = await runCommand(folder, "recount", [ID]);
    said.push(patient.server.said());
    return {
      struck,
      acknowledged: told.length,
      faults: faultsFound,
      recount,
      answers: people.answers,
      said: said.join(""),
    };
  } finally {
    patient.server.process.kill("SIGTERM");
    await patient.server.stop().catch(() => undefined);
    if (isOwnDisk) await run("umount", [folder]).catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
    await rm(clockFile, { force: true });
  }
}
