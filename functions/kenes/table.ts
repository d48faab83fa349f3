import { backup } from "../command/backup/backup.ts";
import { rewind } from "../command/backup/rewind.ts";
import { restore } from "../command/backup/restore.ts";
import { check } from "../command/check/check.ts";
import type { Command } from "../command/command.ts";
import { contract } from "./contract.ts";
import { cost } from "./cost.ts";
import { exportFiles } from "./export.ts";
import { importFile } from "./import.ts";
import { invite } from "./invite.ts";
import { languages } from "./languages.ts";
import { migrate } from "./migrate.ts";
import { readOnly } from "./read-only.ts";
import { recount } from "./recount.ts";
import { release } from "./release.ts";
import { reports } from "./reports.ts";
import { setup } from "./setup.ts";
import { simulate } from "./simulate.ts";
import { start } from "./start.ts";

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  start,
  setup,
  importFile,
  invite,
  simulate,
  release,
  exportFiles,
  recount,
  check,
  readOnly,
  backup,
  restore,
  rewind,
  migrate,
  reports,
  cost,
  contract,
  languages,
];
