// Checks the files of published results, with nothing but Node 20 or newer: node check.mjs (or: node check.mjs FOLDER).
// Four things: the package (every file is as datapackage.json says), the chain (every release names the fingerprint of
// the one before), the figures of the newest release (recompute.mjs, beside this, makes them again from its counts),
// the tables (each figure is that of the release). Exits 0: all agree; 1: names what differs; 2: something is missing.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { recompute } from "./recompute.mjs";
import { recomputeFlags } from "./recompute-flags.mjs";
const folder = process.argv[2] ?? fileURLToPath(new URL(".", import.meta.url));
const [said, missing, wrong] = [[], [], []]; // what was checked, what could not be, what differs
const isThere = (path) => existsSync(join(folder, path)) && statSync(join(folder, path)).isFile();
const read = (path) => readFileSync(join(folder, path)), sha256 = (b) => createHash("sha256").update(b).digest("hex");
const namesIn = (path) => (existsSync(join(folder, path)) ? readdirSync(join(folder, path)) : []);
const tables = namesIn(".").filter((name) => /^(results(\.[\w-]+)?|gaps|flags)\.csv$/.test(name));
const releases = namesIn("releases").flatMap((name) => Number(/^([1-9]\d*)\.json$/.exec(name)?.[1]) || []);
const many = (n, one, more) => `${n.toLocaleString("en")} ${n === 1 ? one : more}`;

/** A JSON file; `undefined` where it cannot be read, which is said. */
function readJson(path) {
  if (!isThere(path)) return void missing.push(`${path} is missing.`);
  try {
    return JSON.parse(read(path));
  } catch (error) {
    return void wrong.push(`${path} is no JSON: ${error.message}`);
  }
}

/** A CSV file (RFC 4180) as rows by the names of its columns. */
function readCsv(path) {
  const rows = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy;
  for (const [whole, text, end] of read(path).toString("utf8").replace(/^\uFEFF/, "").matchAll(cell)) {
    if (whole !== "" || rows.at(-1).length > 0) rows.at(-1).push(text.replace(/^"|"$/g, "").replaceAll('""', '"'));
    if (end !== "," && whole !== "") rows.push([]);
  }
  const [names, ...others] = rows.filter((row) => row.length > 0);
  return others.map((row) => Object.fromEntries(names.map((name, place) => [name, row[place] ?? ""])));
}

function checkPackage() {
  const { resources = [] } = readJson("datapackage.json") ?? {};
  for (const { path, bytes, hash } of resources) {
    if (!isThere(path)) missing.push(`${path} is missing; datapackage.json names it.`);
    else {
      const [found, size] = [`sha256:${sha256(read(path))}`, read(path).length];
      if (found !== hash) wrong.push(`${path}: its SHA-256 is ${found}, in datapackage.json ${hash}.`);
      if (size !== bytes) wrong.push(`${path}: it has ${size} bytes, in datapackage.json ${bytes}.`);
    }
  }
  for (const name of ["codebook.csv", ...tables, ...releases.map((number) => `releases/${number}.json`)])
    if (resources.every(({ path }) => path !== name)) missing.push(`${name} is not in datapackage.json.`);
  said.push(`Package: ${many(resources.length, "file", "files")} compared with size and SHA-256 in datapackage.json.`);
}

/** The newest release, after a look at the whole chain. */
function checkChain() {
  if (releases.length === 0) return void missing.push("There is no release in releases/.");
  const [oldest, newest] = [Math.min(...releases), Math.max(...releases)];
  let [before, release] = [oldest === 1 ? null : undefined, undefined];
  for (let number = oldest; number <= newest; number++) {
    const path = `releases/${number}.json`;
    release = readJson(path);
    if (release !== undefined && release.release !== number) wrong.push(`${path}: it says ${release.release}.`);
    if (release !== undefined && before !== undefined && release.previous !== before)
      wrong.push(`${path}: "previous" is ${release.previous}, the SHA-256 of the one before is ${before}.`);
    before = release && sha256(read(path));
  }
  said.push(`Chain: releases ${oldest} to ${newest}, each compared with the SHA-256 that the next one names.`);
  if (oldest > 1) said.push(`Those before release ${oldest} are not in this folder, and were not looked at.`);
  said.push(`SHA-256 of release ${newest}: ${before}. Compare it with the one on the page of the results.`);
  return release;
}

