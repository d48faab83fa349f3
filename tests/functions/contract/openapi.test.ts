import { Validator } from "@seriousme/openapi-schema-validator";
import { beforeAll, describe, expect, test } from "vitest";
import { API } from "../../../domain/api.ts";
import { DOCUMENTED } from "../../../domain/documented.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { newReceipt } from "../../support/client.ts";
import { twoReleases } from "../download/two-releases.ts";
import { releasedWorld } from "../routes/released-world.ts";
import {
  type Document,
  documentOf,
  type Json,
  misfits,
  type Named,
  operationsOf,
  type Parameter,
  referred,
  validator,
} from "./documented.ts";

let app: App;
let document: Document;
let faultsOf: ReturnType<typeof validator>;

beforeAll(async () => {
  app = createApp(await releasedWorld([]));
  document = await documentOf(app);
  faultsOf = validator(document);
});

const NAMES = Object.keys(API);
const named = (name: string): Named =>
  operationsOf(document, DOCUMENTED).find(({ operationId }) => operationId === name)!;

describe("the document", () => {
  test("is OpenAPI 3.1 to a validator of others, which finds a planted fault", async () => {
    const found = await new Validator().validate(structuredClone(document));
    expect(found).toEqual({ valid: true });
    const broken = structuredClone(document) as Json;
    broken["paths"] = { consultations: {} };
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  test("refers to nothing that is not there", () => {
    const all = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)];
    expect(all.length).toBeGreaterThan(100);
    for (const [, $ref] of all) expect(referred(document, $ref!), $ref).toBeDefined();
  });

  test("names the installation that was asked, and the page for people", async () => {
    const elsewhere = await app.request(`https://votes.example.org${API.openapi.path}`);
    expect(await elsewhere.json()).toMatchObject({
      servers: [{ url: "https://votes.example.org" }],
      externalDocs: { url: "https://votes.example.org/api" },
    });
  });

  test("is made once, and has a tag", async () => {
    const first = await app.request(API.openapi.path);
    const headers = { "If-None-Match": first.headers.get("ETag")! };
    expect((await app.request(API.openapi.path, { headers })).status).toBe(304);
  });
});

/** The example request of an operation, with further parameters of its query or headers. */
function ask(operation: Named, receipt: string, more: readonly Parameter[] = [], to = app) {
  const { method, path, all, security, requestBody } = operation;
  const given = [...all.filter(({ required }) => required), ...more];
  let address = path;
  const [query, headers] = [new URLSearchParams(), new Headers()];
  for (const { name, in: where, example } of given) {
    if (where === "path") address = address.replace(`{${name}}`, encodeURIComponent(example));
    else if (where === "query") query.set(name, String(example));
    else headers.set(name, String(example));
  }
  if (security.some((one) => "receipt" in one)) headers.set("Authorization", `Bearer ${receipt}`);
  const example = requestBody?.content["application/json"]!.example;
  if (requestBody !== undefined) headers.set("Content-Type", "application/json");
  return to.request(`${document.servers[0]!.url}${address}?${query.toString()}`, {
    method,
    headers,
    ...(requestBody !== undefined && { body: JSON.stringify(example) }),
  });
}

describe.each(Object.entries(DOCUMENTED))("%s", (name, { answers, mediaType }) => {
  test("has an example answer that fits what is said of it", () => {
    const { responses, requestBody } = named(name);
    const good = Object.entries(responses).filter(([status]) => status.startsWith("2"));
    expect(good.length).toBeGreaterThan(0);
    for (const [status, { content = {} }] of good) {
      const isEmpty = mediaType === undefined && answers[status as "200"] === undefined;
      expect(Object.keys(content).length, status).toBe(isEmpty ? 0 : 1);
      for (const [type, { schema, example }] of Object.entries(content)) {
        // Bytes that are no text have neither.
        if (/zip|openxml/.test(type)) continue;
        expect(example).toBeDefined();
        expect(faultsOf(schema, example)).toEqual([]);
      }
    }
    for (const { schema, example } of Object.values(requestBody?.content ?? {})) {
      expect(faultsOf(schema, example)).toEqual([]);
    }
  });

  test("has an example of each refusal, which fits", () => {
    const refused = Object.entries(named(name).responses).filter(([status]) => +status >= 400);
    expect(refused.map(([status]) => status)).toEqual(
      expect.arrayContaining(["400", "500", "503"]),
    );
    for (const [, { content }] of refused) {
      const { schema, examples } = content!["application/problem+json"]!;
      for (const { $ref } of Object.values(examples!)) {
        expect(faultsOf(schema, (referred(document, $ref) as Json)["value"])).toEqual([]);
      }
    }
  });
});

test("every example request is answered as the document says, and so is each with a further parameter", async () => {
  const receipt = newReceipt();
  let asked = 0;
  for (const operation of operationsOf(document)) {
    // Of two releases, which are not there.
    if (operation.operationId === "compareCsv") continue;
    const optional = operation.all.filter(({ required }) => !required);
    for (const more of [[], ...optional.map((one) => [one])]) {
      const answer = await ask(operation, receipt, more);
      const what = `${operation.operationId} ${more.map(({ name }) => name).join()}`;
      // The second time there is nothing left to withdraw, which is as good.
      expect(answer.status, what).toBeLessThan(300);
      expect(await misfits(document, operation, answer), what).toEqual([]);
      asked++;
    }
  }
  expect(asked).toBeGreaterThan(NAMES.length * 2);
});

test("of two releases a comparison is answered as the document says", async () => {
  const { services } = await twoReleases();
  const operation = named("compareCsv");
  const query = operation.all.filter(({ name }) => ["from", "to", "lang"].includes(name));
  const answer = await ask(operation, "", query, createApp(services));
  expect(answer.status).toBe(200);
  expect(await misfits(document, operation, answer)).toEqual([]);
});

test("the check of an answer finds what does not fit", async () => {
  const operation = named("releases");
  const json = (value: unknown, init: ResponseInit = {}) => Response.json(value, init);
  expect(await misfits(document, operation, json({ releases: [] }))).toEqual([]);
  expect(await misfits(document, operation, json({ releases: [{ release: "1" }] }))).not.toEqual(
    [],
  );
  expect(await misfits(document, operation, json({ releases: [] }, { status: 201 }))).not.toEqual(
    [],
  );
  expect(await misfits(document, operation, new Response("a,b"))).not.toEqual([]);
});

test("no answer holds what the list does not tell of", async () => {
  for (const operation of operationsOf(document)) {
    const schema = API[operation.operationId as keyof typeof API].answers as Record<
      string,
      { safeParse(value: unknown): { data?: unknown } } | undefined
    >;
    if (operation.method !== "GET" || operation.security.length > 0) continue;
    const answer = await ask(operation, "");
    const told = schema[answer.status];
    if (told === undefined || operation.operationId === "openapi") continue;
    const value: unknown = await answer.json();
    expect(told.safeParse(value).data, operation.operationId).toEqual(value);
  }
});
