import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { makeStacks } from "../../infra/stacks.ts";

/** What `cdk.json` tells the command and the app. */
export const settings = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../cdk.json"), "utf8"),
) as { app: string; notices: boolean; versionReporting: boolean; context: Record<string, unknown> };

/** What stands in for the build. */
const BUILT = [
  "functions/lambda/web.mjs",
  "functions/local/server.mjs",
  "functions/build/error-pages.mjs",
  "functions/lambda/web.mjs.map",
  "client/assets/rate.js",
  "client/errors/unavailable.html",
  "client/errors/too-many.html",
];

/** Settings that make everything that can be made. */
export const everything = {
  prefix: "Second",
  domain: "kenes.example",
  certificate: "arn:aws:acm:us-east-1:111122223333:certificate/kenes",
  operator: "Ministry of Ideas",
  operatorContact: "ask@kenes.example",
  alarmEmail: "on.call@kenes.example",
  budgetUsd: "25",
  waf: "yes",
  webAcl: "arn:aws:wafv2:us-east-1:111122223333:global/webacl/SecondFirewall/1",
  kms: "yes",
  reserve: "yes",
  writeCap: "2000",
  demonstration: "yes",
};

const made = new Map<string, ReturnType<typeof synthesise>>();

/** All stacks as CloudFormation gets them, with these settings; once for each, since it takes a second. */
export function synth(own: Record<string, unknown> = {}): ReturnType<typeof synthesise> {
  const key = JSON.stringify(own);
  const done = made.get(key) ?? synthesise(own);
  made.set(key, done);
  return done;
}

function synthesise(own: Record<string, unknown>) {
  const folder = mkdtempSync(join(tmpdir(), "kenes-infra-"));
  try {
    for (const path of BUILT) {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), "export {};\n");
    }
    // Each has one file here; the build says which it is made of.
    const parts = readdirSync(join(import.meta.dirname, "../../functions/lambda")).map((file) => {
      const name = `lambda/${file.replace(".ts", "")}`;
      return [name, { start: [`${name}.mjs`], asked: [] }];
    });
    writeFileSync(join(folder, "functions/parts.json"), JSON.stringify(Object.fromEntries(parts)));
    const context = { ...settings.context, ...own };
    const app = new App({ context, outdir: join(folder, "out") });
    const { data, service, firewall } = makeStacks(app, { build: folder, deployment: "the-first" });
    const assembly = app.synth();
    const asset = (name: string) =>
      readdirSync(join(folder, "out", `asset.${name.replace(".zip", "")}`), { recursive: true });
    const templates = {
      data: Template.fromStack(data),
      service: Template.fromStack(service),
      firewall: firewall && Template.fromStack(firewall),
    };
    const bundle = asset(
      resource(templates.service, "AWS::Lambda::Function", "WebFunction").Code.S3Key,
    );
    return { assembly, app, ...templates, bundle };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Properties of every resource of a type, by logical name. */
export function resources(template: Template, type: string): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(template.findResources(type)).map(([id, resource]) => [id, resource.Properties]),
  );
}

/** The one resource of a type whose logical name begins so. */
export function resource(template: Template, type: string, name: string): Json {
  const found = Object.entries(resources(template, type)).filter(([id]) => id.startsWith(name));
  if (found.length !== 1) throw new Error(`${found.length} resources of ${type} named ${name}`);
  return found[0]![1];
}

// oxlint-disable-next-line typescript/no-explicit-any -- templates are JSON without a type
export type Json = any;
