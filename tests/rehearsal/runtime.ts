/**
 * What runs a function's module, in place of AWS's own runtime: it loads what the environment names, and hands it one event
 * after the other. It brings nothing of the project along. The clock may be told to be ahead.
 */
import { join } from "node:path";

const [module, name] = process.env["_HANDLER"]!.split(/\.(?=[^.]*$)/) as [string, string];

const now = Date.now;
let ahead = 0;
Date.now = () => now() + ahead;
globalThis.Date = new Proxy(Date, {
  construct: (date, given, target) =>
    Reflect.construct(date, given.length === 0 ? [Date.now()] : given, target) as Date,
});

const say = (what: object) => process.send!(what);
const failed = (failure: unknown) => say({ failure: String((failure as Error)?.stack ?? failure) });

const loaded = import(join(process.env["LAMBDA_TASK_ROOT"]!, `${module}.mjs`));
process.on("message", async (told: { event: unknown; ahead: number }) => {
  ({ ahead } = told);
  try {
    const handler = (await loaded)[name] as (event: unknown) => Promise<unknown>;
    say({ answer: await handler(told.event) });
  } catch (failure) {
    failed(failure);
  }
});
