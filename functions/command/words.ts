import { parseArgs } from "node:util";
import { type Command, GENERAL, type Option } from "./command.ts";
import { WrongUse } from "./failure.ts";
import { nearest } from "./nearest.ts";
import type { Typed } from "./typed.ts";

type Options = Readonly<Record<string, Option>>;

/** Takes what was typed apart, after the rules of `util.parseArgs`, and refuses nothing yet. */
const taken = (args: readonly string[], options: Options) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value }]) => [
        name,
        {
          type: value === undefined ? "boolean" : "string",
          ...(name === "help" && { short: "h" }),
        },
      ]),
    ),
  });

/** The name of the command, and what was typed besides. */
export function commandIn(args: readonly string[]): { name: string | undefined; rest: string[] } {
  const { tokens } = taken(args, { ...GENERAL, version: { about: "" } });
  const first = tokens.find(({ kind }) => kind === "positional");
  return first?.kind === "positional"
    ? { name: first.value, rest: args.toSpliced(first.index, 1) }
    : { name: undefined, rest: [...args] };
}

/** Reads the words and options of a command. Throws `WrongUse` at the first that it does not take. */
export function readTyped({ name, words, options }: Command, args: readonly string[]): Typed {
  const all: Options = { ...options, ...GENERAL };
  const { tokens, positionals } = taken(args, all);
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = all[token.name];
    if (option === undefined) {
      throw new WrongUse(unknown(`${name} has no option ${token.rawName}`, token.name, all));
    }
    if (option.value === undefined && token.value !== undefined) {
      throw new WrongUse(`--${token.name} is a switch and takes no value`);
    }
    // What begins with a dash is taken for a value only where it cannot be an option.
    const isCut = token.value === undefined || (!token.inlineValue && /^-./.test(token.value));
    if (option.value !== undefined && isCut) {
      throw new WrongUse(`--${token.name} needs a value: --${token.name} <${option.value}>`);
    }
    values.set(token.name, token.value ?? "");
  }
  if (!values.has("help")) {
    const missing = words.filter(({ optional }) => !optional)[positionals.length];
    if (missing !== undefined) throw new WrongUse(`say ${missing.about}`);
    const more = positionals[words.length];
    if (more !== undefined) throw new WrongUse(`${name} does not know what to do with “${more}”`);
  }
  return {
    words: positionals,
    value: (option) => values.get(option) ?? all[option]?.standard,
    has: (option) => values.has(option),
  };
}

/** A sentence about something that there is not, with what may have been meant. */
export function unknown(sentence: string, typed: string, all: Options | readonly string[]): string {
  const names = Array.isArray(all) ? (all as string[]) : Object.keys(all);
  const meant = nearest(typed, names);
  const shown = Array.isArray(all) ? meant : `--${meant}`;
  return meant === undefined ? sentence : `${sentence}; did you mean ${shown}?`;
}

/** A whole number within bounds, of a word or an option. Throws `WrongUse` for anything else. */
export function wholeNumber(what: string, text: string, least: number, most: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw new WrongUse(`${what}: a number from ${least} to ${most}`);
}
