import {
  ORGANISING,
  organisingName,
  type OrganisingName,
} from "../../../domain/contract/organising.ts";
import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import { DRAFT } from "../../../domain/program/examples.ts";
import type { App } from "../../../functions/http/environment.ts";
import { exportPut, getExport } from "../../../functions/store/exports.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { keyOf } from "../../support/program.ts";
import { freshEnd } from "../export/ended.ts";
import { write, wrote } from "../moderation/moderating.ts";
import { ROWS } from "../program/rows.ts";
import { type Document, documentOf, type Named, operationsOf } from "./documented.ts";

/** The consultation of the examples, and one that is over, whose ballots are exported. */
const RIVER = DRAFT.definition["id"] as string;
const OVER = "over";

/** What takes the place of what the example says, since only the answers before tell it. */
interface Instead {
  id?: string;
  hook?: string;
  number?: number;
  body?: object;
  query?: string;
  /** Without the header that makes it done once. */
  anew?: true;
}

type Key = "editor" | "analyst" | "moderator";
/** With which key each is asked for: one of a role that may. */
const KEYS = new Map(
  Object.keys(PROGRAM_API).map((name) => {
    const { may } = ROWS[name as keyof typeof ROWS];
    const key = (["editor", "analyst", "moderator"] as const).find(
      (role) => may === "steps" || may.includes(role),
    )!;
    return [organisingName(name as keyof typeof PROGRAM_API), key] as const;
  }),
);

/** The example request of an operation of the document, with whatever key may. */
async function askAs(
  app: App,
  { method, path, all, requestBody }: Named,
  key: string,
  { body, query = "", anew, ...parts }: Instead = {},
): Promise<Response> {
  const filled = all
    .filter(({ in: where }) => where === "path")
    .reduce((address, { name, example }) => {
      const { [name as "id"]: value = example } = parts;
      return address.replace(`{${name}}`, encodeURIComponent(value));
    }, path);
  const once = all.find(({ name }) => name === "Idempotency-Key");
  const example = requestBody?.content["application/json"]!.example as object | undefined;
  return app.request(`http://localhost${filled}${query}`, {
    method,
    headers: {
      Authorization: `Bearer ${key}`,
      ...(example !== undefined && { "Content-Type": "application/json" }),
      ...(once !== undefined && anew === undefined && { "Idempotency-Key": String(once.example) }),
    },
    ...(example !== undefined && { body: JSON.stringify({ ...example, ...body }) }),
  });
}

/** A draft and an ended consultation of one owner, and programs with a key of each role that is needed at them. */
export async function organisingWorld() {
  const world = await freshEnd();
  const { services, app } = world;
  const ann = await world.organiser("Ann");
  await world.create(ann, { id: RIVER, way: "empty", title: "The river", language: "en" });
  await world.add(OVER);
  const owner = await world.person("Ann", OVER, "owner");
  await world.answer(OVER, 20);
  await world.close(OVER);
  const keysAt = async (id: string, by: { id: string }): Promise<Record<Key, string>> => ({
    editor: await keyOf(services, id, by, { role: "editor", steps: true }),
    analyst: await keyOf(services, id, by, { role: "analyst" }),
    moderator: await keyOf(services, id, by, { role: "moderator" }),
  });
  const keys = { [RIVER]: await keysAt(RIVER, ann), [OVER]: await keysAt(OVER, owner) };
  const document: Document = await documentOf(app);
  const operations = new Map(
    operationsOf(document, ORGANISING).map((one) => [one.operationId, one] as const),
  );
  return {
    world,
    document,
    operations,
    ask: (name: OrganisingName, instead: Instead = {}) => {
      const key = keys[instead.id ?? RIVER]![KEYS.get(name)!];
      return askAs(app, operations.get(name)!, key, instead);
    },
  };
}
export type OrganisingWorld = Awaited<ReturnType<typeof organisingWorld>>;

/**
 * Asks for everything that a program can, each as its example says, in an order in which each can succeed: a draft is
 * replaced, opened, answered to, moderated and paused; another consultation is over, and its ballots are exported.
 */
export async function* story({
  world,
  ask,
}: OrganisingWorld): AsyncGenerator<readonly [OrganisingName, Response]> {
  const { db } = world.services;
  /** Asks, and hands a copy on of which the answer is read here. */
  const told = async (name: OrganisingName, instead?: Instead) => {
    const answer = await ask(name, instead);
    const text = await answer.clone().text();
    const body = text.startsWith("{") ? (JSON.parse(text) as Record<string, unknown>) : {};
    return { step: [name, answer] as const, body };
  };
  // Until it has the version that the example replaces.
  for (let revision = 1; revision < DRAFT.revision; revision++) {
    const definition = { ...DRAFT.definition, title: { en: `Version ${revision}` } };
    yield (await told("programReplaceDraft", { body: { revision, definition } })).step;
  }
  yield (await told("programReplaceDraft")).step;
  yield (await told("programDraft")).step;
  const open = { step: "open", stage: "draft", note: undefined };
  yield (await told("programStep", { body: open, anew: true })).step;
  await world.pass(0.01);

  const made = await told("programMakeInvitations");
  yield made.step;
  yield (await told("programRevokeInvitations", { body: { group: made.body["group"] } })).step;
  yield (await told("programInvitations")).step;
  yield (await told("programAddChannel")).step;
  yield (await told("programChannels")).step;
  const added = await told("programAddHook");
  yield added.step;
  const hook = added.body["hook"] as string;
  yield (await told("programTryHook", { hook })).step;
  yield (await told("programHooks")).step;
  yield (await told("programRemoveHook", { hook })).step;

  yield (await told("programRecordResponse")).step;
  yield (await told("programResponses")).step;
  yield (await told("programWithdrawResponse", { number: 1 })).step;
  await write(world.services, [wrote("It floods every spring.", { code: "M1" })], RIVER);
  const waiting = await told("programTexts");
  yield waiting.step;
  const [{ text }] = waiting.body["texts"] as [{ text: string }];
  const verdicts = [{ text, standing: "waiting", acts: 0, verdict: "accept" }];
  yield (await told("programJudgeTexts", { body: { verdicts } })).step;
  for (const more of ["standing=accepted", "code=M1", "language=en", `after=${text}`]) {
    yield (await told("programTexts", { query: `?${encodeURI(more).replaceAll("#", "%23")}` }))
      .step;
  }
  yield (await told("programParticipation")).step;
  yield (await told("programStep")).step;
  yield (await told("programState")).step;
  yield (await told("programLog")).step;
  yield (await told("programLog", { query: "?after=1" })).step;
  yield (await told("programLogFile")).step;

  const id = OVER;
  // Here there is a release to tell of.
  yield (await told("programParticipation", { id })).step;
  yield (await told("programAskExport", { id })).step;
  const stored = await getExport(db, id);
  const failed = { ...stored.request!, state: "failed" as const, failure: "died" as const };
  await writeAll(db, [exportPut(db, id, stored, failed)]);
  yield (await told("programRetryExport", { id })).step;
  yield (await told("programCancelExport", { id })).step;
  yield (await told("programAskExport", { id, anew: true })).step;
  await world.afterClosing(id);
  yield (await told("programExport", { id })).step;
  yield (await told("programDownloadExport", { id })).step;
}
