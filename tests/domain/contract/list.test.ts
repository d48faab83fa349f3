import { describe, expect, test } from "vitest";
import { API } from "../../../domain/api.ts";
import { ballotSchema } from "../../../domain/ballot/ballot.ts";
import { definitionSchema } from "../../../domain/consultation/definition.ts";
import { DOCUMENTED } from "../../../domain/documented.ts";
import type { Endpoint } from "../../../domain/contract/endpoint.ts";
import { openApiDocument } from "../../../domain/contract/openapi.ts";
import { refusalsOf } from "../../../domain/contract/refusals.ts";
import { ORGANISING } from "../../../domain/contract/organising.ts";
import { ballotRequest, remarksRequest } from "../../../domain/contract/requests.ts";
import { schemasOf } from "../../../domain/contract/schemas.ts";
import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import { PROBLEMS } from "../../../domain/problem.ts";
import { remarksSchema } from "../../../domain/remark/remarks-schema.ts";
import { KAZAKHSTAN } from "../../support/world.ts";

const all = Object.entries(DOCUMENTED);

/** Bytes that are no text have no example. */
const isBinary = ({ mediaType = "" }: Endpoint) => /zip|openxml/.test(mediaType);

describe.each(all)("%s", (_, endpoint) => {
  const { method, public: isPublic, right, request, example, answers, mediaType } = endpoint;
  test("is public only where it reads and needs no right", () => {
    if (isPublic) expect([method, right]).toEqual(["GET", undefined]);
    else expect(right).toBeDefined();
  });

  test("has an example of whatever it takes and gives", () => {
    expect(example.request === undefined).toBe(request === undefined);
    const isEmpty =
      mediaType === undefined && Object.values(answers).every((schema) => schema === undefined);
    expect(example.answer === undefined).toBe(isEmpty || isBinary(endpoint));
  });
});

test("each method and path has one name, and each name is one", () => {
  const addresses = all.map(([, { method, path }]) => `${method} ${path}`);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(all).toHaveLength(Object.keys(API).length + Object.keys(ORGANISING).length);
  expect(Object.keys(ORGANISING)).toHaveLength(Object.keys(PROGRAM_API).length);
});

test("refusals come by status, each once", () => {
  for (const [, endpoint] of all) {
    const codes = refusalsOf(endpoint);
    expect(new Set(codes).size).toBe(codes.length);
    const statuses = codes.map((code) => PROBLEMS[code]);
    expect(statuses).toEqual(statuses.toSorted((a, b) => a - b));
  }
});

const withChannels = {
  ...KAZAKHSTAN,
  channels: [{ code: "radio", label: { en: "Radio", ru: "Радио", kk: "Радио" } }],
};
const shapeOf = (schema: unknown): string[] =>
  Object.keys((schema as { def: { shape: object } }).def.shape).toSorted();

describe("what is sent, of whatever consultation", () => {
  test("has the fields that each consultation's has", () => {
    expect(shapeOf(ballotRequest)).toEqual(shapeOf(ballotSchema(withChannels)));
    expect(shapeOf(remarksRequest)).toEqual(shapeOf(remarksSchema(KAZAKHSTAN)));
  });

  test("takes whatever that takes", () => {
    const codes = KAZAKHSTAN.recommendations.map(({ code }) => code);
    const ballot = {
      revision: 3,
      language: "kk",
      ratings: { W1: 5, K3: "no-opinion" },
      about: { [KAZAKHSTAN.about[0]!.code]: KAZAKHSTAN.about[0]!.options[0]!.code },
      first: ["W1"],
      positions: codes,
      invitation: "XXXX-XXXX-XXXX-XXXX",
      wording: 1,
      channel: "radio.x",
    };
    expect(ballotSchema(withChannels).safeParse(ballot).success).toBe(true);
    expect(ballotRequest.safeParse(ballot).data).toEqual(ballot);
    expect(ballotRequest.safeParse({ ...ballot, ratings: { W1: 6 } }).success).toBe(false);
    const remarks = {
      reasons: { K1: { text: "Why", publish: true } },
      suggestion: { text: "More", publish: false },
    };
    expect(remarksSchema(KAZAKHSTAN).safeParse(remarks).success).toBe(true);
    expect(remarksRequest.safeParse(remarks).data).toEqual(remarks);
  });
});

test("a definition in whatever languages has the form of one in its own", () => {
  expect(shapeOf(definitionSchema())).toEqual(shapeOf(definitionSchema(["en"])));
  expect(definitionSchema().safeParse(KAZAKHSTAN).data).toEqual(KAZAKHSTAN);
  const wrong = { ...KAZAKHSTAN, title: { Kazakh: "x" } };
  expect(definitionSchema().safeParse(wrong).success).toBe(false);
});

describe("schemas", () => {
  const { all: schemas } = schemasOf(DOCUMENTED);

  test("are open where they are answers, and closed where something is sent", () => {
    const closed = Object.entries(schemas)
      .filter(([, schema]) => JSON.stringify(schema).includes('"additionalProperties":false'))
      .map(([name]) => name);
    const sent = Object.keys(schemas).filter((name) => name.endsWith("Request"));
    expect(sent).toEqual(expect.arrayContaining(["PutBallotRequest", "ProgramStepRequest"]));
    expect(closed.toSorted()).toEqual(sent.toSorted());
  });

  test("say nothing about the numbers of JavaScript", () => {
    expect(JSON.stringify(schemas)).not.toContain(String(Number.MAX_SAFE_INTEGER));
  });
});

test("a second list joins, in other media types and with another right", () => {
  const more: Record<string, Endpoint> = {
    ...API,
    chart: {
      method: "GET",
      path: "/charts/:id.png",
      summary: "A picture.",
      public: true,
      tagged: true,
      mediaType: "image/png",
      answers: { 200: undefined },
      refusals: [],
      example: { answer: undefined },
    },
    act: {
      method: "POST",
      path: "/acts",
      summary: "Does something.",
      public: false,
      right: "key",
      answers: { 202: undefined },
      refusals: ["role-invalid"],
      example: {},
    },
  };
  const problems = Object.fromEntries(Object.keys(PROBLEMS).map((code) => [code, code])) as Record<
    keyof typeof PROBLEMS,
    string
  >;
  const told = { title: "x", description: "x", page: "/api", problems };
  expect(openApiDocument(more, told)).toMatchObject({
    paths: {
      "/charts/{id}.png": { get: { responses: { 200: { content: { "image/png": {} } } } } },
      "/acts": { post: { security: [{ key: [] }], responses: { 202: {}, 422: {} } } },
    },
    components: { securitySchemes: { receipt: {}, key: {} } },
  });
});
