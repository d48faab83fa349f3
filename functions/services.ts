import type { Trouble } from "../domain/trouble.ts";
import type { Installation } from "../web/about/installation.ts";
import type { Assets } from "../web/page/assets.ts";
import type { Files } from "./files/files.ts";
import type { Database } from "./store/database.ts";
import type { Streams } from "./store/stream.ts";

/** What the app and the jobs need of the world. The two hostings differ in how they make it. */
export interface Services {
  db: Database;
  streams: Streams;
  files: Files;
  /** The key under which invitations are hashed. */
  secret: Uint8Array;
  assets: Assets;
  /** Who runs this, and what of it is deleted when. */
  installation: Installation;
  now: () => Date;
  /** How long an answer waits for what is newer than what is in memory, in ms (`kept.ts`). */
  newsBy: number;
  /** By when a request is answered, in ms, be it with a refusal. */
  answerBy: number;
  /** Most bytes of one answer; without it there is no limit. */
  mostAnswer?: number | undefined;
  /** Bytes of a cryptographic random source. */
  random: (length: number) => Uint8Array;
  /** What the operator of one machine has to see to at present. The cloud has alarms of its own. */
  troubles?: () => readonly Trouble[];
  /** One line for the operators. Never given anything that a respondent sent. */
  log: (line: LogLine) => void;
}

export interface LogLine {
  level: "info" | "warn" | "error";
  event: string;
  [detail: string]: string | number | boolean | readonly string[] | undefined;
}
