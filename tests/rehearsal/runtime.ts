/**
 * What runs a function's module, in place of AWS's own runtime: it loads what the environment names, and hands it one event
 * after the other. It brings nothing of the project along. At each event it is as late as it is told. What is waited for has
 * six times as long, and news as long as they take: on AWS database and functions do not share a machine with all of these
 * tests.
 */
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import timers from "node:timers/promises";

const [file, name] = process.env["_HANDLER"]!.split(/\.(?=[^.]*$)/) as [string, string];
const module = join(process.env["LAMBDA_TASK_ROOT"]!, `${file}.mjs`);

const elapsed = () => performance.now();
let [told, since] = [0, 0];
Date.now = () => told + Math.floor(elapsed() - since);
globalThis.Date = new Proxy(Date, {
  construct: (date, given, target) =>
    Reflect.construct(date, given.length === 0 ? [Date.now()] : given, target) as Date,
});

const [LONGER, NEWS_BY, AS_LONG_AS_IT_TAKES] = [6, 500, 120_000];
const patience = (ms: number) => (ms === NEWS_BY ? AS_LONG_AS_IT_TAKES : ms * LONGER);
const [later, wait] = [globalThis.setTimeout, timers.setTimeout];
globalThis.setTimeout = ((act: () => void, ms = 0, ...rest: []) =>
  later(act, ms * LONGER, ...rest)) as typeof setTimeout;
timers.setTimeout = ((ms = 0, ...rest: []) => wait(patience(ms), ...rest)) as typeof wait;
syncBuiltinESMExports();

process.on("message", async ({ event, now }: { event: unknown; now: number }) => {
  [told, since] = [now, elapsed()];
  try {
    const handler = (await import(module))[name] as (event: unknown) => Promise<unknown>;
    process.send!({ answer: await handler(event) });
  } catch (failure) {
    process.send!({ failure: String((failure as Error)?.stack ?? failure) });
  }
});
