import { PANELS } from "../../domain/ballot/ballot.ts";
import { setHashText } from "../../domain/tally/set-hash.ts";
import { recountUnlessPurged } from "../jobs/recounting.ts";
import { lackingOf, readMark } from "../jobs/mark.ts";
import type { Database } from "../store/database.ts";
import { loadTallyOrDamage } from "../store/tallies.ts";
import { COMMAND, recountByJob } from "./recount-by-job.ts";
import type { Command } from "../command/command.ts";
import { oneConsultation } from "../command/consultation.ts";
import { progress } from "../command/progress.ts";

/** Counts all ballots from nothing and compares with the tally. */
export const recount: Command = {
  name: "recount",
  summary: "Count all ballots from nothing and compare with the tally",
  about: [
    "Ends with 1 on any difference, and publication stops until a recount agrees; and where the database",
    "holds less than was written down outside it.",
  ],
  words: [{ name: "consultation", about: "which consultation" }],
  options: {
    rebuild: { about: "after a difference, take the recounted figures for the tally" },
    "by-job": { about: "leave it to the job of the installation, which goes on when this ends" },
  },
  async run({ words: [name = ""], has, target, note }) {
    const opened = await target();
    const known = await oneConsultation(opened, name);
    const { services, limits } = opened;
    const { id } = known.definition;
    const rebuild = has("rebuild");
    if (has("by-job")) return recountByJob(services, id, rebuild, note);
    const onRead = progress("Ballots read", await expectedBallots(services.db, id));
    const how = { rebuild, limits, onRead, askedBy: COMMAND };
    const found = await recountUnlessPurged(services, known, how);
    const mark = await readMark(services);
    const lacking = mark === undefined ? [] : await lackingOf(services.db, id, mark);
    const lost = lacking.map((line) => `LOST ${line}\n`).join("");
    if ("purged" in found) {
      return {
        code: lacking.length === 0 ? 0 : 1,
        json: { consultation: id, purged: found.purged, lacking },
        text: `${lost}The ballots of ${id} were deleted on ${found.purged.slice(0, 10)}, as set before it opened. Nothing is left to recount; the releases stay as they are.\n`,
      };
    }
    const { recounted, tally, differences, unreadable, rebuilt, damaged } = found;
    const panels = PANELS.map((panel) => {
      const { ballots } = recounted.cells[panel];
      return `  ${panel}: ${ballots} ballots, tally ${tally.cells[panel].ballots}`;
    });
    const lines = [
      `Recount of ${id}`,
      ...panels,
      `  set hash: ${setHashText(recounted.setHash)}`,
      ...unreadable.map((ballot) => `  set aside, cannot be read: ballot ${ballot}`),
      differences.length === 0
        ? "Tally and recount agree."
        : damaged !== undefined && !rebuilt
          ? "The tally CANNOT BE READ. Nothing new is published; --rebuild puts the recount in its place."
          : `Tally and recount DIFFER in: ${differences.join(", ")}. Nothing new is published; --rebuild takes the recount for the tally.`,
      ...(rebuilt ? ["The tally was rebuilt from the ballots; publication goes on."] : []),
    ];
    const counts = ({ cells }: typeof tally) =>
      Object.fromEntries(PANELS.map((panel) => [panel, cells[panel].ballots]));
    return {
      code: differences.length === 0 && lacking.length === 0 ? 0 : 1,
      json: {
        consultation: id,
        agree: differences.length === 0,
        ballots: counts(recounted),
        tally: counts(tally),
        setHash: setHashText(recounted.setHash),
        differences,
        lacking,
        unreadable,
        rebuilt,
      },
      text: `${lines.join("\n")}\n${lost}`,
    };
  },
};

/** About how many ballots there are, as far as the tally says. */
async function expectedBallots(db: Database, id: string): Promise<number> {
  const stored = await loadTallyOrDamage(db, id);
  if (stored === undefined || "damaged" in stored) return 0;
  return PANELS.reduce((sum, panel) => sum + stored.tally.cells[panel].ballots, 0);
}
