import type { Target } from "./target.ts";
import type { Typed } from "./typed.ts";

/** An option of a command, or of all of them. */
export interface Option {
  /** What its value is, such as `folder`; a switch has none. */
  value?: string;
  about: string;
  /** What it is when it is not given. */
  standard?: string;
}

/** A word that a command takes by its place. */
interface Word {
  name: string;
  about: string;
  optional?: true;
}

/** What a command has come to. */
export interface Outcome {
  /** 1: a difference was found, or not everything was done; 3: something does not answer. */
  code?: 0 | 1 | 3;
  /** The document of `--json`. */
  json: unknown;
  /** What is printed without it. */
  text: string;
  /** Done when all of it was printed, and only then. */
  afterwards?: () => Promise<void>;
}

/** What a command has at hand. */
export interface Call extends Typed {
  /** The installation that is meant. Throws `Unreachable` when it is not there; asked again it is the same one. */
  target(): Promise<Target>;
  /** A line for whoever looks on, on standard error. */
  note(line: string): void;
}

/** One command of `kenes`. */
export interface Command {
  name: string;
  /** One line, for the list. */
  summary: string;
  /** What else its help says, line by line. */
  about?: readonly string[];
  words: readonly Word[];
  options: Readonly<Record<string, Option>>;
  run(call: Call): Promise<Outcome>;
}

/** The options of every command. */
export const GENERAL: Readonly<Record<string, Option>> = {
  endpoint: {
    value: "url",
    about: "work on the DynamoDB at this address, with the credentials of the environment (AWS_*)",
  },
  aws: { about: "work on AWS, with the names, region and credentials of the environment" },
  tables: {
    value: "ballots,main,ephemeral",
    about: "what the three tables are called, with --endpoint or --aws",
  },
  json: { about: "print one JSON document and nothing else" },
  debug: { about: "show where a failure came from" },
  "one-code": { about: "end every failure with 1, as the npm scripts always did" },
  help: { about: "print this" },
};
