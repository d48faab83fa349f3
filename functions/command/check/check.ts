import { dataFolder } from "../../local/settings.ts";
import type { Call, Command } from "../command.ts";
import { everyConsultation, unreadableConsultations } from "../consultation.ts";
import { lineOf, Unreachable } from "../failure.ts";
import type { Target } from "../target.ts";
import { publicationFinding, releasesFinding, tallyFinding } from "./consultation.ts";
import { type Finding, findingLine } from "./finding.ts";
import {
  countingFinding,
  databaseFinding,
  folderFinding,
  markFinding,
  pagesFinding,
  secretFinding,
} from "./installation.ts";

/** Says whether an installation is sound. Writes nothing. */
export const check: Command = {
  name: "check",
  summary: "Say whether this installation is sound; changes nothing",
  about: [
    "Looks at the data folder, pages, database, secret and what was written down outside the database; and of each consultation whether the tally",
    "agrees with a recount, nothing stops publication, and every release is whole and names the one before.",
    "Ends with 1 where anything is wrong, with 3 where it does not run.",
  ],
  words: [],
  options: {
    url: { value: "address", about: "where the pages answer, with --endpoint or --aws" },
  },
  async run(call) {
    const findings: Finding[] = [];
    const isMachine = call.value("endpoint") === undefined && !call.has("aws");
    if (isMachine) findings.push(await folderFinding(dataFolder()));
    let code: 0 | 1 | 3 = 0;
    try {
      const target = await call.target();
      findings.push(...(await findingsOf(target, call)));
      if (findings.some(({ ok }) => !ok)) code = 1;
    } catch (failure) {
      if (!(failure instanceof Unreachable)) throw failure;
      findings.push({ check: "running", ok: false, said: lineOf(failure) });
      code = 3;
    }
    const sound = code === 0;
    const lines = [
      ...findings.map(findingLine),
      sound ? "This installation is sound." : "This installation is NOT sound.",
    ];
    return { code, json: { sound, findings }, text: `${lines.join("\n")}\n` };
  },
};

async function findingsOf(target: Target, { value }: Call): Promise<Finding[]> {
  const url = value("url") ?? target.instance?.url ?? target.url;
  const findings = [
    ...(url === undefined ? [] : [await pagesFinding(url)]),
    await databaseFinding(target),
    await secretFinding(target),
    await countingFinding(target),
    await markFinding(target),
  ];
  for (const consultation of await unreadableConsultations(target)) {
    const said = "what is stored of it cannot be read; it is set aside until it is put back";
    findings.push({ check: "definition", consultation, ok: false, said });
  }
  for (const known of await everyConsultation(target)) {
    findings.push(
      await tallyFinding(target, known),
      await publicationFinding(target, known),
      await releasesFinding(target, known),
    );
  }
  return findings;
}
