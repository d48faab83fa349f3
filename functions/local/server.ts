import { join } from "node:path";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { createApp } from "../app.ts";
import { readAssetFiles, readAssets } from "../http/assets.ts";
import { loadConsultations } from "./load-consultations.ts";
import { refuseWhatIsLost } from "./loss.ts";
import { makeSetupLink } from "../organiser/setup-link.ts";
import { languageOf } from "../http/request.ts";
import { SECURITY_HEADERS } from "../http/security-headers.ts";
import { makeTables } from "../store/make-tables.ts";
import { hasOrganisers } from "../store/organisers.ts";
import { ballotStream } from "../store/stream.ts";
import { announcement } from "./announcement.ts";
import { type Connection, joinDatabase } from "./database.ts";
import {
  claimFolder,
  type Instance,
  isHeldByParent,
  recordInstance,
  releaseInstance,
} from "./instance.ts";
import { findJava } from "./java.ts";
import { joinOnlyOnce } from "./join-once.ts";
import { limitsOf, runJobs } from "./jobs.ts";
import { Bell } from "./repeat.ts";
import { localSite } from "./local-site.ts";
import { addressOf, close, type Fetch, listen } from "./serve.ts";
import { serverDatabase } from "./server-database.ts";
import { localServices, logLine } from "./services.ts";
import { endSetupLink, handOverSetupLink } from "./setup-link-file.ts";
import {
  backupSettings,
  buildFolder,
  clientFolder,
  databaseEndpoint,
  dataFolder,
  foreignDatabase,
  listenAddress,
  publicAddress,
} from "./settings.ts";
import { isOfNpm, stopAsked } from "./stopping.ts";
import { Troubles } from "./troubles.ts";
import { runUpkeep } from "./upkeep.ts";

/**
 * The whole of Kenes on one machine: database, pages, API and jobs. Ctrl-C or SIGTERM ends all of
 * it in order; if this process is killed, the database's keeper sees to the rest.
 */
async function main(): Promise<void> {
  const { port, host } = listenAddress();
  const address = publicAddress();
  const folder = dataFolder();
  const joined = databaseEndpoint();
  const foreign = foreignDatabase();
  const backups = backupSettings();
  const java = joined === undefined ? await findJava() : undefined;
  if (java?.ok === false) throw new Error(java.message);
  // `npm run dev` holds the folder and the database, and starts this process again and again.
  const held = await isHeldByParent(folder, joined);
  if (joined !== undefined && !held) await joinOnlyOnce(folder, foreign?.prefix);
  if (!held) await claimFolder(folder);
  const troubles = new Troubles(logLine);

  const stop = stopAsked(held || isOfNpm());
  const stopped = new Promise<void>((resolve) => {
    stop.signal.addEventListener("abort", () => resolve());
  });
  // What has been started, in the order in which it must not be ended.
  const cleanUp: (() => Promise<unknown>)[] = held ? [] : [() => releaseInstance(folder)];
  let failure: unknown;
  try {
    // Listening comes first: a port that is taken is found before anything else is started.
    let fetch: Fetch = stillStarting;
    const server = await listen((...asked) => fetch(...asked), port, host, address);
    const url = addressOf(server);
    const site = await startSite(url);
    // Requests under way are answered before the database ends.
    cleanUp.push(() => close(server));
    const sent = new Bell();
    fetch = async (request, hosting) => {
      const answer = await site.handler.fetch(request, hosting);
      if (!["GET", "HEAD"].includes(request.method)) sent.ring();
      return answer;
    };
    const origin = address.origin ?? url;
    const jobs = runJobs(
      { ...site.services, origin, limits: limitsOf(site.database) },
      stop.signal,
      sent,
    );
    cleanUp.push(() => jobs);
    const upkeep = runUpkeep({ folder, backups, troubles, log: logLine }, stop.signal);
    cleanUp.push(() => upkeep);
    const link = await site.handOver();
    cleanUp.push(() => link.ended);
    process.stdout.write(announcement(origin, folder, site.database, link.lines));
    const ended = await Promise.race([stopped, jobs, site.database.exited]);
    if (ended !== undefined) throw new Error(`the database ended by itself: ${ended}`);
  } catch (caught) {
    failure = caught;
  }
  stop.abort();
  for (const end of cleanUp.toReversed()) await end().catch((caught) => (failure ??= caught));
  if (failure !== undefined) throw failure;

  async function startSite(url: string) {
    const keeper = join(buildFolder(), "functions/local/keeper.mjs");
    const record = ({ endpoint, accessKeyId, foreign, own }: Connection & Pick<Instance, "own">) =>
      recordInstance(folder, {
        serverPid: process.pid,
        ...(own && { own: { keeperPid: own.keeperPid, databasePid: own.databasePid } }),
        endpoint,
        accessKeyId,
        foreign,
        url,
        publicUrl: address.origin,
      });
    // Known at once, so that the next start finds the database even if this one is killed now.
    const database = held
      ? { ...(await joinDatabase(folder, joined!, foreign)), reach: "joined" as const }
      : await serverDatabase({ folder, joined, foreign, keeper, record, troubles, log: logLine });
    cleanUp.push(() => database.stop());
    const assets = await readAssets(join(clientFolder(), "manifest.json"));
    const services = { ...(await localServices(folder, database, assets)), troubles: troubles.all };
    await makeTables(services.db.client, services.db.tables);
    // Throws where a database takes the wish for a stream and makes none.
    await ballotStream(services.db, services.streams);
    await refuseWhatIsLost(services, folder);
    await loadConsultations(services.db);
    const files = await readAssetFiles(clientFolder());
    const handler = localSite(createApp(services), files, services);
    const handOver = async () => {
      if (await hasOrganisers(services.db)) return { lines: [], ended: Promise.resolve() };
      const link = await makeSetupLink(services, address.origin ?? url);
      const lines = await handOverSetupLink(link, folder, process.stdout.isTTY);
      return { lines, ended: endSetupLink(folder, services.db, stop.signal) };
    };
    return { services, handler, handOver, database };
  }
}

/** Before the database is there: says so in the reader's language, and a browser that reads tries again by itself. */
const stillStarting = (request: Request): Response =>
  new Response(`${catalogueFor(languageOf(request)).common.starting}\n`, {
    status: 503,
    headers: {
      ...SECURITY_HEADERS,
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-store",
      "Retry-After": "2",
      // Never after a form: what was entered would be lost.
      ...(request.method === "GET" && { Refresh: "2" }),
    },
  });

main().then(
  () => process.exit(0),
  (failure: unknown) => {
    process.stderr.write(
      `Kenes could not go on: ${failure instanceof Error ? failure.message : String(failure)}\n`,
    );
    process.exit(1);
  },
);
