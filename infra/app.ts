/**
 * The AWS hosting: what must last (`KenesData`) apart from what can be made again (`KenesService`).
 * Makes no lookup and names no account or region: it synthesises anywhere, with or without a network. Settings of the
 * installation: `npx cdk deploy --all -c name=value` (docs/aws.md).
 */
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { WrongSetting } from "./settings.ts";
import { makeStacks } from "./stacks.ts";

try {
  makeStacks(new App(), {
    build: join(import.meta.dirname, "../dist"),
    deployment: new Date().toISOString(),
  });
} catch (failure) {
  if (!(failure instanceof WrongSetting)) throw failure;
  process.stderr.write(`${failure.message}\n`);
  process.exit(1);
}
