import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { generate } from "openapi-typescript-codegen";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import { addressOf, close, listen } from "../../../functions/local/serve.ts";
import { newReceipt } from "../../support/client.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { releasedWorld } from "../routes/released-world.ts";
import { type Document, documentOf } from "./documented.ts";

const run = promisify(execFile);
const ROOT = resolve(import.meta.dirname, "../../..");

/*
 * A client that a generator of others makes of the document. openapi-typescript and @hey-api/openapi-ts drive the
 * compiler from JavaScript, which TypeScript 7 does not offer; openapi-typescript-codegen writes text.
 */
let folder: string;
let document: Document;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  app = createApp(await releasedWorld([]));
  document = await documentOf(app);
  folder = await mkdtemp(join(tmpdir(), "kenes-client-"));
  await generate({
    input: structuredClone(document),
    output: folder,
    httpClient: "fetch",
    useOptions: true,
  });
});

/** What a program of somebody else says to the client, and what the compiler is to make of it. */
const USE = `
import { AnsweringService, OpenAPI, ReadingService } from "./index";

export async function use(base: string, receipt: string, id: string) {
  OpenAPI.BASE = base;
  OpenAPI.TOKEN = receipt;
  const release = await ReadingService.results({ id });
  const means: (number | null)[] = release.recommendations.map((one) => one.panels.public.mean);
  const { consultations } = await ReadingService.consultations({ limit: 10 });
  const saved = await AnsweringService.putBallot({
    id,
    requestBody: { revision: 1, language: "kk", ratings: { W1: 5, K3: "no-opinion" } },
  });
  const back = await AnsweringService.getBallot({ id });
  await AnsweringService.withdrawBallot({ id });
  const gone = await AnsweringService.getBallot({ id }).catch((failure) => failure.status);
  return { means, consultations, saved, ratings: back.ratings, gone };
}
`;

async function compile(source: string): Promise<string> {
  await writeFile(join(folder, "use.ts"), source);
  await writeFile(join(folder, "package.json"), '{"type":"commonjs"}');
  const options =
    "--strict --skipLibCheck --lib ES2024,DOM,DOM.Iterable --module commonjs --target es2022".split(
      " ",
    );
  const paths = ["--types", "", "--outDir", join(folder, "out"), join(folder, "use.ts")];
  const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
  const { stdout } = await run(process.execPath, [compiler, ...options, ...paths], {
    cwd: folder,
  }).catch((failure: { stdout: string }) => failure);
  return stdout;
}

test("a client that is generated of the document reads, sends, reads back and withdraws", async () => {
  expect(await compile(USE)).toBe("");
  const server = await listen((request, hosting) => app.fetch(request, hosting), 0, "127.0.0.1");
  onTestFinished(() => close(server));
  const { use } = (await import(pathToFileURL(join(folder, "out/use.js")).href)) as {
    use(base: string, receipt: string, id: string): Promise<Record<string, unknown>>;
  };
  const { id } = KAZAKHSTAN;
  const outcome = await use(addressOf(server), newReceipt(), id);
  expect(outcome).toMatchObject({
    consultations: [{ id }],
    saved: { revision: 1, panel: "public" },
    ratings: { W1: 5, K3: "no-opinion" },
    gone: 410,
  });
  expect(outcome["means"]).toHaveLength(KAZAKHSTAN.recommendations.length);
});

test("the compiler refuses what the document does not allow", async () => {
  expect(await compile(USE.replace('"no-opinion" }', '"none" }'))).toContain("TS2322");
  expect(await compile(USE.replace("panels.public.mean", "panels.public.median"))).toContain("TS");
});
