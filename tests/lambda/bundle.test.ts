import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import type { Release } from "../../domain/release/schema.ts";
import type { Challenge } from "../../domain/work/challenge.ts";
import { FROM_ONE_PLACE } from "../../domain/work/limits.ts";
import { packed, solve } from "../../web/work/solve.ts";
import { total } from "../../domain/statistics/histogram.ts";
import { readWorkbook } from "../../functions/draft/import/workbook.ts";
import { clientConfig } from "../../functions/local/database.ts";
import { connect } from "../../functions/store/database.ts";
import { makeTables } from "../../functions/store/make-tables.ts";
import { endReadOnly, loadReadOnly } from "../../functions/store/read-only.ts";
import { BALLOT_PATH, goodBallot, newReceipt } from "../support/client.ts";
import { PATIENCE } from "../support/patience.ts";
import { type Answer, event, type Handler, handler } from "./calling.ts";

// The modules that AWS runs, as they were built, against DynamoDB Local. Secrets Manager and S3 have
// no local edition: two endpoints of this test speak just as much of their protocols as is needed.

const objects = new Map<string, Buffer>();
const endpoint = createServer(async (request: IncomingMessage, answer) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const path = new URL(request.url ?? "", "http://x").pathname;
  if (request.headers["x-amz-target"] === "secretsmanager.GetSecretValue") {
    answer.end(JSON.stringify({ SecretString: "a secret of the installation" }));
  } else if (request.method === "PUT") {
    objects.set(path, Buffer.concat(chunks));
    answer.end();
  } else if (objects.has(path)) answer.end(objects.get(path));
  else answer.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
});

let web: Handler;
/** What the template gives the functions. */
const settings: Record<string, string> = {};

