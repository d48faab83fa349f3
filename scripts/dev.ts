/**
 * `npm run dev`: Kenes as `npm start` runs it, built again and restarted whenever a source changes, and
 * the open pages load again. The database runs on meanwhile. What cannot be built leaves the app as it
 * was; the terminal and the pages say why. Ctrl-C ends all of it.
 */
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { claimFolder, recordInstance, releaseInstance } from "../functions/local/instance.ts";
import { findJava } from "../functions/local/java.ts";
import { openDatabase } from "../functions/local/open-database.ts";
import { databaseEndpoint, dataFolder, listenAddress } from "../functions/local/settings.ts";
import { isOfNpm, stopAsked } from "../functions/local/stopping.ts";
import { type RunningApp, startApp } from "./dev/app.ts";
import { build, fingerprint, SERVER } from "./dev/build.ts";
import { type Door, openDoor } from "./dev/door.ts";
import { watchFolders } from "./dev/watch.ts";

const root = resolve(import.meta.dirname, "..");
const dist = join(root, "dist");
const SOURCES = ["domain", "web", "functions", "consultations"];
/** An editor that saves several files writes them within this. */
const MOMENT_MS = 100;

// The builds change variables of this process, and the app is to have those of the terminal.
const environment = { ...process.env };

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const { port, host } = listenAddress();
  const folder = dataFolder();
  const joined = databaseEndpoint();
  const java = joined === undefined ? await findJava() : undefined;
  if (java?.ok === false) throw new Error(java.message);
  await claimFolder(folder);
  const stop = stopAsked(isOfNpm());
  // What has been started, in the order in which it must not be ended.
  const cleanUp: (() => unknown)[] = [() => releaseInstance(folder)];
  try {
    const door = await openDoor(port, host);
    cleanUp.push(() => door.close());
    const keeper = join(root, "functions/local/keeper.ts");
    const { database, ...owned } = await openDatabase(folder, joined, keeper);
    cleanUp.push(() => database.stop());
    const { endpoint, accessKeyId, foreign } = database;
    const instance = {
      serverPid: process.pid,
      ...owned,
      endpoint,
      accessKeyId,
      foreign,
      url: door.url,
    };
    // The app finds the folder held for it by us, and the commands find us in place of the app.
    await recordInstance(folder, instance);
    const env = { ...environment, KENES_DATA: folder, DYNAMODB_ENDPOINT: endpoint };
    const ended = await Promise.race([database.exited, serve(door, env, stop.signal)]);
    if (ended !== undefined) throw new Error(`the database ended by itself: ${ended}`);
  } finally {
    stop.abort();
    for (const end of cleanUp.toReversed()) await end();
  }
}

/** Builds, runs and builds again until it is told to stop; the app is gone then. */
async function serve(door: Door, env: NodeJS.ProcessEnv, stop: AbortSignal): Promise<void> {
  let app: RunningApp | undefined;
  let running = "";
  let change = Promise.withResolvers<undefined>();
  const stopped = new Promise<undefined>((resolve) => {
    stop.addEventListener("abort", () => resolve(undefined));
  });
  const folders = SOURCES.map((name) => join(root, name));
  const endWatch = watchFolders(folders, () => change.resolve(undefined));
  try {
    while (!stop.aborted) {
      change = Promise.withResolvers();
      await renew();
      const another = Promise.race([stopped, change.promise]);
      const last = await Promise.race([another, ...(app === undefined ? [] : [app.ended])]);
      if (last !== undefined && !stop.aborted) {
        app = undefined;
        door.hold();
        fail(`The app ended by itself; the next change starts it again:\n\n${last}`);
        await another;
      }
      await sleep(MOMENT_MS);
    }
  } finally {
    endWatch();
    await app?.stop();
  }

  async function renew(): Promise<void> {
    const fault = await Promise.race([build(root), stopped]);
    if (stop.aborted) return;
    if (fault !== undefined) return fail(`The build failed:\n\n${fault}`);
    const made = await fingerprint(dist);
    if (app !== undefined && made === running) {
      say("Built again: nothing that the app is made of has changed.");
      return door.clear();
    }
    const isFirst = running === "";
    door.hold();
    await app?.stop();
    app = undefined;
    try {
      app = await startApp(join(dist, SERVER), env);
    } catch (cause) {
      if (stop.aborted) return;
      return fail(`The app did not start:\n\n${(cause as Error).message}`);
    }
    running = made;
    door.lead(app.url);
    if (isFirst) say(app.announcement.replaceAll(app.url, door.url).trimEnd());
    say(isFirst ? "Every change of the sources is shown at once." : "Built again and restarted.");
  }

  function fail(fault: string): void {
    process.stderr.write(`${fault}\n`);
    door.fail(fault);
  }
}

main().then(
  () => process.exit(0),
  (failure: unknown) => {
    const why = failure instanceof Error ? failure.message : String(failure);
    process.stderr.write(`Kenes could not go on: ${why}\n`);
    process.exit(1);
  },
);
