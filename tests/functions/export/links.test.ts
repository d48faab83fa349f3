import { beforeAll, describe, expect, test } from "vitest";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { createApp } from "../../../functions/app.ts";
import { bucketFiles } from "../../../functions/files/bucket.ts";
import { exportFile, exportPut, getExport } from "../../../functions/store/exports.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { putIf } from "../../../functions/store/put-if.ts";
import { newSignIn } from "../../support/signed-in.ts";
import { problemIn } from "../../support/organiser.ts";
import { startS3 } from "../../support/s3.ts";
import { freshEnd } from "./ended.ts";

let world: Awaited<ReturnType<typeof freshEnd>>;
let eva: Awaited<ReturnType<typeof world.person>>;
let ann: typeof eva;
const HERE = "links";
const OTHER = "links-elsewhere";

beforeAll(async () => {
  world = await freshEnd();
  for (const id of [HERE, OTHER]) await world.add(id);
  const roles = { [HERE]: "analyst", [OTHER]: "analyst" } as const;
  const who = await world.organiser("Eva", roles);
  ann = await world.person("Ann", HERE, "owner");
  eva = { ...(await world.person("Eve", HERE, "analyst")), id: who.id };
  for (const id of [HERE, OTHER]) await world.answer(id, 30);
  await world.close(HERE, OTHER);
  for (const id of [HERE, OTHER]) {
    const one = { ...who, ...(await newSignIn(world.services, who.id)) };
    await world.post(one, ORGANISE.askExport, { confirmed: "yes" }, id);
    await world.afterClosing(id);
  }
});

const session = async (id: string) => newSignIn(world.services, id);
type Session = Awaited<ReturnType<typeof session>>;
/** Presses "Download" in a session; where that leads. */
async function link({ cookie, token }: Session, id = HERE, part = "0"): Promise<string> {
  const answer = await world.app.request(
    organisePath(ORGANISE.downloadExport, { id, lang: "en" }),
    {
      method: "POST",
      headers: { Cookie: cookie, Origin: "http://localhost" },
      body: new URLSearchParams({ csrf: token, part }),
    },
  );
  expect(answer.status).toBe(303);
  return answer.headers.get("Location")!;
}
const follow = async (to: string, { cookie }: Session, app = world.app) =>
  app.request(to, { headers: { Cookie: cookie } });
const outcome = async (answer: Response) => [answer.status, problemIn(await answer.text())];
const REFUSED = [403, "export-link-refused"];

describe("a link to the files", () => {
  test("works once: whoever follows it again is refused, and told what to do", async () => {
    const one = await session(eva.id);
    const to = await link(one);
    const [first, second] = [await follow(to, one), await follow(to, one)];
    expect([first.status, first.headers.get("Content-Type")]).toEqual([200, "application/zip"]);
    await first.arrayBuffer();
    const page = await second.text();
    expect([second.status, problemIn(page)]).toEqual(REFUSED);
    expect(page).toContain("Press “Download” below again.");
    expect(page).toContain(organisePath(ORGANISE.downloadExport, { id: HERE }));
  });

  test("of two that follow it at once gives the file to one", async () => {
    const one = await session(eva.id);
    const to = await link(one);
    const answers = await Promise.all([follow(to, one), follow(to, one), follow(to, one)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403, 403]);
    for (const answer of answers) await answer.arrayBuffer();
  });

  test("is for its session alone, and is used up by whoever tries it", async () => {
    const [one, again, other] = [
      await session(eva.id),
      await session(eva.id),
      await session(ann.id),
    ];
    for (const who of [other, again]) {
      const to = await link(one);
      expect(await outcome(await follow(to, who))).toEqual(REFUSED);
      expect(await outcome(await follow(to, one))).toEqual(REFUSED);
    }
    // Without a session it leads to the page to sign in on, and stays good for the one it is for.
    const to = await link(one);
    expect((await world.app.request(to)).status).toBe(303);
    expect((await follow(to, one)).status).toBe(200);
  });

  test("counts for a minute, and for its consultation", async () => {
    const one = await session(eva.id);
    const [late, there] = [await link(one), await link(one, OTHER)];
    expect(await outcome(await follow(there.replace(OTHER, HERE), one))).toEqual(REFUSED);
    const before = world.clock.now;
    world.clock.now = new Date(before.getTime() + 60_000);
    expect(await outcome(await follow(late, one))).toEqual(REFUSED);
    world.clock.now = before;
    const inTime = await link(one);
    world.clock.now = new Date(before.getTime() + 59_999);
    expect((await follow(inTime, one)).status).toBe(200);
    world.clock.now = before;
  });

  test("that nobody made is none", async () => {
    const one = await session(eva.id);
    const path = organisePath(ORGANISE.exportFile, { id: HERE, lang: "en" });
    for (const token of ["", "&link=", "&link=x", `&link=${"A".repeat(32)}`, "&link=../x"]) {
      expect([token, await outcome(await follow(path + token, one))]).toEqual([token, REFUSED]);
    }
  });

  test("goes with its export", async () => {
    const one = await session(eva.id);
    const to = await link(one, OTHER);
    const { db } = world.services;
    const stored = await getExport(db, OTHER);
    await putIf(db, exportPut(db, OTHER, stored, { ...stored.request!, key: "another" }));
    expect(await outcome(await follow(to, one))).toEqual([410, "export-gone"]);
    const now = await getExport(db, OTHER);
    await putIf(db, exportPut(db, OTHER, now, stored.request));
  });

  test("stands in the log when bytes were handed out, and not before", async () => {
    const downloads = async () =>
      (await listEntries(world.services.db, OTHER)).filter(
        ({ action }) => action === "export-downloaded",
      );
    const one = await session(eva.id);
    const to = await link(one, OTHER);
    expect(await downloads()).toHaveLength(0);
    expect((await follow(to, one)).status).toBe(200);
    expect(await downloads()).toMatchObject([{ who: "Eva", after: { part: 0 } }]);
  });
});

