import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { getDraft } from "../../functions/store/drafts.ts";
import { listEntries } from "../../functions/store/log.ts";
import { getTeam } from "../../functions/store/teams.ts";
import { type StandIn, standIn } from "../support/aws.ts";
import { kenes } from "../support/kenes.ts";
import { signedIn } from "../support/signed-in.ts";
import { freshWorld, KAZAKHSTAN } from "../support/world.ts";

const { id: ID } = KAZAKHSTAN;
const SHIPPED = resolve(import.meta.dirname, "../../consultations/kazakhstan-2019.json");
const TABLE =
  "code,addressee,title.en,statement.en\nA1,A,Open the budget,Publish it each quarter.\n";

let services: Awaited<ReturnType<typeof freshWorld>>;
let env: Record<string, string>;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kenes-targets-"));
  services = await freshWorld();
  // The key is half of the name of the database.
  const { accessKeyId } = await services.db.client.config.credentials();
  env = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: "x", AWS_REGION: "kenes-local" };
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (words: readonly string[], more: { input?: string } = {}) =>
  kenes([...words, "--endpoint", inject("databaseEndpoint")], { env, folder, ...more });

describe("import", () => {
  const draft = (id: string) => getDraft(services.db, id);

  test("needs somebody who owns the draft, and says whom it may be", async () => {
    const words = ["import", SHIPPED, "--id", "imported-one"];
    const none = await run(words);
    expect([none.code, none.err]).toEqual([1, expect.stringContaining("kenes setup")]);
    const first = await signedIn(services, "Aliya");
    expect(await run(words)).toEqual({
      code: 0,
      out: "Draft imported-one is made, and Aliya owns it.\n",
      err: "",
    });
    expect((await draft("imported-one"))?.draft.fields["id"]).toBe("imported-one");
    expect((await getTeam(services.db, "imported-one")).members).toEqual({ [first.id]: "owner" });
    const [entry] = await listEntries(services.db, "imported-one");
    expect(entry).toMatchObject({ who: "Kenes", action: "draft-created" });
    expect((await run(words)).err).toBe(
      "there is a consultation or a draft imported-one already; choose another --id\n",
    );
    const second = await signedIn(services, "Berik");
    const which = await run(["import", SHIPPED, "--id", "imported-two"]);
    expect([which.code, which.err]).toEqual([1, expect.stringContaining("--owner")]);
    expect(which.err).toContain(`Berik (${second.id})`);
    expect(await draft("imported-two")).toBeUndefined();
  });

  test("a table is taken where its headings are sure, from standard input too", async () => {
    const owner = ["--owner", "Berik", "--json"];
    const made = await run(["import", "-", "--title", "Budget", ...owner], { input: TABLE });
    expect(JSON.parse(made.out)).toMatchObject({ draft: "budget", owner: { name: "Berik" } });
    const { fields } = (await draft("budget"))!.draft;
    expect(fields).toMatchObject({ "title.en": "Budget", recommendations: "1" });
    const unsure = await run(["import", "-", ...owner], { input: "a,b\nc,d\n" });
    expect([unsure.code, unsure.err]).toEqual([1, expect.stringContaining("headings")]);
    const twice = await run(["import", "-", ...owner], { input: `${TABLE}A1,A,Again,Again.\n` });
    expect([twice.code, twice.err]).toEqual([1, expect.stringContaining("A1")]);
  });

  test("--open publishes a whole definition, and nothing over another", async () => {
    const text = await readFile(SHIPPED, "utf8");
    const input = text.replace(`"${ID}"`, '"opened-at-once"');
    expect((await run(["import", "-", "--open"], { input })).code).toBe(0);
    expect((await run(["import", "-", "--open"], { input })).code).toBe(1);
    expect((await run(["import", SHIPPED, "--open"])).err).toContain("nothing was changed");
    const draftId = text.replace(`"${ID}"`, '"imported-one"');
    expect((await run(["import", "-", "--open"], { input: draftId })).code).toBe(1);
    const broken = await run(["import", "-", "--open"], { input: '{"id":"x"}' });
    expect([broken.code, broken.err]).toEqual([1, expect.stringContaining("/languages: missing")]);
    expect((await run(["import", "-", "--open"], { input: TABLE })).code).toBe(1);
    expect((await run(["import", SHIPPED, "--open", "--owner", "x"])).code).toBe(2);
    const empty = await run(["export", "opened-at-once"]);
    expect([empty.code, empty.err]).toEqual([1, "opened-at-once has no release yet\n"]);
  });
});

describe("any DynamoDB endpoint", () => {
  test("is worked on with the credentials of the environment, without a server", async () => {
    expect((await run(["recount", ID])).out).toContain("Tally and recount agree.");
    const released = await run(["release", ID, "--json"]);
    expect([released.code, JSON.parse(released.out)]).toMatchObject([0, { consultation: ID }]);
    const link = await run(["setup", "--url", "https://consult.example.org"]);
    // No secret is there, and none is made.
    expect([link.code, link.out, link.err]).toEqual([1, "", expect.stringContaining("secret")]);
    const { code, err } = await run(["simulate"]);
    expect([code, err]).toEqual([1, expect.stringContaining("on one machine alone")]);
  });

  test("that does not answer, or shows no tables to us, ends with 3", async () => {
    for (const words of [["recount", ID], ["check"], ["backup", "/tmp/never-made"]]) {
      const none = await kenes([...words, "--endpoint", "http://127.0.0.1:1"], { env });
      expect([words[0], none.code]).toEqual([words[0], 3]);
    }
    const other = { ...env, AWS_ACCESS_KEY_ID: "ANOTHER" };
    const endpoint = ["--endpoint", inject("databaseEndpoint")];
    const empty = await kenes(["recount", ID, ...endpoint], { env: other });
    expect([empty.code, empty.out]).toEqual([3, ""]);
    expect(empty.err).toMatch(/^no table main answers at .*\n$/);
    const tables = ["--tables", "ballots,other,ephemeral"];
    expect((await run(["recount", ID, ...tables])).err).toContain("no table other answers");
  });
});

describe("AWS, as far as it can be had here", () => {
  let aws: StandIn;
  beforeAll(async () => {
    aws = await standIn();
  });

  test("tables, bucket and secret are those that the environment names", async () => {
    const there = {
      ...env,
      BALLOTS_TABLE: "ballots",
      MAIN_TABLE: "main",
      EPHEMERAL_TABLE: "ephemeral",
      FILES_BUCKET: "files",
      SECRET_ID: "the-secret",
      AWS_ENDPOINT_URL_DYNAMODB: inject("databaseEndpoint"),
      AWS_ENDPOINT_URL_DYNAMODB_STREAMS: inject("databaseEndpoint"),
      AWS_ENDPOINT_URL_S3: aws.url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.url,
    };
    const invited = await kenes(["invite", ID, "2", "--aws"], { env: there });
    expect([invited.code, invited.out.split("\n")]).toMatchObject([0, { length: 3 }]);
    const setup = await kenes(["setup", "--aws", "--url", "https://x.example"], { env: there });
    expect(setup.out).toMatch(/^https:\/\/x\.example\/organise\/setup#/);
    const checked = await kenes(["check", "--aws"], { env: there });
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining("is sound")]);
    for (const name of ["BALLOTS_TABLE", "FILES_BUCKET"]) {
      const { code, err } = await kenes(["recount", ID, "--aws"], {
        env: { ...there, [name]: "" },
      });
      expect([code, err]).toEqual([2, expect.stringContaining(`lacks ${name}`)]);
    }
  });
});
