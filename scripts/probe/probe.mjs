// Asks an installation from outside whether it works, with nothing but Node 18 or newer, for cron or any other watch:
//   node probe.mjs https://consult.example.org [--json] [--write CONSULTATION]
// One line for each thing that was looked at. Exits 0: all is well; 1: what is not stands in its line; 2: used wrongly.
// It sends a ballot only with --write, only where the consultation is a demonstration, and withdraws it.
import { createHash, randomBytes } from "node:crypto";
import { connect } from "node:tls";

const [words, options] = [[], {}];
for (let rest = process.argv.slice(2), one; (one = rest.shift()) !== undefined; ) {
  if (one === "--json") options.json = true;
  else if (one === "--write") options.write = rest.shift() ?? "";
  else words.push(one);
}
const base = /^https?:\/\/[^/]+\/?$/.test(words[0] ?? "") ? new URL(words[0]) : undefined;
if (base === undefined || words.length > 1 || options.write === "") {
  process.stderr.write("usage: node probe.mjs <address without a path> [--json] [--write <consultation>]\n");
  process.exit(2);
}

const [PATIENCE, MOST, DAYS_LEFT, HOUR] = [20_000, 50, 14, 3_600_000];
const PERIODS = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR };
const lines = []; // { name, state: "ok" | "warning" | "failed", detail }

/** Looks at one thing: what `look` says is told, what it throws is what is wrong. */
async function check(name, look) {
  try {
    const { warning, said = "" } = (await look()) ?? {};
    lines.push({ name, state: warning ? "warning" : "ok", detail: warning ?? said });
  } catch (error) {
    lines.push({ name, state: "failed", detail: `${error.message}${error.cause ? ` (${error.cause.message})` : ""}` });
  }
}
const fail = (why) => {
  throw new Error(why);
};

async function ask(path, { status = 200, ...more } = {}) {
  const answer = await fetch(new URL(path, base), { redirect: "manual", signal: AbortSignal.timeout(PATIENCE), ...more });
  const body = Buffer.from(await answer.arrayBuffer());
  if (status !== undefined && answer.status !== status) fail(`${path} answers ${answer.status} instead of ${status}`);
  return { status: answer.status, headers: answer.headers, body, json: () => JSON.parse(body.toString("utf8")) };
}

async function health() {
  const { status, json } = await ask("/health", { status: undefined });
  if (![200, 503].includes(status)) fail(`/health answers ${status}`);
  const { ok, checks } = json();
  const told = checks.filter((one) => !one.ok || ["read-only", "nearly-full"].includes(one.detail));
  const said = told.map(({ name, detail, since }) => `${name}: ${detail}${since ? ` since ${since}` : ""}`).join(", ");
  if (!ok || status !== 200) fail(said || `/health answers ${status}`);
  return said ? { warning: said } : { said: `${checks.length} checks` };
}

async function home() {
  const { headers, body } = await ask("/");
  if (!(headers.get("content-type") ?? "").startsWith("text/html") || !body.includes("<h1")) fail("no page comes");
  const wanted = { "content-security-policy": "default-src 'none'", "x-content-type-options": "nosniff" };
  if (base.protocol === "https:") wanted["strict-transport-security"] = "max-age=";
  wanted["referrer-policy"] = "no-referrer";
  const lost = Object.entries(wanted).filter(([name, part]) => !(headers.get(name) ?? "").includes(part));
  if (lost.length > 0) fail(`headers are missing: ${lost.map(([name]) => name).join(", ")}`);
  if (headers.get("set-cookie") !== null) fail("the page sets a cookie");
  return { said: `${body.length} bytes` };
}

/** The days for which the certificate still holds; one that does not fit ends the connection. */
const certificate = () =>
  new Promise((resolve, reject) => {
    const { hostname: host, port } = base;
    const socket = connect({ host, port: Number(port || 443), servername: host, timeout: PATIENCE }, () => {
      const days = Math.floor((Date.parse(socket.getPeerCertificate().valid_to) - Date.now()) / (24 * HOUR));
      socket.end();
      if (days < DAYS_LEFT) reject(new Error(`it ends in ${days} days`));
      else resolve({ said: `${days} days left` });
    });
    socket.once("timeout", () => socket.destroy(new Error("no answer in time"))).once("error", reject);
  });

