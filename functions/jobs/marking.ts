import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Services } from "../services.ts";
import { fixInstallation, loadInstallation } from "../store/installation.ts";
import {
  lackingOf,
  LossNoticed,
  type Mark,
  markCode,
  type Reached,
  reachedIn,
  readMark,
  writeMark,
} from "./mark.ts";
import { mendNewest } from "./mend-release.ts";
import { type ReleaseReport, releaseWhenDue } from "./release.ts";

/** How often is looked how far a consultation has come, in ms. */
const LOOK_EVERY = 60_000;

/** The same of one whose last release is made, in ms: nothing comes of it any more, and they only become more. */
const LOOK_AT_ENDED_EVERY = 60 * 60_000;

/** How often the file of the newest release is read, to see that it is whole, in ms: pages show the one before meanwhile. */
const READ_EVERY = 5 * 60_000;

type World = Pick<Services, "db" | "files" | "now" | "random" | "log">;

/** Which installation the database belongs to; one that has no name gets one. */
async function nameOf({ db, random }: Pick<World, "db" | "random">): Promise<string> {
  const { id } = await loadInstallation(db);
  return id ?? fixInstallation(db, "id", Buffer.from(random(16)).toString("hex"));
}

/**
 * Makes the function that publishes what is due of a consultation, and keeps the mark: the only one that writes it while
 * all goes well. Throws `LossNoticed`, and publishes nothing, where the database holds less than the mark: numbers and
 * noise of releases would be used a second time.
 */
export function releaseAndMark(
  world: World,
  elapsed: () => number = () => performance.now(),
): (definition: Consultation) => Promise<ReleaseReport> {
  const { db, files } = world;
  const lookedAt = new Map<string, number>();
  const readAt = new Map<string, number>();
  const ended = new Set<string>();
  let mark: Promise<Mark> | undefined;
  let writing = Promise.resolve();
  let isWritten = true;

  const begin = async (): Promise<Mark> => {
    const found = await readMark(world);
    const installation = await nameOf(world);
    if (found !== undefined && found.installation !== installation) {
      throw new LossNoticed(["the database is another installation’s"]);
    }
    return found ?? { form: 1, installation, consultations: {} };
  };
  const writeAfter = async (earlier: Promise<void>, held: Mark) => {
    await earlier.catch(() => {});
    if (isWritten) return;
    isWritten = true;
    try {
      await writeMark(files, held);
    } catch (failure) {
      isWritten = false;
      throw failure;
    }
  };
  /** Notes of several consultations at once are written at once. */
  const note = async (id: string, held: Mark, there: Reached) => {
    if (JSON.stringify(held.consultations[id]) !== JSON.stringify(there)) isWritten = false;
    held.consultations[id] = there;
    await (writing = writeAfter(writing, held));
  };

  return async (definition) => {
    const { id } = definition;
    mark ??= begin().catch((failure: unknown) => {
      mark = undefined;
      throw failure;
    });
    const held = await mark;
    const lookEvery = ended.has(id) ? LOOK_AT_ENDED_EVERY : LOOK_EVERY;
    if (elapsed() - (lookedAt.get(id) ?? -Infinity) >= lookEvery) {
      const there = await reachedIn(db, id);
      const lacking = await lackingOf(db, id, held, there);
      if (lacking.length > 0) throw new LossNoticed(lacking);
      await note(id, held, there);
      if (elapsed() - (readAt.get(id) ?? -Infinity) >= READ_EVERY) {
        await mendNewest(world, definition);
        readAt.set(id, elapsed());
      }
      lookedAt.set(id, elapsed());
    } else if (ended.has(id)) return { wait: "closed" };
    const report = await releaseWhenDue(world, definition);
    if ("wait" in report && report.wait === "closed") ended.add(id);
    if ("released" in report) await note(id, held, await reachedIn(db, id));
    return report;
  };
}

/**
 * Refuses to go on with a database that holds less than the mark: throws `LossNoticed`. `accepted` is the name of a mark
 * (`markCode`) whose loss somebody has accepted; that mark is then kept beside, and a new one is begun.
 */
export async function refuseLoss(
  world: Pick<World, "db" | "files" | "log" | "random">,
  lacking: (mark: Mark) => Promise<string[]>,
  accepted: string | undefined,
  howToGoOn: (code: string) => readonly string[],
): Promise<void> {
  const { files, log } = world;
  const mark = await readMark(world);
  if (mark === undefined) return;
  const lost = await lacking(mark);
  if (lost.length === 0) return;
  const code = markCode(mark);
  if (accepted !== code) {
    throw new LossNoticed(
      lost,
      [
        "the database holds less than was written down outside it:",
        ...lost.map((line) => `  ${line}`),
        ...howToGoOn(code),
      ].join("\n"),
    );
  }
  log({ level: "error", event: "loss-accepted", code, lost });
  await writeMark(files, mark, `marks/accepted-${code}.json`);
  await writeMark(files, { form: 1, installation: await nameOf(world), consultations: {} });
}
