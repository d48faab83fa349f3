import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, inject, test } from "vitest";
import { clientConfig } from "../../functions/local/database.ts";
import { LOCAL_TABLES } from "../../functions/local/services.ts";
import { addConsultation } from "../../functions/store/consultations.ts";
import { loadStop } from "../../functions/store/counting.ts";
import { connect, type Database } from "../../functions/store/database.ts";
import { makeTables } from "../../functions/store/make-tables.ts";
import { markSimulated } from "../../functions/store/simulated.ts";
import { standIn } from "../support/aws.ts";
import { kenes } from "../support/kenes.ts";
import { freshWorld, KAZAKHSTAN } from "../support/world.ts";
import { newFolder } from "./installation.ts";

/* From one installation into the empty tables of another, and the way to AWS as far as it can be had here. */

const { id: ID } = KAZAKHSTAN;
const SECRET = "ab".repeat(32);
const ENDPOINT = ["--endpoint", inject("databaseEndpoint")];

async function environmentOf(db: Database) {
  const { accessKeyId } = await db.client.config.credentials();
  return { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: "x", AWS_REGION: "kenes-local" };
}

async function folderWithSecret(secret: string): Promise<string> {
  const folder = join(await newFolder(), "data");
  await mkdir(folder);
  await writeFile(join(folder, "secret"), secret);
  return folder;
}

/** Tables that a stack has just made. */
async function emptyTables(): Promise<Database> {
  const accessKeyId = randomBytes(16).toString("hex");
  const db = connect(
    LOCAL_TABLES,
    clientConfig({ endpoint: inject("databaseEndpoint"), accessKeyId }),
  );
  await makeTables(db.client, LOCAL_TABLES);
  return db;
}

const itemsOf = async ({ client, tables }: Database): Promise<string[]> => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tables.main }));
  return Items.map(({ pk, sk }) => `${pk?.S} ${sk?.S}`).toSorted();
};

describe("a backup", () => {
  test("fills empty tables, again after it was stopped, and nothing that holds anything else", async () => {
    const { db: old } = await freshWorld();
    await markSimulated(old, ID);
    const from = { folder: await folderWithSecret(SECRET), env: await environmentOf(old) };
    const backup = join(await newFolder(), "backup");
    expect(await kenes(["backup", backup, "--with-secret", ...ENDPOINT], from)).toMatchObject({
      code: 0,
    });
    const db = await emptyTables();
    const to = { folder: join(await newFolder(), "data"), env: await environmentOf(db) };
    await mkdir(to.folder);
    const restored = await kenes(["restore", backup, ...ENDPOINT], to);
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining("The tables hold") });
    expect((await readFile(join(to.folder, "secret"), "utf8")).trim()).toBe(SECRET);
    // Nothing is published before a recount.
    expect((await loadStop(db, ID))?.reason).toBe("gap");
    await addConsultation(db, { ...KAZAKHSTAN, id: "another" });
    const before = await itemsOf(db);
    const refused = await kenes(["restore", backup, ...ENDPOINT], to);
    expect([refused.code, refused.out]).toEqual([1, ""]);
    expect(refused.err).toMatch(/^main holds what is not in this backup; nothing was changed.*\n$/);
    expect(await itemsOf(db)).toEqual(before);

    const aws = await standIn();
    const there = await emptyTables();
    const env = {
      ...(await environmentOf(there)),
      BALLOTS_TABLE: "ballots",
      MAIN_TABLE: "main",
      EPHEMERAL_TABLE: "ephemeral",
      FILES_BUCKET: "files",
      SECRET_ID: "the-secret",
      AWS_ENDPOINT_URL_DYNAMODB: inject("databaseEndpoint"),
      AWS_ENDPOINT_URL_S3: aws.url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.url,
    };
    for (let time = 0; time < 2; time++) {
      expect(await kenes(["restore", backup, "--aws"], { env })).toMatchObject({ code: 0 });
    }
    const back = join(await newFolder(), "back");
    expect(await kenes(["backup", back, "--with-secret", "--aws"], { env })).toMatchObject({
      code: 0,
    });
    // The bytes are those that codes were made with, wherever they have been.
    expect(await readFile(join(back, "secret"), "utf8")).toBe(SECRET);
    const rewound = ["rewind", "2026-11-29T03:15:00Z", "--aws", "--dry-run"];
    expect((await kenes(rewound, { env })).out.split("\n")[1]).toBe(
      "aws dynamodb restore-table-to-point-in-time --source-table-name main --target-table-name main-20261129T031500Z --restore-date-time 2026-11-29T03:15:00.000Z",
    );
  });
});
