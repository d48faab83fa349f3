import { inspect } from "node:util";
import { type Call, type Command, GENERAL, type Outcome } from "../command/command.ts";
import { failureOf, WrongUse } from "../command/failure.ts";
import { help, helpOf, usage } from "../command/help.ts";
import { COMMANDS } from "./table.ts";
import { openTarget, type Target } from "../command/target.ts";
import { version } from "../command/version.ts";
import { commandIn, readTyped, unknown } from "../command/words.ts";

/**
 * The command line. What was asked for is on standard output, alone; all else is on standard error. The
 * exit codes stand in help.ts.
 */
async function main(args: string[]): Promise<void> {
  const has = (switched: string) => args.includes(`--${switched}`);
  let command: Command | undefined;
  try {
    const { name, rest } = commandIn(args);
    if (name === undefined) return await withoutCommand(args);
    if (name === "help") {
      const about = commandIn(rest).name;
      return await print(about === undefined ? help(COMMANDS) : helpOf(commandOf(about)));
    }
    command = commandOf(name);
    process.exitCode = await run(command, rest);
  } catch (failure) {
    const { code, line } = failureOf(failure);
    process.stderr.write(`${line}\n`);
    if (code === 2) process.stderr.write(`${command ? usage(command) : USAGE}\n`);
    if (has("debug")) process.stderr.write(`${inspect(failure)}\n`);
    if (has("json")) await print(`${JSON.stringify({ error: line })}\n`).catch(() => {});
    process.exitCode = has("one-code") ? 1 : code;
  }
}

const USAGE = "usage: kenes <command> …; kenes help lists them all";

async function withoutCommand(args: string[]): Promise<void> {
  if (args.includes("--version")) return print(`${await version()}\n`);
  if (args.includes("--help") || args.includes("-h")) return print(help(COMMANDS));
  const [first] = args;
  if (first === undefined) throw new WrongUse("say what to do");
  const options = [...Object.keys(GENERAL), "version"].map((name) => `--${name}`);
  throw new WrongUse(
    options.includes(first)
      ? `say what to do with ${first}`
      : unknown(`kenes has no option ${first}`, first, options),
  );
}

function commandOf(name: string): Command {
  const found = COMMANDS.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = [...COMMANDS.map((one) => one.name), "help"];
  throw new WrongUse(unknown(`there is no command “${name}”`, name, names));
}

async function run(command: Command, args: string[]): Promise<number> {
  const typed = readTyped(command, args);
  if (typed.has("help")) {
    await print(helpOf(command));
    return 0;
  }
  let opened: Promise<Target> | undefined;
  const call: Call = {
    ...typed,
    target: () => (opened ??= openTarget(typed)),
    note: (line) => process.stderr.write(`${line}\n`),
  };
  try {
    const outcome = await command.run(call);
    await print(typed.has("json") ? `${JSON.stringify(outcome.json, null, 2)}\n` : outcome.text);
    await outcome.afterwards?.();
    return codeOf(outcome, typed.has("one-code"));
  } finally {
    const target = await opened?.catch(() => undefined);
    target?.close();
  }
}

/** What has set a code of its own meanwhile keeps it: the server, which ends by itself. */
const codeOf = ({ code = 0 }: Outcome, isOne: boolean): number =>
  code === 0 ? Number(process.exitCode ?? 0) : isOne ? 1 : code;

/** Writes everything out or fails: nothing may count as told that was not. */
function print(text: string): Promise<void> {
  return new Promise((done, failed) => {
    process.stdout.once("error", failed);
    process.stdout.write(text, (failure) => (failure ? failed(failure) : done()));
  });
}

await main(process.argv.slice(2));
