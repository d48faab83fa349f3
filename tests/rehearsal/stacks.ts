/** The stacks as `cdk deploy` would send them: made by the app itself, with the settings of `cdk.json` and the real build. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

// oxlint-disable-next-line typescript/no-explicit-any -- templates are JSON without a type
export type Json = any;

export interface Resource {
  Type: string;
  Properties: Record<string, Json>;
}

export interface Stack {
  name: string;
  resources: Record<string, Resource>;
  /** What it tells other stacks, by the name under which they ask. */
  exports: Record<string, Json>;
  /** The folders that are uploaded for it, by the name of the object that each becomes. */
  folders: Record<string, string>;
}

/** A function's name without what CDK puts after it. */
export const functionName = (id: string): string => id.replace(/Function[0-9A-F]{8}$/, "");

/** With the consultation that comes along, and with what a budget does. */
const OWN = { demonstration: "yes", budgetUsd: "25" };

const root = resolve(import.meta.dirname, "../..");
const readJson = async (path: string): Promise<Json> => JSON.parse(await readFile(path, "utf8"));

/** Synthesises in a process of its own; `remove` deletes what was made. */
export async function synthesise(): Promise<{ stacks: Stack[]; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "kenes-rehearsal-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const { context } = await readJson(join(root, "cdk.json"));
    await promisify(execFile)(process.execPath, ["infra/app.ts"], {
      cwd: root,
      env: {
        ...process.env,
        CDK_OUTDIR: folder,
        CDK_CONTEXT_JSON: JSON.stringify({ ...context, ...OWN }),
      },
    });
    const { artifacts } = await readJson(join(folder, "manifest.json"));
    const stacks = Object.entries<Json>(artifacts)
      .filter(([, { type }]) => type === "aws:cloudformation:stack")
      .map(([id, { properties }]) => readStack(folder, id, properties));
    return { stacks: await Promise.all(stacks), remove };
  } catch (failure) {
    await remove();
    throw failure;
  }
}

async function readStack(
  folder: string,
  id: string,
  { stackName, templateFile }: { stackName?: string; templateFile: string },
): Promise<Stack> {
  const { Resources, Outputs = {} } = await readJson(join(folder, templateFile));
  const { files } = await readJson(join(folder, `${id}.assets.json`));
  const outputs = Object.values<Json>(Outputs).filter(({ Export }) => Export !== undefined);
  const zipped = Object.entries<Json>(files).filter(([, { source }]) => source.packaging === "zip");
  return {
    name: stackName ?? id,
    resources: Object.fromEntries(
      Object.entries<Resource>(Resources).map(([name, one]) => [
        name,
        { ...one, Properties: one.Properties ?? {} },
      ]),
    ),
    exports: Object.fromEntries(outputs.map(({ Export, Value }) => [Export.Name, Value])),
    folders: Object.fromEntries(
      zipped.map(([hash, { source }]) => [`${hash}.zip`, join(folder, source.path)]),
    ),
  };
}
