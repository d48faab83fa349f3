import { setTimeout as wait } from "node:timers/promises";
import about from "../../web/language/en/about.json" with { type: "json" };
import { pathOf, WHO_ASKS } from "../../domain/paths.ts";
import { switched, type WorkMode } from "../../domain/work/mode.ts";
import type { Services } from "../../functions/services.ts";
import { getPublished, publishedWrite } from "../../functions/store/consultations.ts";
import { writeAll } from "../../functions/store/write-all.ts";
import { readReceipt } from "../../domain/ballot/receipt.ts";
import { ballotIdOf } from "../../functions/secrets.ts";
import { passFor } from "../../functions/work/challenge.ts";
import { servicesBeside } from "./beside.ts";
import type { RunningServer } from "./server.ts";

/** Sets of whom a consultation asks work, as its owners would. */
export async function setWork(
  { db }: Pick<Services, "db">,
  consultation: string,
  mode: WorkMode,
  at = new Date().toISOString(),
): Promise<void> {
  const before = (await getPublished(db, consultation))!;
  const life = { ...before.life, work: switched(before.life.work, { mode, at }) };
  await writeAll(db, [publishedWrite(db, consultation, before, { ...before, life })]);
}

/** The same of a running server, until its pages say so. */
export async function setWorkThere(
  server: RunningServer,
  consultation: string,
  mode: WorkMode,
): Promise<void> {
  const services = await servicesBeside(server);
  await setWork(services, consultation, mode);
  services.db.client.destroy();
  const page = `${server.url}${pathOf(WHO_ASKS, { id: consultation, lang: "en" })}`;
  const said = about.work.modes[mode];
  const says = async () => (await (await fetch(page)).text()).includes(said);
  while (!(await says())) await wait(200);
}

/** By what a ballot comes through without work, as those do that the installation makes up itself. */
export const passOf = (
  { secret }: Pick<Services, "secret">,
  consultation: string,
  receipt: string,
): string =>
  passFor(secret, { consultation, ballotId: ballotIdOf(consultation, readReceipt(receipt)!) });
