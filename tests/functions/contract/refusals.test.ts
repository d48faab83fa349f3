import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { API } from "../../../domain/api.ts";
import type { Endpoint } from "../../../domain/contract/endpoint.ts";
import { refusalsOf } from "../../../domain/contract/refusals.ts";
import { pathOf } from "../../../domain/paths.ts";
import type { ProblemCode } from "../../../domain/problem.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { CONSULTATIONS } from "../../../functions/store/keys.ts";
import { AT_RISK } from "../../support/at-risk.ts";
import { goodBallot, newReceipt, problemOf } from "../../support/client.ts";
import { setWork } from "../../support/work-mode.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { type Document, documentOf, misfits, operationsOf } from "./documented.ts";

/* Every refusal that a list promises is one that comes, and every one that comes is promised. */

const CLOSED = { ...KAZAKHSTAN, id: "closed", closesAt: "2020-01-01T00:00:00Z" };
const CLOSING = { ...KAZAKHSTAN, id: "closing", closesAt: "2099-01-01T00:00:00Z" };
const COMING = { ...KAZAKHSTAN, id: "coming", opensAt: "2100-01-01T00:00:00Z" };
const WORKING = { ...KAZAKHSTAN, id: "working" };
/** What is stored of it is damaged. */
const UNREADABLE = "unreadable";
const { reasons: _, ...SILENT } = { ...KAZAKHSTAN, id: "silent" };

/** What takes a store that fails, a paused or a purged consultation, a release, two releases, a flood, or ten minutes; tested where it is decided. */
const ELSEWHERE: readonly ProblemCode[] = [
  "failure",
  "busy",
  "read-only",
  "too-many",
  "consultation-paused",
  "ballots-purged",
  "compare-same",
  "without-flagged-unknown",
  "work-expired",
];

let app: App;
let late: App;
let document: Document;
/** Receipts with a ballot, without one, and of one that was withdrawn. */
let rated: string;
let gone: string;

beforeAll(async () => {
  const world = await freshWorld();
  for (const one of [CLOSED, CLOSING, COMING, SILENT, WORKING, AT_RISK])
    await addConsultation(world.db, one);
  await setWork(world, WORKING.id, "on");
  const Item = { ...CONSULTATIONS.key(UNREADABLE), definition: { S: "?" } };
  await world.db.client.send(new PutItemCommand({ TableName: world.db.tables.main, Item }));
  app = createApp(world);
  late = createApp({ ...world, now: () => new Date("2101-01-01T00:00:00Z") });
  document = await documentOf(app);
  [rated, gone] = [newReceipt(), newReceipt()];
  for (const receipt of [rated, gone]) await send("putBallot", { receipt, body: goodBallot() });
  await send("putBallot", { id: CLOSING.id, receipt: rated, body: goodBallot() });
  await send("withdrawBallot", { receipt: gone });
});

interface Sent {
  file?: string;
  id?: string;
  receipt?: string | undefined;
  body?: unknown;
  type?: string;
  query?: string;
  /** After everything has closed. */
  late?: boolean;
}

function send(
  name: keyof typeof API,
  { id = KAZAKHSTAN.id, file = "results.csv", receipt, body, type, query, late: isLate }: Sent,
) {
  const { path, method } = API[name];
  return (isLate ? late : app).request(pathOf(path, { id, number: 99, file }) + (query ?? ""), {
    method,
    headers: {
      ...(receipt !== undefined && { Authorization: `Bearer ${receipt}` }),
      ...(body !== undefined && { "Content-Type": type ?? "application/json" }),
    },
    ...(body !== undefined && {
      body: typeof body === "string" || body instanceof Blob ? body : JSON.stringify(body),
    }),
  });
}

const remarks = { reasons: { K1: { text: "Why", publish: false } } };
const oembedFor = (path: string, more = "") =>
  `?url=${encodeURIComponent(`http://localhost${path}`)}${more}`;

/** What somebody does wrong, wherever it can be done. */
function wrongs(endpoint: Endpoint): Sent[] {
  const { request, right, query = {} } = endpoint;
  const body = request && (endpoint.path === API.putBallot.path ? goodBallot() : remarks);
  const fresh = right && newReceipt();
  const base = { body, receipt: fresh };
  return [
    { ...base, query: "?receipt=x" },
    { ...base, id: "nowhere" },
    { ...base, id: UNREADABLE },
    { ...base, id: CLOSED.id },
    { ...base, id: COMING.id },
    { ...base, id: SILENT.id },
    { ...base, receipt: right && gone },
    base,
    ...(right === undefined
      ? []
      : [
          { ...base, receipt: undefined },
          { ...base, receipt: "short" },
        ]),
    ...("limit" in query ? [{ query: "?limit=x" }] : []),
    ...(endpoint.path.includes(":file") ? [{ file: "nothing.txt" }] : []),
    ...("with" in query ? ["?from=99", "?with=x&from=1"].map((one) => ({ query: one })) : []),
    ...("url" in query
      ? [
          { query: "?url=x" },
          { query: oembedFor(`/c/${KAZAKHSTAN.id}/results`, "&format=xml") },
          { query: oembedFor(`/c/${AT_RISK.id}/results`) },
        ]
      : []),
    ...(request === undefined
      ? []
      : [
          { ...base, receipt: rated, body: "" },
          { ...base, receipt: rated, body: "{" },
          { ...base, receipt: rated, body: new Blob([new Uint8Array([0x22, 0xff, 0x22])]) },
          { ...base, receipt: rated, body: "x".repeat(70_000) },
          { ...base, receipt: rated, type: "text/plain" },
          { ...base, receipt: rated, body: {} },
          { ...base, receipt: rated, body: goodBallot({ revision: 9 }) },
          { ...base, receipt: rated, body: goodBallot({ revision: 51 }) },
          { ...base, id: WORKING.id },
          { ...base, id: WORKING.id, body: goodBallot({ work: "none" }) },
          {
            body: goodBallot({ invitation: "0000-0000-0000-0000" }),
            receipt: newReceipt(),
          },
          { ...base, id: CLOSING.id, receipt: rated, late: true },
        ]),
  ];
}

describe.each(Object.entries<Endpoint>(API))("%s", (name, endpoint) => {
  test("refuses as it says, and with all that it says", async () => {
    const operation = operationsOf(document).find(({ operationId }) => operationId === name)!;
    const came = new Set<string>();
    for (const wrong of wrongs(endpoint)) {
      const answer = await send(name as keyof typeof API, wrong);
      expect(await misfits(document, operation, answer.clone()), JSON.stringify(wrong)).toEqual([]);
      if (answer.status >= 400) came.add((await problemOf(answer)).title);
    }
    const promised = refusalsOf(endpoint).filter((code) => !ELSEWHERE.includes(code));
    expect([...came].toSorted()).toEqual(promised.toSorted());
  });
});
