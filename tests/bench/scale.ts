import { cpus, totalmem } from "node:os";
import { DynamoDBStreamsClient, GetRecordsCommand } from "@aws-sdk/client-dynamodb-streams";
import { USUAL_SIZE } from "../../functions/jobs/shards.ts";
import { tallyPass } from "../../functions/jobs/tally.ts";
import { EMPTY_PAGES } from "../../functions/jobs/stream-reader.ts";
import { times } from "../support/client.ts";
import { ballotsIn, flow, images } from "./flow.ts";
import { count, report, say } from "./report.ts";

// The real tally, minute by minute, as the function of AWS runs it: 45 s of each minute, in 512 MB, which is 0.29 of a
// processor. Its time is that of this machine's processor put to that part, with what the SDK takes to read a page,
// and 10 ms for each answer of the stream; waiting itself is not waited for.
const [PASS, SHARE, ANSWER] = [45_000, 512 / 1769, 10];
const PAGE = 1_000;

/** Processor time of this process, in ms: whatever else the machine has to do. */
function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** How long the SDK takes to make records of a page of so many, in ms of this processor. */
async function readingOfPage(length: number): Promise<number> {
  const records = images()
    .slice(0, length)
    .map(({ before, after }, place) => ({
      eventID: "0123456789abcdef0123456789abcdef",
      eventName: before === undefined ? "INSERT" : "MODIFY",
      eventVersion: "1.1",
      eventSource: "aws:dynamodb",
      awsRegion: "us-east-1",
      dynamodb: {
        ApproximateCreationDateTime: 1_795_000_000,
        Keys: { pk: after!["pk"], sk: after!["sk"] },
        NewImage: after,
        OldImage: before,
        SequenceNumber: String(10 ** 20 + place),
        SizeBytes: 600,
        StreamViewType: "NEW_AND_OLD_IMAGES",
      },
    }));
  const body = Buffer.from(JSON.stringify({ Records: records, NextShardIterator: "next" }));
  say(`a page of ${count(length)} records: ${count(body.byteLength)} bytes`);
  const handle = async () => ({
    response: { statusCode: 200, headers: {}, body: new Uint8Array(body) },
  });
  const client = new DynamoDBStreamsClient({
    region: "us-east-1",
    endpoint: "http://127.0.0.1:1",
    credentials: { accessKeyId: "none", secretAccessKey: "none" },
    requestHandler: { handle, metadata: { handlerProtocol: "http/1.1" } } as never,
  });
  const read = () => client.send(new GetRecordsCommand({ ShardIterator: "here" }));
  for (const _ of times(20, () => 0)) await read();
  const begun = processor();
  for (const _ of times(50, () => 0)) await read();
  return (processor() - begun) / 50;
}

/** So many ballots a second for so many seconds, counted until all are. */
async function flood(shards: number, perSecond: number, seconds: number) {
  const { ports, told, arrive, tally } = flow(shards);
  const all = perSecond * seconds;
  const together = Math.min(shards, USUAL_SIZE.together);
  let [counted, from, minute, lag, taken] = [0, 0, 0, 0, 0];
  for (; counted < all; minute++) {
    const arrived = Math.min(all, (minute + 1) * 60 * perSecond);
    arrive(arrived);
    const before = { ...told, counted, begun: processor() };
    const used = () =>
      processor() -
      before.begun +
      (told.calls - before.calls) * call +
      (told.records - before.records) * record;
    const there = () => used() / SHARE + ((told.calls - before.calls) * ANSWER) / together;
    const limits = { emptyPages: EMPTY_PAGES, outOfTime: () => there() > PASS };
    const pass = await tallyPass(ports, limits, USUAL_SIZE, from);
    from += pass.shards;
    counted += pass.counted;
    taken += used();
    lag = Math.max(lag, (arrived - counted) / perSecond / 60);
  }
  if (tally()!.cells.public.ballots !== ballotsIn(all)) throw new Error("counted otherwise");
  const seen = Math.ceil(seconds / 60);
  say(
    [
      `${count(all)} ballots at ${count(perSecond)} a second, ${shards} shards:`,
      `${count((all * 1_000) / taken)} records a second of processor,`,
      `${count((all * 1_000 * SHARE) / taken)} in 512 MB;`,
      `${count(told.commits)} commits, ${count(told.units)} write units (${((1_000_000 * told.units) / all).toFixed(0)} for a million),`,
      `a tally of ${count(told.bytes)} bytes;`,
      `behind by ${lag.toFixed(1)} min at most beside the minute itself, done ${minute - seen} min after the last;`,
      `${count(told.memory / 1e6)} MB`,
    ].join(" "),
  );
  return lag;
}

say(
  `${cpus()[0]?.model ?? "?"}, ${cpus().length} cores, ${count(totalmem() / 1e9)} GB, Node ${process.version}`,
);
const call = await readingOfPage(0);
const whole = await readingOfPage(PAGE);
const record = (whole - call) / PAGE;
say(`the SDK reads them in ${call.toFixed(1)} and ${whole.toFixed(1)} ms of processor`);
const SHARDS = [1, 10, 100];
for (const shards of SHARDS) {
  const hour = await flood(shards, 300, 3_600);
  report(`behind at 300 a second, ${shards} shards`, `${hour.toFixed(1)} min`, "1 min", hour <= 1);
  const rush = await flood(shards, 1_000, 60);
  const name = `behind at 1,000 for a minute, ${shards} shards`;
  report(name, `${rush.toFixed(1)} min`, "1 min", rush <= 1);
}
// Ten million at once, as where the stream was left alone for hours.
for (const shards of SHARDS) await flood(shards, 10_000_000, 1);
