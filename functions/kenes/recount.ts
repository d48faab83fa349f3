import { PANELS } from "../../domain/ballot/ballot.ts";
import { setHashText } from "../../domain/tally/set-hash.ts";
import { recountUnlessPurged } from "../jobs/counting.ts";
import { lackingOf, readMark } from "../jobs/mark.ts";
import { loadTally } from "../store/tallies.ts";
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
  },
  async run({ words: [name = ""], has, target }) {
    const opened = await target();
    const known = await oneConsultation(opened, name);
    const { services, limits } = opened;
    const { id } = known.definition;
    const stored = await loadTally(services.db, id);
    const expected = PANELS.map((panel) => stored?.tally.cells[panel].ballots ?? 0);
    const onRead = progress(
      "Ballots read",
      expected.reduce((sum, one) => sum + one, 0),
    );
    const how = { rebuild: has("rebuild"), limits, onRead };
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
    const { recounted, tally, differences, unreadable, rebuilt } = found;
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
