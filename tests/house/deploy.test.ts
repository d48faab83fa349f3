import { cp, glob, mkdir, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { Ajv } from "ajv";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import schema from "../cases/compose-spec.json" with { type: "json" };
import { built } from "../support/built.ts";
import { runTool } from "../support/tools.ts";

const root = resolve(import.meta.dirname, "../..");
const read = (file: string) => readFile(join(root, file), "utf8");

interface Service {
  image?: string;
  build?: { context: string; dockerfile: string };
  read_only?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  restart?: string;
  environment?: Record<string, string>;
  secrets?: string[];
  volumes?: string[];
  ports?: string[];
  networks?: string[] | Record<string, { ipv4_address?: string }>;
}
interface Compose {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean; ipam?: { config: { subnet: string }[] } } | null>;
  volumes: Record<string, unknown>;
  secrets: Record<string, { file: string }>;
}

const compose = parse(await read("deploy/compose.yaml"), { merge: true }) as Compose;

const faultsOf = (file: unknown): string[] => {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.validate({ ...schema, $schema: "http://json-schema.org/draft-07/schema#" }, file);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
};

test("the compose file is one, by the schema of the specification", () => {
  expect(faultsOf(compose)).toEqual([]);
  const { kenes, ...others } = compose.services;
  const broken = { ...compose, services: { ...others, kenes: { ...kenes, read_onyl: true } } };
  expect(faultsOf(broken)).not.toEqual([]);
});

test("every service runs with nothing that it does not need", () => {
  for (const [name, service] of Object.entries(compose.services)) {
    const { read_only, cap_drop, security_opt, restart } = service;
    expect([name, read_only, cap_drop, security_opt]).toEqual([
      name,
      true,
      ["ALL"],
      ["no-new-privileges:true"],
    ]);
    expect([name, restart]).toEqual([name, /-(init|volume)$/.test(name) ? "no" : "unless-stopped"]);
    // Exact, never "latest"; a digest where it is known.
    const { image = "" } = service;
    if (service.build === undefined) {
      expect(image).toMatch(/^[\w./-]+:\d+\.\d+[\w.-]*(@sha256:[0-9a-f]{64})?$/);
    }
  }
  const open = Object.entries(compose.services).filter(([, { ports }]) => ports !== undefined);
  expect(open.map(([name]) => name)).toEqual(["caddy"]);
  expect(compose.networks["inside"]?.internal).toBe(true);
});

test("what the services name is there", () => {
  for (const { volumes = [], secrets = [] } of Object.values(compose.services)) {
    for (const secret of secrets) expect(Object.keys(compose.secrets)).toContain(secret);
    for (const volume of volumes) {
      const [source = ""] = volume.split(":");
      if (!source.startsWith(".")) expect(Object.keys(compose.volumes)).toContain(source);
    }
  }
  const { kenes, caddy } = compose.services;
  for (const value of Object.values(kenes!.environment!)) {
    const [, secret] = /^\/run\/secrets\/(.*)$/.exec(value) ?? [];
    if (secret !== undefined) expect(kenes!.secrets).toContain(secret);
  }
  const { front } = caddy!.networks as Record<string, { ipv4_address?: string }>;
  expect(kenes!.environment!["TRUSTED_PROXY"]).toBe(front?.ipv4_address);
});

