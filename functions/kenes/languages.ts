import { spawn } from "node:child_process";
import { access } from "node:fs/promises";
import { once } from "node:events";
import { join } from "node:path";
import { Complaint } from "../local/complaint.ts";
import { buildFolder } from "../local/settings.ts";
import type { Command } from "../command/command.ts";

/** How much of each language of the pages is done; the work itself is that of a script of the sources. */
export const languages: Command = {
  name: "languages",
  summary: "Say how much of each language of the pages is done, and what does not fit",
  about: [
    "Reads web/language of a checkout, so it works only there. Ends with 1 where something is wrong.",
  ],
  words: [{ name: "language", about: "one of them, such as uz; all if left out", optional: true }],
  options: {},
  async run({ words: [language] }) {
    const script = join(buildFolder(), "../scripts/languages.ts");
    await access(script).catch((cause) => {
      throw new Complaint("the texts are looked through in a checkout of the sources alone", {
        cause,
      });
    });
    const words = [script, "--json", ...(language === undefined ? [] : [language])];
    const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));
    const [code] = (await once(child, "close")) as [number | null];
    const { text, ...json } = read(said);
    if (json.languages.length === 0) throw new Complaint(text.trim());
    return { code: code === 0 ? 0 : 1, json, text };
  },
};

/** What the script has printed. */
function read(said: string): { text: string; languages: unknown[] } {
  try {
    return JSON.parse(said) as { text: string; languages: unknown[] };
  } catch (cause) {
    throw new Error("the texts could not be looked through", { cause });
  }
}
