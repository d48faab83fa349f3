import { expect, test } from "vitest";
import { releaseText } from "../../../domain/release/release.ts";
import type { Release } from "../../../domain/release/schema.ts";
import {
  publicationFinding,
  releasesFinding,
} from "../../../functions/command/check/consultation.ts";
import { countingFinding, secretFinding } from "../../../functions/command/check/installation.ts";
import type { Target } from "../../../functions/command/target.ts";
import { known } from "../../../functions/memory/consultations.ts";
import { sha256 } from "../../../functions/secrets.ts";
import { putStop, savePass } from "../../../functions/store/counting.ts";
import { registerRelease, releaseFile } from "../../../functions/store/releases.ts";
import { NEW_LIFE } from "../../../domain/consultation/life.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { released } from "../../local/released.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

const KNOWN = known({ definition: KAZAKHSTAN as unknown as Consultation, life: NEW_LIFE });
const SEED = { ballots: 20, experts: 12, every: "week", turn: 1, weeks: 4, seed: 3 } as const;

/** A world with releases that are chained as is said: each names the hash that is made of the one before. */
async function withReleases(...chain: ((before: string | null) => Partial<Release>)[]) {
  const services = await freshWorld();
  const target = { services } as unknown as Target;
  let before: string | null = null;
  for (const [index, changed] of chain.entries()) {
    const release = { ...released(SEED), release: index + 1, previous: before, ...changed(before) };
    const text = releaseText(release);
    const hash = sha256(text);
    const number = index + 1;
    await services.files.write(
      releaseFile(KAZAKHSTAN.id, number, hash),
      new TextEncoder().encode(text),
      "application/json",
    );
    const { releasedAt } = release;
    const line = { number, releasedAt, hash, turn: number, final: false, counted: "" };
    await registerRelease(services.db, KAZAKHSTAN.id, line);
    before = hash;
  }
  return { services, target };
}
const asItIs = () => ({});

test("releases are whole and chained, or the first that is not is named", async () => {
  const { target } = await withReleases(asItIs, asItIs, asItIs);
  expect(await releasesFinding(target, KNOWN)).toMatchObject({
    ok: true,
    said: expect.stringContaining("1 to 3"),
  });
  const other = await withReleases(asItIs, asItIs, () => ({ previous: sha256("another") }));
  expect(await releasesFinding(other.target, KNOWN)).toMatchObject({
    ok: false,
    said: "the chain is broken before release 3",
  });
  const renumbered = await withReleases(asItIs, () => ({ release: 7 }));
  expect(await releasesFinding(renumbered.target, KNOWN)).toMatchObject({ ok: false });
  const none = await withReleases();
  expect(await releasesFinding(none.target, KNOWN)).toMatchObject({ ok: true, said: "none yet" });
});

test("a release whose file is gone, and a number that is missing", async () => {
  const { services, target } = await withReleases(asItIs);
  const line = { releasedAt: "2027-01-08T00:00:00Z", hash: sha256("gone"), turn: 3, final: false };
  await registerRelease(services.db, KAZAKHSTAN.id, { number: 3, counted: "", ...line });
  expect((await releasesFinding(target, KNOWN)).said).toBe("release 2 is missing");
  await registerRelease(services.db, KAZAKHSTAN.id, { number: 2, counted: "", ...line });
  const { ok, said } = await releasesFinding(target, KNOWN);
  expect([ok, said]).toEqual([false, expect.stringContaining("is gone")]);
});

test("publication that is stopped, counting that is silent, a secret that is not there", async () => {
  const { services, target } = await withReleases();
  const stop = { reason: "gap" as const, since: "2027-01-08T00:00:00Z", differences: [] };
  expect((await publicationFinding(target, KNOWN)).ok).toBe(true);
  await putStop(services.db, KAZAKHSTAN.id, stop);
  expect((await publicationFinding(target, KNOWN)).ok).toBe(false);
  expect(await countingFinding(target)).toMatchObject({ ok: true, said: "has not begun" });
  await savePass(services.db, new Date(Date.now() - 60_000));
  expect((await countingFinding(target)).ok).toBe(true);
  await savePass(services.db, new Date(Date.now() - 60 * 60_000));
  expect((await countingFinding(target)).ok).toBe(false);
  const secret = () => Promise.reject(new Error("cannot read secret (ENOENT)"));
  expect(await secretFinding({ ...target, secret })).toEqual({
    check: "secret",
    ok: false,
    said: "cannot read secret (ENOENT)",
  });
});
