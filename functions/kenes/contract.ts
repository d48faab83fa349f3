import { type Ways, newBench, removeBench } from "../database-contract/bench.ts";
import { CHECKS } from "../database-contract/checks.ts";
import { holdsEnough, tryAll, type Verdict } from "../database-contract/run.ts";
import { configOf } from "../local/database.ts";
import { addressIn, regionIn } from "../local/foreign.ts";
import { Complaint } from "../local/complaint.ts";
import { databaseEndpoint, foreignDatabase } from "../local/settings.ts";
import { stopAsked } from "../local/stopping.ts";
import { refuseUnreachable } from "../local/unusable.ts";
import type { Command } from "../command/command.ts";
import { Unreachable, WrongUse } from "../command/failure.ts";
import type { Typed } from "../command/typed.ts";

/** Tries whether a database does what Kenes relies on. */
export const contract: Command = {
  name: "contract",
  summary: "Try whether a database does all that Kenes relies on, and say what it lacks",
  about: [
    "--endpoint says which, else DYNAMODB_ENDPOINT, as the server takes it. Needs no installation and touches none:",
    "it makes tables kenes-contract-<random>-…, and removes them in the end, also after Ctrl-C.",
    "Ends with 0 only where all that is needed holds.",
  ],
  words: [],
  options: {
    patient: { about: "also what takes a quarter of an hour: an iterator that expires" },
  },
  async run(call) {
    const [where, ways] = waysOf(call);
    const stop = stopAsked(false).signal;
    const bench = newBench(ways, call.has("patient"));
    let all: Verdict[] = [];
    let left: string[] = [];
    await refuseUnreachable(bench.db.client, bench.db.tables.main, where).catch((cause: Error) => {
      throw new Unreachable(cause.message, { cause });
    });
    try {
      const tell = call.has("json") ? () => {} : (one: Verdict) => call.note(lineOf(one));
      all = await tryAll(bench, CHECKS, tell, stop);
    } finally {
      left = await removeBench(bench);
      if (left.length > 0) call.note(`not removed: ${left.join(", ")}`);
    }
    if (stop.aborted) throw new Complaint("stopped; the tables are removed");
    const isEnough = left.length === 0 && holdsEnough(all);
    const count = (verdict: Verdict["verdict"]) =>
      `${all.filter((one) => one.verdict === verdict).length} ${verdict}`;
    const counted = (["holds", "fails", "not tried"] as const).map(count).join(", ");
    const lacking = all.filter(({ verdict, optional }) => verdict === "fails" && !optional);
    return {
      code: isEnough ? 0 : 1,
      json: { endpoint: where, enough: isEnough, checks: all, left },
      text: [
        ...lacking.map(({ name, need }) => `lacks ${name}: ${need}`),
        `${where}: ${counted}. Kenes ${isEnough ? "can" : "must not"} run on it.`,
        "",
      ].join("\n"),
    };
  },
};

const lineOf = ({ name, need, verdict, why }: Verdict): string =>
  `${verdict.padEnd(9)}  ${name.padEnd(30)} ${why ?? need}`;

/** What is meant, and how its clients are made. */
function waysOf({ value, has }: Typed): [string, Ways] {
  if (value("tables") !== undefined) throw new WrongUse("contract makes tables of its own");
  const given = value("endpoint");
  if (given !== undefined && has("aws")) throw new WrongUse("either --endpoint or --aws, not both");
  if (has("aws")) return ["AWS", { tables: {}, streams: {} }];
  if (given !== undefined) {
    const endpoint = addressIn({ "--endpoint": given }, "--endpoint") ?? "";
    const streams = addressIn(process.env, "DYNAMODB_STREAMS_ENDPOINT") ?? endpoint;
    const region = regionIn(process.env);
    return [endpoint, { tables: { endpoint, region }, streams: { endpoint: streams, region } }];
  }
  const [endpoint, foreign] = [databaseEndpoint(), foreignDatabase()];
  if (endpoint === undefined || foreign === undefined) {
    throw new WrongUse(
      "say which database: --endpoint <url>, or DYNAMODB_ENDPOINT and its credentials",
    );
  }
  const connection = { endpoint, foreign, accessKeyId: "" };
  return [endpoint, { tables: configOf(connection), streams: configOf(connection, "streams") }];
}
