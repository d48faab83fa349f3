import { describe, expect, test } from "vitest";
import {
  type BallotBody,
  ballotContent,
  ballotSchema,
  canonicalContent,
  readBallot,
} from "../../../domain/ballot/ballot.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { readConsultation } from "../../../domain/consultation/read-definition.ts";
import { definition, shippedFile } from "../consultation/definition.ts";

const catalogue = definition();
const codes = catalogue.recommendations.map((one) => one.code);
const schema = ballotSchema(catalogue);
const read = (value: unknown) => readBallot(schema, value);
const small = { revision: 1, language: "kk", ratings: { W1: 5 } } as const;

/** A ballot that says everything that can be said. */
const fullBallot = ({ recommendations, about }: Consultation): BallotBody => ({
  revision: 7,
  language: "ru",
  ratings: Object.fromEntries(
    recommendations.map(({ code }, index) => [
      code,
      ([1, 2, 3, 4, 5, "no-opinion"] as const)[index % 6]!,
    ]),
  ),
  about: Object.fromEntries(
    about.map(({ code, options }, index) => [
      code,
      index === 0 ? "prefer-not-to-say" : options.at(-1)!.code,
    ]),
  ),
  first: recommendations.slice(0, 3).map((one) => one.code),
  positions: recommendations.map((one) => one.code).toReversed(),
  invitation: "0000-0000-0000-0000",
});

describe("a ballot is accepted", () => {
  test("when it says everything", () => {
    expect(read(fullBallot(catalogue))).toEqual({ ballot: fullBallot(catalogue) });
  });

  test("when it says everything in the consultation that the project ships", async () => {
    const shipped = readConsultation(JSON.parse(await shippedFile()));
    if ("faults" in shipped) throw new Error(JSON.stringify(shipped.faults));
    const ballot = fullBallot(shipped.consultation);
    expect(readBallot(ballotSchema(shipped.consultation), ballot)).toEqual({ ballot });
  });

  test.each<[string, object]>([
    ["one rating", {}],
    ["one no opinion", { ratings: { K14: "no-opinion" } }],
    ["the highest revision", { revision: 1_000_000 }],
    ["nothing about oneself", { about: {} }],
    ["no first choice", { first: [] }],
    ["an invitation in spaced-out writing", { invitation: "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0" }],
  ])("with %s", (_, change) => {
    expect(read({ ...small, ...change })).toEqual({ ballot: { ...small, ...change } });
  });
});

