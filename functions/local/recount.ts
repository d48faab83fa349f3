import { PANELS } from "../../domain/ballot/ballot.ts";
import { setHashText } from "../../domain/tally/set-hash.ts";
import { recountUnlessPurged } from "../jobs/counting.ts";
import { runCommand } from "./command.ts";
import { LOCAL_LIMITS } from "./jobs.ts";

// npm run -s recount -- <consultation> [--rebuild]: counts all ballots from nothing and compares with
// the tally. Exits 1 on any difference; --rebuild then takes the recounted figures for the tally.
await runCommand(async ({ services, consultation }, words) => {
  const rebuild = words.includes("--rebuild");
  const known = await consultation(words.find((word) => !word.startsWith("--")));
  const found = await recountUnlessPurged(services, known, { rebuild, limits: LOCAL_LIMITS });
  if ("purged" in found) {
    process.stdout.write(
      `The ballots of ${known.definition.id} were deleted on ${found.purged.slice(0, 10)}, as set before it opened. Nothing is left to recount; the releases stay as they are.\n`,
    );
    return 0;
  }
  const panels = PANELS.map((panel) => {
    const { ballots } = found.recounted.cells[panel];
    return `  ${panel}: ${ballots} ballots, tally ${found.tally.cells[panel].ballots}`;
  });
  const lines = [
    `Recount of ${known.definition.id}`,
    ...panels,
    `  set hash: ${setHashText(found.recounted.setHash)}`,
    ...found.unreadable.map((id) => `  set aside, cannot be read: ballot ${id}`),
    found.differences.length === 0
      ? "Tally and recount agree."
      : `Tally and recount DIFFER in: ${found.differences.join(", ")}. Nothing new is published; --rebuild takes the recount for the tally.`,
    ...(found.rebuilt ? ["The tally was rebuilt from the ballots; publication goes on."] : []),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  return found.differences.length === 0 ? 0 : 1;
});
