import { randomBytes } from "node:crypto";
import { access, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkSecret, mayMakeSecret, OtherSecret } from "../../../functions/jobs/secret-check.ts";
import { installationSecret } from "../../../functions/local/secret.ts";
import { loadInstallation } from "../../../functions/store/installation.ts";
import { freshWorld } from "../../support/world.ts";

/** An installation that was started once. */
async function started() {
  const world = await freshWorld();
  const folder = await mkdtemp(join(tmpdir(), "kenes-secret-"));
  const start = async (accepted?: string) => {
    const secret = await installationSecret(folder, () =>
      mayMakeSecret(world, accepted, (code) => `code ${code}`),
    );
    await checkSecret({ ...world, secret }, accepted, (code) => `code ${code}`);
    return secret;
  };
  const secret = await start();
  return { ...world, folder, file: join(folder, "secret"), start, secret };
}

const codeIn = (failure: unknown): string =>
  /code ([0-9a-f]{10})$/.exec((failure as Error).message)![1]!;

test("a secret that is gone is not made anew without a word, and is when somebody says so", async () => {
  const { file, start, secret, logged } = await started();
  expect(await start()).toEqual(secret);
  await rm(file);
  const refusal = await start().catch((failure: unknown) => failure);
  expect(refusal).toBeInstanceOf(OtherSecret);
  expect((refusal as Error).message).toContain("the secret is gone");
  await expect(access(file)).rejects.toThrow("ENOENT");
  const made = await start(codeIn(refusal));
  expect(made).not.toEqual(secret);
  expect(logged.map(({ event }) => event)).toEqual(["secret-made-anew", "secret-replaced"]);
  expect(await start()).toEqual(made);
});

test("another one in its place is refused, and the old one put back is not", async () => {
  const { db, secret, ...world } = await started();
  const check = (other: Uint8Array, accepted?: string) =>
    checkSecret({ ...world, db, secret: other }, accepted, (code) => `code ${code}`);
  const refusal = await check(randomBytes(32)).catch((failure: unknown) => failure);
  expect((refusal as Error).message).toContain("not the one that this database was used with");
  await check(secret);
  await expect(check(randomBytes(32), "0123456789")).rejects.toThrow(OtherSecret);
  await check(randomBytes(32), codeIn(refusal));
  await expect(check(secret)).rejects.toThrow(OtherSecret);
});

test("the fingerprint tells nothing of the secret", async () => {
  const { db, file } = await started();
  const { secret } = await loadInstallation(db);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(await readFile(file, "utf8")).not.toContain(secret);
});