/** The newest release: its page is there, its bytes are those of the list, it is as new as its schedule says. */
async function results({ id, state, release, opensAt, closesAt, links }) {
  const [now, closed] = [Date.now(), closesAt && Date.parse(closesAt)];
  await ask(new URL(links.results).pathname);
  const api = `/api/consultations/${encodeURIComponent(id)}`;
  if (state === "counting" && now - closed > HOUR) fail(`closed ${closesAt}, and the last release is not there`);
  if (release === undefined) {
    const { every } = (await ask(api)).json().release;
    const due = PERIODS[every] && opensAt && Date.parse(opensAt) + PERIODS[every] + HOUR;
    return due && now > due && !(closed && now > closed) ? fail("the first release is overdue") : { said: "no release yet" };
  }
  const { releases } = (await ask(`${api}/releases?limit=2`)).json();
  const [newest, before] = releases;
  const { body, json } = await ask(`${api}/releases/${newest.release}`);
  const found = createHash("sha256").update(body).digest("hex");
  if (found !== newest.hash) fail(`release ${newest.release} has the hash ${found}, in the list ${newest.hash}`);
  const { previous, rules } = json();
  if (before && previous !== before.hash) fail(`release ${newest.release} does not name the hash of release ${before.release}`);
  const { every, startsAt, releases: planned, turn } = rules.schedule;
  const next = Date.parse(startsAt) + (turn + 1) * PERIODS[every];
  if (turn + 1 < planned && now > next + HOUR && !(closed && now > closed)) {
    fail(`release ${newest.release} is of ${newest.releasedAt}; the next was due ${new Date(next).toISOString()}`);
  }
  return { said: `release ${newest.release} of ${newest.releasedAt}` };
}

/** A ballot saved, read back and withdrawn, where what is counted is made up all the same. */
async function write(id) {
  const path = `/api/consultations/${encodeURIComponent(id)}`;
  const definition = (await ask(path)).json();
  if (definition.release.every !== "demonstration") fail(`${id} is no demonstration: nothing was sent`);
  const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const receipt = [...randomBytes(20)].map((byte) => letters[byte % 32]).join("").replace(/(.{4})(?=.)/g, "$1-");
  const headers = { authorization: `Bearer ${receipt}`, "content-type": "application/json" };
  const ratings = { [definition.recommendations[0].code]: 3 };
  const body = JSON.stringify({ revision: 1, language: definition.languages[0], ratings });
  await ask(`${path}/ballot`, { method: "PUT", headers, body, status: 201 });
  const back = (await ask(`${path}/ballot`, { headers })).json();
  await ask(`${path}/ballot`, { method: "DELETE", headers, status: 204 });
  if (JSON.stringify(back.ratings) !== JSON.stringify(ratings)) fail("what is read back is not what was sent");
  return { said: "a ballot was saved, read back and withdrawn" };
}

await check("health", health);
await check("home", home);
if (base.protocol === "https:") await check("certificate", certificate);
let listed = [];
await check("api", async () => {
  listed = (await ask("/api/consultations")).json().consultations;
  return { said: `${listed.length} consultations` };
});
const begun = listed.filter(({ opensAt }) => !opensAt || Date.parse(opensAt) <= Date.now());
for (const one of begun.slice(0, MOST)) await check(`results ${one.id}`, () => results(one));
if (options.write) await check(`write ${options.write}`, () => write(options.write));

const ok = lines.every(({ state }) => state !== "failed");
const shown = lines.map(({ name, state, detail }) => `${state.padEnd(8)}${name}${detail ? `: ${detail}` : ""}\n`);
process.stdout.write(options.json ? `${JSON.stringify({ ok, address: base.origin, checks: lines }, null, 2)}\n` : shown.join(""));
process.exitCode = ok ? 0 : 1;
