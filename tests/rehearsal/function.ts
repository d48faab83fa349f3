import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { REGION } from "./resolve.ts";

/** The most that an event may have, and an answer, in bytes (AWS Lambda quotas: invocation payload, synchronous). */
const MOST_BYTES = 6 * 1024 * 1024;

export interface FunctionSettings {
  name: string;
  /** The folder that was uploaded. */
  folder: string;
  handler: string;
  memory: number;
  /** What the template gives it, resolved. */
  environment: Readonly<Record<string, string>>;
  credentials: { accessKeyId: string; secretAccessKey: string };
  /** Where all of AWS is reached: the one thing in its environment that it would not have there. */
  aws: string;
}

/** A function at work: a process of its own with the environment of the template and what AWS puts into one, and nothing else. */
export function startFunction(settings: FunctionSettings) {
  const { name, folder, handler, memory, environment, credentials, aws } = settings;
  const child = fork(join(import.meta.dirname, "runtime.ts"), {
    cwd: folder,
    // Ours, by which coverage or a debugger may have been asked for, are not its.
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...environment,
      _HANDLER: handler,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_DEFAULT_REGION: REGION,
      AWS_ENDPOINT_URL: aws,
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memory),
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
      AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
      AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
      AWS_LAMBDA_LOG_STREAM_NAME: "2026/01/01/[$LATEST]0",
      AWS_REGION: REGION,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_SESSION_TOKEN: "a session of this role",
      LAMBDA_RUNTIME_DIR: "/var/runtime",
      LAMBDA_TASK_ROOT: folder,
      LANG: "en_US.UTF-8",
      PATH: "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin",
      TZ: ":UTC",
    },
  });
  const logged: string[] = [];
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding("utf8").on("data", (text: string) => logged.push(text));
  }
  const gone = once(child, "exit").then(([code]) => ({
    failure: `${name} ended with ${code}: ${logged.join("")}`,
  }));
  let last: Promise<unknown> = Promise.resolve();

  const call = async (event: unknown, now: number): Promise<unknown> => {
    if (Buffer.byteLength(JSON.stringify(event)) > MOST_BYTES) {
      throw new Error(`an event for ${name} is larger than Lambda takes`);
    }
    const told = once(child, "message") as Promise<[{ answer?: unknown; failure?: string }]>;
    child.send({ event, now });
    const said = await Promise.race([told.then(([one]) => one), gone]);
    if (said.failure !== undefined) throw new Error(said.failure);
    const { answer } = said as { answer?: unknown };
    if (Buffer.byteLength(JSON.stringify(answer ?? null)) > MOST_BYTES) {
      throw new Error(`an answer of ${name} is larger than Lambda gives`);
    }
    return answer;
  };
  return {
    /** One event at a time, as AWS hands them to one instance. */
    invoke(event: unknown, now: number): Promise<unknown> {
      const answer = last.catch(() => undefined).then(() => call(event, now));
      last = answer;
      return answer;
    },
    async stop(): Promise<void> {
      child.kill("SIGKILL");
      await gone;
    },
  };
}

export type RunningFunction = ReturnType<typeof startFunction>;