test("where answers may not be large each piece has a link of its own, and together they are the file", async () => {
  const { services } = world;
  const { db, files } = services;
  const stored = await getExport(db, HERE);
  const { key, parts } = stored.request!;
  const one = await session(eva.id);
  const bytes = Buffer.from(await (await follow(await link(one), one)).arrayBuffer());
  const small = createApp({ ...services, mostAnswer: bytes.length - 1 });
  expect(parts.length).toBeGreaterThan(1);
  const page = await (
    await small.request(organisePath(ORGANISE.exportPage, { id: HERE, lang: "en" }), {
      headers: { Cookie: one.cookie },
    })
  ).text();
  expect(page).toContain(`cat ${HERE}-ballots.zip.* > ${HERE}-ballots.zip`);
  const pieces: Buffer[] = [];
  for (let part = 1; part <= parts.length; part++) {
    const made = await small.request(
      organisePath(ORGANISE.downloadExport, { id: HERE, lang: "en" }),
      {
        method: "POST",
        headers: { Cookie: one.cookie, Origin: "http://localhost" },
        body: new URLSearchParams({ csrf: one.token, part: String(part) }),
      },
    );
    const answer = await follow(made.headers.get("Location")!, one, small);
    expect(answer.headers.get("Content-Disposition")).toContain(`.zip.00${part}"`);
    pieces.push(Buffer.from(await answer.arrayBuffer()));
  }
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  // A piece that is gone although it was noted: the page says so, and the operators are told.
  await files.remove(exportFile(HERE, key, parts[0]!.file));
  expect(await outcome(await follow(await link(one), one))).toEqual([410, "export-gone"]);
  expect(services.logged.at(-1)).toMatchObject({ event: "export-file-lost", why: "missing" });
});

test("a bucket that answers 403 to a key that is gone is no failure of ours, and is told to the operators", async () => {
  const s3 = await startS3();
  s3.mayList = false;
  const { services } = world;
  const app = createApp({
    ...services,
    files: {
      ...bucketFiles("bucket", s3.client),
      read: (name) =>
        name.startsWith("exports/")
          ? bucketFiles("bucket", s3.client).read(name)
          : services.files.read(name),
    },
  });
  const one = await session(eva.id);
  expect(await outcome(await follow(await link(one, OTHER), one, app))).toEqual([
    410,
    "export-gone",
  ]);
  expect(services.logged.at(-1)).toMatchObject({
    event: "export-file-lost",
    why: "missing or denied",
  });
  await s3.stop();
});