function checkFigures(release) {
  const found = recomputeFlags(release, recompute(release));
  wrong.push(...found.wrong.map((one) => `releases/${release.release}.json${one}.`));
  said.push(`Figures: ${many(found.right.length + found.wrong.length, "figure", "figures")} made again from counts.`);
}

/** A release with names instead of places: recommendations by code, segments by question:option. */
function byName(value) {
  if (Object(value) !== value) return value;
  const nameOf = (one, place) => one?.code ?? (one?.question ? `${one.question}:${one.option}` : place);
  const entries = Array.isArray(value) ? value.map((one, place) => [nameOf(one, place), one]) : Object.entries(value);
  return Object.fromEntries(entries.map(([name, one]) => [name, byName(one)]));
}
const valueAt = (release, steps) => steps.reduce((at, step) => at?.[step], release);

/** Why a figure is not shown, as the release says beside it: under its own name, or that of what it is a part of. */
function reasonAt(release, steps) {
  for (let at = steps.length - 1; at >= 0; at--) {
    const hidden = valueAt(release, [...steps.slice(0, at), "hidden"]) ?? {};
    for (let to = steps.length; to > at; to--) {
      const name = steps.slice(at, to).join("/").replace(/^measured$/, "rated"); // they are left out together
      if (name in hidden) return hidden[name];
    }
  }
}

function checkTable(file, columns, release, named) {
  const rows = readCsv(file);
  for (const [place, row] of rows.entries()) {
    const hidden = new Map(row.hidden?.split(" ").filter(Boolean).map((one) => one.split("=")));
    const compare = (column, found, should) =>
      found === should || wrong.push(`${file}, row ${place + 2}, ${column}: "${found}", in the release "${should}".`);
    for (const { column, path } of columns) {
      const [panels, groups = ""] = path.split(" | ");
      const template = (row.group ?? "all") === "all" ? panels : groups;
      const steps = template.replaceAll(/\{(\w+)\}/g, (_, name) => row[name]).split("/");
      const value = valueAt(named, steps) ?? "";
      compare(column, row[column], String(value));
      const reason = value === "" ? reasonAt(named, steps) : undefined;
      if ("hidden" in row) compare("hidden", `${column}=${hidden.get(column)}`, `${column}=${reason}`);
      hidden.delete(column);
    }
    if (hidden.size > 0) compare("hidden", [...hidden.keys()].join(" "), "");
  }
  const { recommendations: { length: of }, segments } = release;
  const wanted = of * ({ "gaps.csv": 1, "flags.csv": 2 }[file] ?? 2 + segments.length);
  const different = new Set(rows.map((one) => [one.code, one.panel, one.group, one.view].join(" "))).size;
  if (rows.length !== wanted || different !== wanted)
    wrong.push(`${file}: ${rows.length} rows, ${different} of them different, instead of ${wanted}.`);
  said.push(`Table ${file}: ${many(rows.length * columns.length, "cell", "cells")} compared with the release.`);
}

function checkTables(release) {
  for (const one of ["codebook.csv", "results.csv", "gaps.csv"]) if (!isThere(one)) missing.push(`${one} is missing.`);
  const codebook = isThere("codebook.csv") ? readCsv("codebook.csv").filter(({ path }) => path !== "") : [];
  for (const file of tables) {
    const own = codebook.filter((one) => one.file === file);
    const columns = own.length > 0 ? own : codebook.filter((one) => one.file === "results.csv");
    if (columns.length > 0) checkTable(file, columns, release, byName(release));
    else missing.push(`codebook.csv says of no column of ${file} where its figures are from.`);
  }
}

try {
  checkPackage();
  const release = checkChain();
  if (release?.method !== 2) missing.push(`The newest release is of method ${release?.method}; this checks method 2.`);
  else for (const check of [checkFigures, checkTables]) check(release);
} catch (error) {
  wrong.push(`A file is not of the form that it should have: ${error.message}.`);
}
for (const line of [...said, ...missing, ...wrong.slice(0, 100)]) process.stdout.write(`${line}\n`);
const result = wrong.length > 0 ? "DIFFERENT" : missing.length > 0 ? "INCOMPLETE" : "All agree";
process.stdout.write(`${result}: ${many(wrong.length, "difference", "differences")}, ${missing.length} missing.\n`);
process.exitCode = ["All agree", "DIFFERENT", "INCOMPLETE"].indexOf(result);
