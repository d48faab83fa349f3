import { join } from "node:path";
import { ORGANISE } from "../../domain/organiser/endpoints.ts";
import { RATE, RESULTS, pathOf } from "../../domain/paths.ts";
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
import { claimFolder, isHeldByParent, recordInstance, releaseInstance } from "./instance.ts";
import { findJava } from "./java.ts";
import { runJobs } from "./jobs.ts";
import { openDatabase } from "./open-database.ts";
import { Bell } from "./repeat.ts";
import { addressOf, close, type Fetch, listen, localSite } from "./serve.ts";
import { LOCAL_TABLES, localServices } from "./services.ts";
import {
  buildFolder,
  clientFolder,
  databaseEndpoint,
  dataFolder,
  listenAddress,
  publicAddress,
} from "./settings.ts";
import { isOfNpm, stopAsked } from "./stopping.ts";

/**
 * The whole of Kenes on one machine: database, pages, API and jobs. Ctrl-C or SIGTERM ends all of
 * it in order; if this process is killed, the database's keeper sees to the rest.
 */
async function main(): Promise<void> {
  const { port, host } = listenAddress();
  const address = publicAddress();
  const folder = dataFolder();
  const joined = databaseEndpoint();
  const java = joined === undefined ? await findJava() : undefined;
  if (java?.ok === false) throw new Error(java.message);
  // `npm run dev` holds the folder and the database, and starts this process again and again.
  const held = await isHeldByParent(folder, joined);
  if (!held) await claimFolder(folder);

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
    const jobs = runJobs({ ...site.services, origin }, stop.signal, sent);
    cleanUp.push(() => jobs);
    announce(origin, folder, site.setupLink);
    const ended = await Promise.race([stopped, jobs, site.exited]);
    if (ended !== undefined) throw new Error(`the database ended by itself: ${ended}`);
  } catch (caught) {
    failure = caught;
  }
  stop.abort();
  for (const end of cleanUp.toReversed()) await end().catch((caught) => (failure ??= caught));
  if (failure !== undefined) throw failure;

  async function startSite(url: string) {
    const keeper = join(buildFolder(), "functions/local/keeper.mjs");
    const { database, ...owned } = await openDatabase(folder, joined, keeper);
    cleanUp.push(() => database.stop());
    const { endpoint, accessKeyId } = database;
    const instance = {
      serverPid: process.pid,
      ...owned,
      endpoint,
      accessKeyId,
      url,
      publicUrl: address.origin,
    };
    // Known at once, so that the next start finds the database even if this one is killed now.
    if (!held) await recordInstance(folder, instance);
    const assets = await readAssets(join(clientFolder(), "manifest.json"));
    const services = await localServices(folder, database, assets);
    await makeTables(services.db.client, LOCAL_TABLES);
    await refuseWhatIsLost(services, folder);
    await loadConsultations(services.db);
    const files = await readAssetFiles(clientFolder());
    const handler = localSite(createApp(services), files, services);
    const isSetUp = await hasOrganisers(services.db);
    const setupLink = isSetUp ? undefined : await makeSetupLink(services, address.origin ?? url);
    return { services, handler, setupLink, exited: database.exited };
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

/** The consultation that is shipped. */
const FIRST = { id: "kazakhstan-2019" };

function announce(url: string, folder: string, setupLink: string | undefined): void {
  process.stdout.write(
    [
      "",
      "Kenes is running.",
      `  Consultations  ${url}/`,
      `  Rate           ${url}${pathOf(RATE, FIRST)}`,
      `  Results        ${url}${pathOf(RESULTS, FIRST)}`,
      `  Organisers     ${url}${ORGANISE.home.path}`,
      `  Data           ${folder}`,
      ...(setupLink === undefined
        ? []
        : [
            "There is no organiser yet. Become the first by this link, within 30 minutes:",
            `  ${setupLink}`,
          ]),
      "Stop it with Ctrl-C. In another terminal:",
      "  npm run -s invite -- kazakhstan-2019 24",
      "  npm run -s simulate -- --ballots 500 --experts 24 --seed 1",
      "  npm run -s recount -- kazakhstan-2019",
      "  npm run -s setup        a new link to become an owner by",
      "",
    ].join("\n"),
  );
}

main().then(
  () => process.exit(0),
  (failure: unknown) => {
    process.stderr.write(
      `Kenes could not go on: ${failure instanceof Error ? failure.message : String(failure)}\n`,
    );
    process.exit(1);
  },
);