describe("a ballot is refused", () => {
  const shortOrder = codes.slice(1);
  test.each<[string, string, object]>([
    ["/revision", "missing", { revision: undefined }],
    ["/revision", "out-of-range", { revision: 0 }],
    ["/revision", "out-of-range", { revision: -1 }],
    ["/revision", "out-of-range", { revision: 1_000_001 }],
    ["/revision", "wrong-type", { revision: 1.5 }],
    ["/revision", "wrong-type", { revision: "1" }],
    ["/revision", "wrong-type", { revision: Infinity }],
    ["/revision", "wrong-type", { revision: null }],
    ["/language", "missing", { language: undefined }],
    ["/language", "not-allowed", { language: "de" }],
    ["/language", "not-allowed", { language: ["kk"] }],
    ["/ratings", "missing", { ratings: undefined }],
    ["/ratings", "wrong-type", { ratings: [] }],
    ["/ratings", "wrong-type", { ratings: "5-n" }],
    ["/ratings", "not-allowed", { ratings: {} }],
    ["/ratings/W5", "unknown", { ratings: { W1: 5, W5: 1 } }],
    ["/ratings/w1", "unknown", { ratings: { W1: 5, w1: 1 } }],
    ["/ratings/constructor", "unknown", { ratings: { W1: 5, constructor: 1 } }],
    ["/ratings/W1", "not-allowed", { ratings: { W1: 0 } }],
    ["/ratings/W1", "not-allowed", { ratings: { W1: 6 } }],
    ["/ratings/W1", "not-allowed", { ratings: { W1: 4.5 } }],
    ["/ratings/W1", "not-allowed", { ratings: { W1: 1e308 } }],
    ["/ratings/W1", "not-allowed", { ratings: { W1: "5" } }],
    ["/ratings/W1", "not-allowed", { ratings: { W1: "skipped" } }],
    ["/ratings/W1", "not-allowed", { ratings: { W1: null } }],
    ["/ratings/W1", "not-allowed", { ratings: { W1: [5] } }],
    ["/about", "wrong-type", { about: "north" }],
    ["/about/gender", "unknown", { about: { gender: "x" } }],
    ["/about/constructor", "unknown", { about: { constructor: "north" } }],
    ["/about/region", "not-allowed", { about: { region: "west" } }],
    ["/about/region", "not-allowed", { about: { region: "under-30" } }],
    ["/about/region", "not-allowed", { about: { region: "" } }],
    ["/first", "out-of-range", { first: codes.slice(0, 4) }],
    ["/first", "not-allowed", { first: ["W1", "W1"] }],
    ["/first/1", "not-allowed", { first: ["W1", "X1"] }],
    ["/first", "wrong-type", { first: "W1" }],
    ["/positions", "not-allowed", { positions: shortOrder }],
    ["/positions", "not-allowed", { positions: [...shortOrder, shortOrder[0]] }],
    ["/positions", "not-allowed", { positions: [] }],
    ["/positions/0", "not-allowed", { positions: ["X1", ...shortOrder] }],
    ["/invitation", "out-of-range", { invitation: "" }],
    ["/invitation", "out-of-range", { invitation: "0".repeat(15) }],
    ["/invitation", "out-of-range", { invitation: "0".repeat(65) }],
    ["/invitation", "wrong-type", { invitation: 1 }],
    ["/panel", "unknown", { panel: "expert" }],
    ["/simulated", "unknown", { simulated: true }],
    ["/constructor", "unknown", { constructor: 1 }],
  ])("at %s as %s: %j", (pointer, fault, change) => {
    expect(read({ ...small, ...change })).toEqual({ faults: [{ pointer, fault }] });
  });

  test.each([
    [
      "/__proto__",
      '{"revision":1,"language":"kk","ratings":{"W1":5},"__proto__":{"panel":"expert"}}',
    ],
    [
      "/ratings/__proto__",
      '{"revision":1,"language":"kk","ratings":{"W1":5,"__proto__":{"W2":5}}}',
    ],
    [
      "/about/__proto__",
      '{"revision":1,"language":"kk","ratings":{"W1":5},"about":{"__proto__":{"region":"north"}}}',
    ],
  ])("with a prototype in it, at %s", (pointer, text) => {
    expect(read(JSON.parse(text))).toEqual({ faults: [{ pointer, fault: "unknown" }] });
  });

  test.each([[null], [1], ["x"], [[small]]])("at its root when it is %j", (value) => {
    expect(read(value)).toEqual({ faults: [{ pointer: "", fault: "wrong-type" }] });
  });

  test("with every fault named, not only the first", () => {
    const outcome = read({ revision: 0, language: "xx", ratings: { W1: 9, W2: 5 }, extra: 1 });
    const pointers = "faults" in outcome ? outcome.faults.map((one) => one.pointer) : [];
    expect(pointers.toSorted()).toEqual(["/extra", "/language", "/ratings/W1", "/revision"]);
  });
});

describe("what is counted of a ballot", () => {
  const body = fullBallot(catalogue);

  test("is its packed ratings and what it said, without revision and invitation", () => {
    expect(ballotContent(catalogue, body, "expert")).toEqual({
      panel: "expert",
      language: "ru",
      ratings: "12345n12345n12345n",
      about: body.about,
      first: body.first,
      positions: body.positions,
    });
    expect(ballotContent(catalogue, small, "public")).toEqual({
      panel: "public",
      language: "kk",
      ratings: `5${"-".repeat(17)}`,
      about: {},
      first: [],
      positions: [],
    });
  });

  test("has one line, the same for the same content in another order", () => {
    const content = ballotContent(catalogue, body, "public");
    const about = Object.fromEntries(Object.entries(content.about).toReversed());
    const same = { ...content, about, first: content.first.toReversed() };
    expect(canonicalContent(same)).toBe(canonicalContent(content));
  });

  test("has another line for any other content", () => {
    const content = ballotContent(catalogue, body, "public");
    const others = [
      content,
      { ...content, panel: "expert" as const },
      { ...content, language: "en" as const },
      { ...content, ratings: content.ratings.replace("n", "-") },
      { ...content, about: {} },
      { ...content, first: [] },
      { ...content, positions: content.positions.toReversed() },
    ];
    expect(new Set(others.map(canonicalContent)).size).toBe(others.length);
  });
});
