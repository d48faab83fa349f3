import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findJava } from "../../functions/local/java.ts";
import { startDatabase } from "../../functions/local/start-database.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databaseEndpoint: string;
  }
}

/**
 * Java for short lives: a database of the tests ends before the code is hot that Java's second compiler
 * would make of it, and that compiler takes half of all the time that it runs; to verify Amazon's classes
 * again takes a sixth of what is left. Whoever sets the variable decides.
 */
process.env["JAVA_TOOL_OPTIONS"] ??= [
  "-XX:TieredStopAtLevel=1",
  "-XX:+UseSerialGC",
  "-XX:+UnlockDiagnosticVMOptions",
  "-XX:-BytecodeVerificationRemote",
].join(" ");

/** One DynamoDB Local in memory for all tests of a project; whoever needs one has a database of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const java = await findJava();
  if (!java.ok) throw new Error(java.message);
  const database = await startDatabase({
    folder: undefined,
    keeper: join(import.meta.dirname, "../../functions/local/keeper.ts"),
  });
  project.provide("databaseEndpoint", database.endpoint);
  return () => database.stop();
}
