import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { expect, test } from "vitest";
import { readSettings, WrongSetting } from "../../infra/settings.ts";
import { settings as project } from "./synth.ts";

const read = (context: Record<string, unknown>) =>
  readSettings(new App({ context: { ...project.context, ...context } }).node);

const CERTIFICATE = "arn:aws:acm:us-east-1:111122223333:certificate/0a1b-2c";
const WEB_ACL = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/KenesFirewall/0a1b-2c";

test("without a word: what a new account can bear and what costs nothing that is not needed", () => {
  expect(read({})).toEqual({
    prefix: "Kenes",
    waf: false,
    kms: false,
    reserve: false,
    demonstration: false,
  });
});

test("each setting as it is meant, from the command or from a file", () => {
  const said = {
    prefix: "Kenes-2",
    domain: "consult.example.org",
    certificate: CERTIFICATE,
    operator: "Ministry of Ideas",
    operatorContact: "https://ideas.example/contact",
    alarmEmail: "on.call@ideas.example",
    budgetUsd: "25",
    waf: "yes",
    webAcl: WEB_ACL,
    kms: true,
    reserve: "no",
    writeCap: 2000,
    demonstration: "yes",
  };
  expect(read(said)).toEqual({
    ...said,
    budgetUsd: 25,
    waf: true,
    reserve: false,
    demonstration: true,
  });
  expect(read({ "@aws-cdk/core:anything": true, "availability-zones:x": ["a"] }).prefix).toBe(
    "Kenes",
  );
});

test.each<[Record<string, unknown>, string]>([
  [{ domian: "a.example" }, "-c domian=…: there is no such setting. Is domain meant?"],
  [{ alarm: "a@b.example" }, "-c alarm=…: there is no such setting. Is alarmEmail meant?"],
  [
    { colour: "red" },
    "-c colour=…: there is no such setting. There are prefix, domain, certificate, operator, operatorContact, alarmEmail, budgetUsd, waf, webAcl, kms, reserve, writeCap, demonstration.",
  ],
  [{ domain: "a.example" }, "-c domain=… needs -c certificate=… too: give both or neither."],
  [{ certificate: CERTIFICATE }, "-c certificate=… needs -c domain=… too: give both or neither."],
  [
    { operatorContact: "a@b.example" },
    "-c operatorContact=… needs -c operator=… too: whose address is it?",
  ],
  [
    { domain: "a.example", certificate: CERTIFICATE.replace("us-east-1", "eu-central-1") },
    "-c certificate=arn:aws:acm:eu-central-1:111122223333:certificate/0a1b-2c: this has to be the ARN of an ACM certificate in us-east-1, where CloudFront looks for it, and this one is in eu-central-1.",
  ],
  [
    { domain: "a.example", certificate: "0a1b-2c" },
    "-c certificate=0a1b-2c: this has to be the ARN of an ACM certificate in us-east-1, where CloudFront looks for it.",
  ],
  [
    { webAcl: WEB_ACL.replace("global", "regional") },
    `-c webAcl=${WEB_ACL.replace("global", "regional")}: this has to be the ARN of a web ACL for CloudFront in us-east-1, where CloudFront looks for it.`,
  ],
])("what is unknown or contradicts is one line that says what to do: %j", (context, line) => {
  expect(() => read(context)).toThrow(new WrongSetting(line));
});

test.each<[string, readonly unknown[]]>([
  ["prefix", ["", "1st", "-a", "a-", "a--b", "a_b", "кеңес", "a".repeat(25), "a", {}, null]],
  ["domain", ["", "https://a.example", "A.example", "localhost", "a.example/", "a..b", "-a.de", 7]],
  ["operator", ["", "  ", "x".repeat(201), "two\nlines"]],
  ["operatorContact", ["", "a.example", "http://a.example", "a@b", "https://"]],
  ["alarmEmail", ["", "a", "a@b", "a b@c.example", "a@b.example, c@d.example", true]],
  ["budgetUsd", ["", "0", "-5", "ten", "1e3", "12.50", "$25", "1000001", [], false]],
  ["writeCap", ["", "9", "40001", "many", "1_000"]],
  ["waf", ["", "ja", "1", "Yes", null]],
  ["kms", ["maybe", 1]],
  ["reserve", ["on"]],
  ["demonstration", ["kazakhstan-2019"]],
])("none of its kind is refused in one line that names it: %s", (name, values) => {
  const pair = { domain: "a.example", certificate: CERTIFICATE, operator: "A" };
  for (const value of values) {
    const failure = refusalOf({ ...pair, [name]: value });
    expect([value, failure?.message]).toEqual([
      value,
      expect.stringMatching(new RegExp(`^-c ${name}=[^]*: this has to be [^\n]+\\.$`)),
    ]);
    expect(failure).toBeInstanceOf(WrongSetting);
  }
});

test("the command says that line alone, and nothing is made", () => {
  const outdir = mkdtempSync(join(tmpdir(), "kenes-settings-"));
  try {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, "../../infra/app.ts")],
      {
        encoding: "utf8",
        env: {
          ...process.env,
          CDK_OUTDIR: outdir,
          CDK_CONTEXT_JSON: JSON.stringify({ ...project.context, budgetUsd: "ten" }),
        },
      },
    );
    expect([status, stdout, stderr]).toEqual([
      1,
      "",
      "-c budgetUsd=ten: this has to be a whole number from 1 to 1000000.\n",
    ]);
    expect(readdirSync(outdir)).toEqual([]);
  } finally {
    rmSync(outdir, { recursive: true });
  }
});

function refusalOf(context: Record<string, unknown>): Error | undefined {
  try {
    read(context);
    return undefined;
  } catch (failure) {
    return failure as Error;
  }
}
