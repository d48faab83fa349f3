import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildFolder } from "../local/settings.ts";
import type { Command } from "../command/command.ts";
import { WrongUse } from "../command/failure.ts";

/** Starts the whole of Kenes on this machine, and stays until it is stopped. */
export const start: Command = {
  name: "start",
  summary: "Start Kenes on this machine, as npm start does; Ctrl-C stops it",
  about: [
    "By the variables PORT (8080), HOST (127.0.0.1), KENES_DATA (.kenes) and others: README.md",
  ],
  words: [],
  options: {},
  async run({ has, value }) {
    if (has("json") || has("aws") || value("endpoint") !== undefined) {
      throw new WrongUse("start takes no options; DYNAMODB_ENDPOINT joins a database that runs");
    }
    // A bundle of its own, which ends by itself and says how.
    await import(pathToFileURL(join(buildFolder(), "functions/local/server.mjs")).href);
    return { json: null, text: "" };
  },
};
