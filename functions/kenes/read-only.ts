import { MOST_NOTE } from "../../domain/read-only.ts";
import type { Command } from "../command/command.ts";
import { WrongUse } from "../command/failure.ts";
import { endReadOnly, loadReadOnly, turnReadOnly } from "../store/read-only.ts";

const DOES = ["on", "off", "status"];

/** Turns the read-only switch, or says how it stands. */
export const readOnly: Command = {
  name: "read-only",
  summary: "Take nothing new from respondents and organisers, or take it again",
  about: [
    "Holds ten seconds later at most. Results are shown, ballots can be read back and withdrawn, organisers can",
    "sign in, jobs and these commands go on: it is no way to freeze the data for a move. For that stop Kenes.",
  ],
  words: [{ name: "on|off|status", about: "what to do" }],
  options: { note: { value: "text", about: "with on: why, for organisers to read" } },
  async run({ words: [todo = ""], value, target }) {
    if (!DOES.includes(todo)) throw new WrongUse(`say one of ${DOES.join(", ")}`);
    const note = value("note")?.trim() || undefined;
    if (note !== undefined && todo !== "on") throw new WrongUse("--note belongs to on");
    if ((note?.length ?? 0) > MOST_NOTE) {
      throw new WrongUse(`--note takes ${MOST_NOTE} letters at most`);
    }
    const { db, now } = (await target()).services;
    if (todo === "off") await endReadOnly(db);
    const isTurned =
      todo === "on" &&
      (await turnReadOnly(db, { since: now().toISOString(), by: "operator", note }));
    const stands = await loadReadOnly(db);
    return {
      json: { readOnly: stands !== undefined, ...stands },
      text:
        stands === undefined
          ? "Everything is taken.\n"
          : `Nothing new is taken since ${stands.since}, ${stands.by === "budget" ? "as the budget was spent" : "as whoever runs this decided"}${stands.note === undefined ? "" : ` (${stands.note})`}.${todo === "on" && !isTurned ? " It was on already." : ""}\n`,
    };
  },
};