beforeAll(async () => {
  endpoint.listen(0, "127.0.0.1");
  await once(endpoint, "listening");
  const standIn = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}`;
  const connection = {
    endpoint: inject("databaseEndpoint"),
    accessKeyId: randomBytes(16).toString("hex"),
  };
  const tables = { ballots: "Ballots-1", main: "Main-1", ephemeral: "Ephemeral-1" };
  await makeTables(connect(tables, clientConfig(connection)).client, tables);
  const { region, credentials } = clientConfig(connection);
  Object.assign(settings, {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: connection.endpoint,
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: connection.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: standIn,
    AWS_ENDPOINT_URL_S3: standIn,
    BALLOTS_TABLE: tables.ballots,
    MAIN_TABLE: tables.main,
    EPHEMERAL_TABLE: tables.ephemeral,
    FILES_BUCKET: "kenes-files",
    SECRET_ID: "arn:of:the:secret",
    SITE_KEY: "said by CloudFront alone",
    SITE_ADDRESS: "https://kenes.example",
  });
  Object.assign(process.env, settings);
});
afterAll(() => {
  endpoint.close();
  // Other files of this process start commands that read their environment.
  for (const name of Object.keys(settings)) delete process.env[name];
});

test("the functions count, release and show what was sent through the HTTP API", async () => {
  // The first run of the tally stores the consultations.
  const tally = await handler("tally");
  web = await handler("web");
  const release = await handler("release");
  const home = await web(event("GET", "/", { "accept-encoding": "gzip" }));
  expect(home.statusCode).toBe(200);
  expect(home.headers["content-encoding"]).toBe("gzip");
  const page = gunzipSync(Buffer.from(home.body, "base64")).toString();
  expect(page).toMatch(/\/assets\/style-[\w-]+\.css/);

  for (let sent = 0; sent < 12; sent++) {
    const headers = { "content-type": "application/json", authorization: `Bearer ${newReceipt()}` };
    const saved = await web(event("PUT", BALLOT_PATH, headers, JSON.stringify(goodBallot())));
    expect(saved.statusCode).toBe(201);
  }
  expect(await tally()).toMatchObject({ counted: 12, gaps: [], complete: true });
  await release();
  // What was looked up before is served while the register is asked again.
  const results = await vi.waitUntil(
    async () => {
      const answer = await web(event("GET", "/api/consultations/kazakhstan-2019/results"));
      return answer.statusCode === 200 && answer;
    },
    { timeout: PATIENCE, interval: 250 },
  );
  const published = JSON.parse(results.body) as Release;
  expect(published).toMatchObject({ release: 1, rules: { schedule: { every: "demonstration" } } });
  // Twelve rated it, with noise of which the deviation is said.
  const { measured } = published.recommendations[0]!.panels.public;
  const far = 6 * Math.sqrt(7) * published.rules.protection.ratings.public;
  expect(Math.abs(total(measured) - 12)).toBeLessThan(far);
  const kept = [...objects].map(([path, bytes]) => [path.includes("marks/"), String(bytes)]);
  expect(kept).toContainEqual([false, results.body]);
  // Beside it only the mark: how far the tables have come.
  expect(kept.filter(([isMark]) => isMark)).toEqual([
    [true, expect.stringContaining('"release":1,')],
  ]);
  expect(kept).toHaveLength(2);

  // A file that is no text comes through whole.
  const book = await web(event("GET", "/api/consultations/kazakhstan-2019/results.xlsx"));
  expect([book.statusCode, book.isBase64Encoded]).toEqual([200, true]);
  const sheets = readWorkbook(new Uint8Array(Buffer.from(book.body, "base64")));
  expect(sheets).toHaveLength(7);
  const said = sheets[0]!.rows.flatMap(({ cells }) => cells).join("\n");
  expect(said).toContain("https://kenes.example/c/kazakhstan-2019/results");

  const refused = await web(event("PUT", BALLOT_PATH, { "content-type": "text/plain" }, "x"));
  expect(JSON.parse(refused.body)).toMatchObject({ status: 401, title: "receipt-missing" });
  const recount = await handler("recount");
  await recount();
  // Nobody has a webhook: it looks, and calls nobody.
  const hooks = await handler("hooks");
  await hooks();
});

test("many ballots from one place are asked for work, by whatever copy of the edge they come", async () => {
  web ??= await handler("web");
  const put = (place: string, edge: string, ballot: object, receipt = newReceipt()) => {
    const headers = {
      "content-type": "application/json",
      authorization: `Bearer ${receipt}`,
      "kenes-viewer": place,
      "kenes-site": "said by CloudFront alone",
    };
    const asked = event("PUT", BALLOT_PATH, headers, JSON.stringify(ballot));
    const http = { ...asked.requestContext.http, sourceIp: edge };
    return web({ ...asked, requestContext: { ...asked.requestContext, http } });
  };
  let receipt: string;
  let answer: Answer;
  let sent = 0;
  do {
    receipt = newReceipt();
    answer = await put("198.51.100.7", `192.0.${sent}.1`, goodBallot(), receipt);
    sent += 1;
  } while (answer.statusCode === 201 && sent <= FROM_ONE_PLACE.atOnce);
  const asked = JSON.parse(answer.body) as { title: string; work: Challenge };
  expect([answer.statusCode, asked.title]).toEqual([428, "work-needed"]);
  expect((await put("203.0.113.9", "192.0.2.1", goodBallot())).statusCode).toBe(201);
  const work = packed(await solve(asked.work));
  const worked = await put("198.51.100.8", "192.0.2.1", goodBallot({ work }), receipt);
  expect(worked.statusCode).toBe(201);
});

test("the setup function answers with a link that the pages then know", async () => {
  const setup = (await handler("setup")) as unknown as () => Promise<string>;
  web ??= await handler("web");
  const link = await setup();
  expect(link).toMatch(/^https:\/\/kenes\.example\/organise\/setup#([0-9A-Z]{4}-?){4}$/);
  const ask = (code: string) =>
    web(
      event(
        "POST",
        "/organise/setup/options",
        {
          "content-type": "application/json",
          origin: "https://kenes.example",
          "kenes-host": "kenes.example",
        },
        JSON.stringify({ code, name: "Ann" }),
      ),
    );
  const code = link.split("#")[1]!;
  expect((await ask(code)).statusCode).toBe(200);
  expect((await ask(code.replace(/^./, (one) => (one === "0" ? "1" : "0")))).statusCode).toBe(403);
});

test("what the budget calls takes nothing new, and logs the line itself: its text no filter could read", async () => {
  const told = vi.spyOn(console, "error").mockReturnValue();
  await (
    await handler("read-only")
  )({ Records: [] });
  const line = { level: "error", event: "read-only-by-budget", turned: true };
  expect(told.mock.calls).toEqual([[line]]);
  told.mockRestore();
  const { MAIN_TABLE: main = "" } = settings;
  const db = connect({ main, ballots: "", ephemeral: "" });
  expect(await loadReadOnly(db)).toMatchObject({ by: "budget" });
  await endReadOnly(db);
  db.client.destroy();
});
