import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { afterAll } from "vitest";
import { DataStack } from "../../infra/data-stack.ts";
import { ServiceStack } from "../../infra/service-stack.ts";

/** What `cdk.json` tells the command and the app. */
export const settings = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../cdk.json"), "utf8"),
) as { app: string; notices: boolean; versionReporting: boolean; context: Record<string, unknown> };

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Both stacks as CloudFormation gets them, made from a folder that stands in for `dist/`. */
export function synth(
  own: { domain?: string; certificate?: string; alarmEmail?: string; budgetUsd?: number } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "kenes-infra-"));
  folders.push(folder);
  for (const path of [
    "functions/lambda/web.mjs",
    "functions/local/server.mjs",
    "functions/lambda/web.mjs.map",
    "client/rate.js",
  ]) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), "export {};\n");
  }
  const app = new App({ context: settings.context, outdir: join(folder, "out") });
  const data = new DataStack(app, "KenesData");
  const service = new ServiceStack(app, "KenesService", {
    data,
    functionsFolder: join(folder, "functions"),
    assetsFolder: join(folder, "client"),
    ...own,
  });
  const assembly = app.synth();
  return {
    assembly,
    data: Template.fromStack(data),
    service: Template.fromStack(service),
  };
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
