import { type Command, GENERAL, type Option } from "./command.ts";

/** How a line of help is divided: what is typed, what it is. */
const COLUMN = 30;

const CODES = [
  "Exit codes:",
  "  0  done",
  "  1  a difference was found, or it was refused; one line says why",
  "  2  used wrongly; the usage is on standard error",
  "  3  the installation does not answer, or is not built",
];

const TARGETS = [
  "It works on the installation of this machine that runs with the data folder KENES_DATA (.kenes);",
  "on any DynamoDB with --endpoint; on AWS with --aws. Variables with both: BALLOTS_TABLE, MAIN_TABLE,",
  "EPHEMERAL_TABLE, FILES_BUCKET, SECRET_ID. More of all this: docs/command-line.md",
];

/** What of a command is typed, on one line. */
export function usage({ name, words, options }: Command): string {
  const typed = words.map((word) => (word.optional ? `[<${word.name}>]` : `<${word.name}>`));
  const chosen = Object.entries(options).map(([option, one]) => `[${typedAs(option, one)}]`);
  return ["usage: kenes", name, ...typed, ...chosen].join(" ");
}

/** The help of one command. */
export function helpOf(command: Command): string {
  const { summary, about = [], words, options } = command;
  const list = words.map((word) => line(`<${word.name}>`, word.about));
  return joined([
    [usage(command), "", `${summary}.`, ...about],
    list.length === 0 ? [] : ["Words:", ...list],
    Object.keys(options).length === 0 ? [] : ["Options:", ...optionLines(options)],
    ["Options of every command:", ...optionLines(GENERAL)],
    CODES,
  ]);
}

/** The help of all. */
export const help = (commands: readonly Command[]): string =>
  joined([
    ["usage: kenes <command> [<word> …] [--<option> …]"],
    ["Commands:", ...commands.map(({ name, summary }) => line(name, summary))],
    [
      "Options:",
      ...optionLines(GENERAL),
      line("--version", "print which version this is"),
      "kenes help <command> says what else a command takes.",
    ],
    TARGETS,
    CODES,
  ]);

const typedAs = (name: string, { value }: Option): string =>
  value === undefined ? `--${name}` : `--${name} <${value}>`;

const optionLines = (options: Readonly<Record<string, Option>>): string[] =>
  Object.entries(options).map(([name, option]) =>
    line(
      typedAs(name, option),
      option.standard === undefined ? option.about : `${option.about} (${option.standard})`,
    ),
  );

const line = (typed: string, about: string): string =>
  `  ${typed.length < COLUMN - 2 ? typed.padEnd(COLUMN - 2) : `${typed}\n${" ".repeat(COLUMN)}`}${about}`;

const joined = (parts: readonly (readonly string[])[]): string =>
  `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n")}\n`;
