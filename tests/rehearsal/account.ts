/** An account of AWS that does not exist: everything that the stacks say, on this machine. */
import { randomBytes } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { startS3 } from "../support/s3.ts";
import { madeByFunctions } from "./custom.ts";
import { edgeOf, type Visit } from "./edge.ts";
import { type RunningFunction, startFunction } from "./function.ts";
import { partsOf, type Statement, statementsOf, uses } from "./policy.ts";
import { type Caller, startProxy } from "./proxy.ts";
import { REGION, resolving } from "./resolve.ts";
import { functionName, type Resource, synthesise } from "./stacks.ts";
import { makeTables } from "./tables.ts";

/** Ours, as they are deployed; those that CDK brings along only put files into buckets. */
const isOurs = ({ Type, Properties }: Resource): boolean =>
  Type === "AWS::Lambda::Function" && String(Properties["Handler"]).startsWith("lambda/");

const DAY = 86_400_000;

const randomKey = () => `AKIA${randomBytes(8).toString("hex").toUpperCase()}`;

/** Makes everything in a database of its own. */
export async function openAccount(databaseEndpoint: string) {
  const { stacks, remove } = await synthesise();
  const secrets = new Map<string, string>();
  const secretOf = (arn: string): string => {
    if (!secrets.has(arn)) secrets.set(arn, randomBytes(32).toString("hex"));
    return secrets.get(arn)!;
  };
  /** What functions of ours answered when CloudFormation had them make something. */
  const custom = new Map<string, Record<string, string>>();
  const account = resolving(stacks, secretOf, custom);
  const database = { endpoint: databaseEndpoint, accessKeyId: randomBytes(16).toString("hex") };
  const credentials = { accessKeyId: database.accessKeyId, secretAccessKey: "local" };
  /** Past every policy, as whoever administers the account. */
  const client = new DynamoDBClient({ region: REGION, endpoint: databaseEndpoint, credentials });
  const tables = await makeTables(client, stacks, account);
  const s3 = await startS3();
  const byKey = new Map<string, Caller>();
  const proxy = await startProxy({
    callers: byKey,
    tables,
    database,
    files: s3.endpoint,
    secretOf,
  });

  /** Every function of ours, by its logical name without what CDK puts after it. */
  const functions = new Map<string, () => RunningFunction>();
  for (const stack of stacks) {
    for (const [id, resource] of Object.entries(stack.resources)) {
      if (!isOurs(resource)) continue;
      const name = functionName(id);
      const [role] = resource.Properties["Role"]["Fn::GetAtt"];
      const caller = { name, statements: statementsOf(stack, role, account) };
      const accessKeyId = randomKey();
      byKey.set(accessKeyId, caller);
      const start = () => {
        // Only now: of what a function makes nothing is known before.
        const said = account.valueOf(stack, resource.Properties);
        return startFunction({
          name: account.valueOf(stack, { Ref: id }),
          folder: stack.folders[said.Code.S3Key]!,
          handler: said.Handler,
          memory: said.MemorySize,
          environment: said.Environment?.Variables ?? {},
          credentials: { accessKeyId, secretAccessKey: "of nobody" },
          aws: proxy.url,
        });
      };
      functions.set(name, start);
    }
  }
  const { made } = proxy;
  const callerOf = (name: string): Caller => [...byKey.values()].find((one) => one.name === name)!;
  const running = new Map<string, RunningFunction>();
  const instanceOf = (name: string): RunningFunction => {
    const start = functions.get(name);
    if (start === undefined) throw new Error(`there is no function ${name}`);
    if (!running.has(name)) running.set(name, start());
    return running.get(name)!;
  };

  /** It goes on only when it is told to. Later than the true one, by which the database takes away what has expired. */
  const clock = { now: Date.now() + DAY };
  const invoke = (name: string, event: unknown = {}) => instanceOf(name).invoke(event, clock.now);
  await madeByFunctions(stacks, custom, invoke);
  const { eventOf, answerOf } = edgeOf(stacks, account);

  return {
    database,
    tables,
    s3,
    secretOf,
    clock,
    /** Where all of AWS is reached, with a key. */
    aws: proxy.url,
    keyOf: (name: string): string => [...byKey].find(([, one]) => one.name === name)![0],
    rightsOf: (name: string): readonly Statement[] => callerOf(name).statements,
    /** Has other policies hold for a function while something is done. What was denied then is no fault. */
    async during(
      name: string,
      change: (statements: readonly Statement[]) => readonly Statement[],
      act: () => Promise<void>,
    ): Promise<void> {
      const caller = callerOf(name);
      const { statements } = caller;
      const before = made.length;
      caller.statements = change(statements);
      try {
        await act();
      } finally {
        caller.statements = statements;
        made.push(...made.splice(before).filter(({ denied }) => !denied));
      }
    },
    made,
    invoke,
    /** A job's minute has come. */
    run: (name: string) => invoke(name, scheduled()),
    visit: async (visit: Visit): Promise<Response> => answerOf(await invoke("Web", eventOf(visit))),
    /** Ends a function's process: its next event finds a new one, with nothing in memory. */
    async forget(name: string): Promise<void> {
      await running.get(name)?.stop();
      running.delete(name);
    },
    /** The smallest rights of each function that none of its calls made use of. */
    unused: (): { name: string; part: Statement }[] =>
      [...byKey.values()].flatMap(({ name, statements }) =>
        statements
          .flatMap(partsOf)
          // By the function's role Lambda itself writes the log, and puts aside what failed.
          .filter((part) => !/^(?:logs:|sqs:SendMessage$)/.test(part.actions[0]!))
          .filter((part) => !made.some((one) => one.caller === name && uses(part, one.call)))
          .map((part) => ({ name, part })),
      ),
    async close(): Promise<void> {
      await Promise.all([...running.values()].map((one) => one.stop()));
      proxy.stop();
      client.destroy();
      await s3.stop();
      await remove();
    },
  };
}

export type Account = Awaited<ReturnType<typeof openAccount>>;

/** What EventBridge sends a job (EventBridge User Guide, "Scheduled Event"). */
const scheduled = () => ({
  version: "0",
  id: "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account: "111122223333",
  time: "2026-01-01T00:00:00Z",
  region: REGION,
  resources: [`arn:aws:events:${REGION}:111122223333:rule/kenes`],
  detail: {},
});
