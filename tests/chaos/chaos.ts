/** Faults under load for as long as is asked: `npm run test:chaos -- --minutes 10 --seed 1`. Exits 1 on any loss. */
import { parseArgs } from "node:util";
import { FAULTS } from "./faults.ts";
import { trial } from "./trial.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
  },
});
const end = performance.now() + Number(values.minutes) * 60_000;
const chosen = FAULTS.filter(({ name }) => name.includes(values.only));

/** All faults in turn, again and again until the time is over: each at least once. */
function* asLongAsAsked() {
  do yield* chosen;
  while (performance.now() < end);
}

const outcome = await trial(asLongAsAsked(), { seed: Number(values.seed), tell: console.log });
for (const { name, savedAfter, within, why } of outcome.struck) {
  console.log(
    why === undefined
      ? `${savedAfter!.toFixed(1).padStart(6)} s of ${within} s  ${name}`
      : `   not tried  ${name}: ${why}`,
  );
}
console.log("answers", outcome.answers);
console.log(`${outcome.acknowledged} acknowledged; wrong:`, outcome.faults);
console.log("recount", outcome.recount.code, outcome.recount.output.trim());
const late = outcome.struck.filter(({ savedAfter = 0, within }) => savedAfter > within);
const failed = outcome.faults.length > 0 || outcome.recount.code !== 0 || late.length > 0;
if (failed) console.log(outcome.said.split("\n").slice(-40).join("\n"));
process.exit(failed ? 1 : 0);