test("no secret stands in the files, and what holds them is not kept in the sources", async () => {
  expect((await read("deploy/.gitignore")).split("\n")).toEqual([".env", "secrets/", ""]);
  for (const { file } of Object.values(compose.secrets)) expect(file).toMatch(/^\.\/secrets\//);
  for (const { environment = {} } of Object.values(compose.services)) {
    for (const [name, value] of Object.entries(environment)) {
      if (/PASSWORD|SECRET|KEY/.test(name)) expect(value).toMatch(/^\/run\/secrets\//);
    }
  }
});

/** The instructions of the container file, each on one line, by the stage that they are of. */
async function stages(): Promise<[string, string][][]> {
  const text = (await read("deploy/Containerfile")).replaceAll(/^#.*\n/gm, "");
  const lines = text.replaceAll("\\\n", " ").split("\n").filter(Boolean);
  const all: [string, string][][] = [[]];
  for (const line of lines) {
    const [, word = "", rest = ""] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (word === "FROM") all.push([]);
    all.at(-1)!.push([word, rest]);
  }
  return all;
}

/** What a stage copies from the sources, and where to. */
const copied = (stage: [string, string][]): [string[], string][] =>
  stage
    .filter(([word, rest]) => word === "COPY" && !rest.startsWith("--from"))
    .map(([, rest]) => {
      const words = rest.split(/\s+/);
      return [words.slice(0, -1), words.at(-1)!];
    });

test("the container file names what is there, and does what package.json does", async () => {
  const [, build = [], last = []] = await stages();
  const allowed = (await read("deploy/Containerfile.dockerignore")).split("\n");
  for (const [files] of [...copied(build), ...copied(last)]) {
    for (const file of files) {
      await stat(join(root, file));
      expect(allowed).toContain(`!${file}`);
    }
  }
  const { scripts } = JSON.parse(await read("package.json")) as { scripts: Record<string, string> };
  for (const [word, rest] of build) {
    const [, script] = /npm run ([\w:-]+)/.exec(rest) ?? [];
    if (word === "RUN" && script !== undefined) expect(Object.keys(scripts)).toContain(script);
  }
  const of = (word: string) => last.find(([one]) => one === word)?.[1] ?? "";
  const started = [...JSON.parse(of("ENTRYPOINT")), ...JSON.parse(of("CMD"))].join(" ");
  expect(scripts["start"]!.endsWith(started)).toBe(true);
  expect(of("USER")).toBe("10001:10001");
  expect(of("HEALTHCHECK")).toContain("/health");
  expect(last.map(([word]) => word)).not.toContain("ADD");
  const { kenes } = compose.services;
  expect([kenes!.build!.context, basename(kenes!.build!.dockerfile)]).toEqual([
    "..",
    "Containerfile",
  ]);
});

test("what the container file copies is enough to run, without a single package", async () => {
  await built("functions/local/kenes.mjs");
  const [, , last = []] = await stages();
  const app = await mkdtemp(join(tmpdir(), "kenes-image-"));
  onTestFinished(() => rm(app, { recursive: true, force: true }));
  for (const [files, to] of [...copied(last), [["dist"], "dist"] as [string[], string]]) {
    for (const file of files) {
      const target = to.endsWith("/") ? join(app, to, basename(file)) : join(app, to);
      await mkdir(dirname(target), { recursive: true });
      await cp(join(root, file), target, { recursive: true });
    }
  }
  const env = { KENES_DATA: join(app, "none"), DYNAMODB_ENDPOINT: "", DYNAMODB_CREDENTIALS: "" };
  const version = await runTool(process.execPath, ["bin/kenes.mjs", "--version"], {
    folder: app,
    env,
  });
  expect([version.errors, version.status]).toEqual(["", 0]);
  // As far as a start comes without its database: to the one line that says so.
  const words = [...JSON.parse(last.find(([word]) => word === "CMD")![1])] as string[];
  const nowhere = {
    ...env,
    DYNAMODB_ENDPOINT: "http://127.0.0.1:1",
    DYNAMODB_CREDENTIALS: "environment",
    AWS_ACCESS_KEY_ID: "a",
    AWS_SECRET_ACCESS_KEY: "b",
    PORT: "0",
  };
  const started = await runTool(process.execPath, words, { folder: app, env: nowhere });
  expect([started.status, started.errors]).toEqual([
    1,
    "Kenes could not go on: the database at DYNAMODB_ENDPOINT (http://127.0.0.1:1): nobody listens there\n",
  ]);
});

test("the guide names every file of the folder, and README leads to it", async () => {
  const guide = await read("deploy/README.md");
  for await (const file of glob("deploy/*", { cwd: root })) {
    const name = basename(file);
    if (!/^(README\.md|Containerfile\.dockerignore)$/.test(name)) expect(guide).toContain(name);
  }
  expect(await read("README.md")).toContain("(deploy/README.md)");
});
