/**
 * What each function of AWS is deployed with, and what its start costs: the processor's time until its module is loaded, in a
 * fresh process, with nothing there that it could reach. `npm run bench:start`
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { zipSync } from "fflate";
import { PARTS, type Parts } from "../../scripts/build/parts.ts";
import { count, median, report, say } from "./report.ts";

const STARTS = 11;
const MOST_MS = 150;
const MOST_BYTES = 400_000;

const folder = resolve(import.meta.dirname, "../../dist/functions");
const parts = JSON.parse(readFileSync(join(folder, PARTS), "utf8")) as Record<string, Parts>;

const zipped = (names: readonly string[]): number =>
  zipSync(Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))])), {
    level: 9,
  }).length;

const NOWHERE = "http://127.0.0.1:1";
const environment = {
  PATH: process.env["PATH"],
  AWS_REGION: "eu-central-1",
  AWS_ACCESS_KEY_ID: "none",
  AWS_SECRET_ACCESS_KEY: "none",
  AWS_MAX_ATTEMPTS: "1",
  AWS_ENDPOINT_URL: NOWHERE,
  ...Object.fromEntries(
    ["BALLOTS_TABLE", "MAIN_TABLE", "EPHEMERAL_TABLE", "FILES_BUCKET"].map((name) => [name, name]),
  ),
  SECRET_ID: "arn:aws:secretsmanager:eu-central-1:1:secret:none",
  SITE_SINCE: "0",
  SITE_ADDRESS: "https://kenes.example",
};

/** Milliseconds of the processor that loading a module takes; that it then reaches nothing is no matter. */
function loading(name: string): number {
  const module = JSON.stringify(join(folder, `${name}.mjs`));
  const script = `const begun = process.cpuUsage(); await import(${module}).catch(() => {});
    const { user, system } = process.cpuUsage(begun); console.log((user + system) / 1000); process.exit();`;
  const told = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    env: environment,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return Number(told);
}

for (const [name, { start, asked }] of Object.entries(parts)) {
  if (!name.startsWith("lambda/")) continue;
  const ms = median(Array.from({ length: STARTS }, () => loading(name)));
  const [first, all] = [zipped(start), zipped([...start, ...asked])];
  const isWeb = name === "lambda/web";
  const figures = `${ms.toFixed(0)} ms, ${count(all)} bytes`;
  if (isWeb) {
    report(
      `${name}: processor to load it, zipped`,
      figures,
      `${MOST_MS} ms, ${count(MOST_BYTES)}`,
      ms <= MOST_MS && all <= MOST_BYTES,
    );
  } else say(`${name}: ${figures}`);
  say(`  of it at the start: ${count(first)} bytes in ${start.length} files`);
}
