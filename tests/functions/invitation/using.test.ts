import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import { reissueCodes, revokeCodes } from "../../../functions/invitation/reissue.ts";
import { invitationHash } from "../../../functions/secrets.ts";
import { beginPiece, seen } from "../../../functions/invitation/pieces.ts";
import type { Services } from "../../../functions/services.ts";
import { revocationOf } from "../../../functions/store/change-invitations.ts";
import { countInvitations, unusedOfGroup } from "../../../functions/store/count-invitations.ts";
import { listGroups, type StoredGroup } from "../../../functions/store/invitation-groups.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { clientOf, goodBallot, newReceipt, problemOf, times } from "../../support/client.ts";
import { freshWorld } from "../../support/world.ts";
import { allOf, ID, newGroup, storedInvitations } from "./codes.ts";

/** A new piece of a group, into which codes come that replace others. */
async function into({ id, turn = 0 }: StoredGroup) {
  const piece = (await beginPiece(services, ID, id, turn))!;
  return { group: id, piece, round: piece };
}

let services: Services;
let client: ReturnType<typeof clientOf>;
let at = new Date("2126-11-24T12:00:00Z");

beforeAll(async () => {
  services = { ...(await freshWorld()), now: () => at };
  client = clientOf(createApp(services));
});

const use = (code: string) => client.put(newReceipt(), goodBallot({ invitation: code }));
const revoke = (code: string) =>
  writeAll(services.db, [revocationOf(services.db, ID, hashOf(code))]);
const hashOf = (code: string) => invitationHash(services.secret, ID, code);
const REFUSED = { status: 403, title: "invitation-refused" };

describe("an invitation", () => {
  test("can be used to the end of its last day, and not a moment longer", async () => {
    const { codes } = await newGroup(
      services,
      times(2, () => undefined),
      { expires: "2126-11-24" },
    );
    // By the clocks of Kazakhstan.
    at = new Date("2126-11-24T18:59:59Z");
    expect((await use(codes[0]!.code)).status).toBe(201);
    at = new Date("2126-11-24T19:00:00Z");
    expect(await problemOf(await use(codes[1]!.code))).toEqual(REFUSED);
  });

  test("keeps nothing but that it was used: no group, label or day", async () => {
    const { codes } = await newGroup(services, ["Aigerim S."], { expires: "2127-01-01" });
    expect((await use(codes[0]!.code)).status).toBe(201);
    const sk = `INVITATION#${hashOf(codes[0]!.code)}`;
    const item = (await storedInvitations(services)).find((one) => one["sk"]?.S === sk);
    expect(item).toEqual({ pk: { S: `C#${ID}` }, sk: { S: sk }, used: { BOOL: true } });
    const { Items } = await services.db.client.send(
      new ScanCommand({ TableName: services.db.tables.ballots, ConsistentRead: true }),
    );
    expect(JSON.stringify(Items)).not.toContain("Aigerim");
  });

  test("is stored without its code and without a time finer than a day", async () => {
    const { codes } = await newGroup(services, ["A", "B"]);
    const kept = JSON.stringify([
      await storedInvitations(services),
      await listGroups(services.db, ID),
    ]);
    for (const { code } of codes) expect(kept).not.toContain(code.slice(0, 9));
    expect(kept).not.toMatch(/\d\dT\d\d|\d\d:\d\d/);
  });

  test("that was revoked is refused, like one that never was", async () => {
    const { codes } = await newGroup(services, ["A"]);
    expect(await revoke(codes[0]!.code)).toBe(true);
    const unknown = await use("0000-0000-0000-0000");
    const revoked = await use(codes[0]!.code);
    expect(await revoked.text()).toBe(await unknown.text());
    expect([unknown.status, revoked.status]).toEqual([403, 403]);
  });

  test("that was used cannot be revoked, nor replaced, nor used again", async () => {
    const { group, codes } = await newGroup(services, ["A"]);
    const old = await unusedOfGroup(services.db, ID, group);
    await use(codes[0]!.code);
    expect(await revoke(codes[0]!.code)).toBe(false);
    await revokeCodes(services, ID, old);
    expect(await allOf(reissueCodes(services, ID, old, undefined, await into(group)))).toEqual([]);
    const sk = `INVITATION#${hashOf(codes[0]!.code)}`;
    const item = (await storedInvitations(services)).find((one) => one["sk"]?.S === sk);
    expect(item?.["used"]).toEqual({ BOOL: true });
    expect(item?.["revoked"]).toBeUndefined();
    expect(await problemOf(await use(codes[0]!.code))).toEqual(REFUSED);
  });

  test("used and revoked at the same moment is one of the two", async () => {
    const { codes } = await newGroup(
      services,
      times(20, () => undefined),
    );
    for (const { code } of codes) {
      const [answer, revoked] = await Promise.all([
        use(code),
        revoke(code).catch(() => "conflict"),
      ]);
      if (revoked === true) expect(answer.status).not.toBe(201);
      else expect([201, 503]).toContain(answer.status);
    }
  });
});

describe("a group", () => {
  test("is reissued where nobody answered: old codes no longer work, labels go along", async () => {
    const { group, codes } = await newGroup(services, ["A", "B", "C"]);
    await use(codes[1]!.code);
    const old = await unusedOfGroup(services.db, ID, group);
    const renewed = await allOf(reissueCodes(services, ID, old, "2127-02-01", await into(group)));
    expect(renewed.map(({ label }) => label).toSorted()).toEqual(["A", "C"]);
    for (const { code } of [codes[0]!, codes[2]!]) {
      expect(await problemOf(await use(code))).toEqual(REFUSED);
    }
    for (const { code } of renewed) expect((await use(code)).status).toBe(201);
  });

  test("counts made, used and revoked right through all of it", async () => {
    const { group, codes } = await newGroup(services, times(12, String));
    const before = await countInvitations(services.db, ID, await listGroups(services.db, ID));
    await use(codes[0]!.code);
    await use(codes[1]!.code);
    await revoke(codes[2]!.code);
    const [one] = await unusedOfGroup(services.db, ID, group, "5");
    await allOf(reissueCodes(services, ID, [one!], undefined, await into(group)));
    const open = await listGroups(services.db, ID);
    const meanwhile = await countInvitations(services.db, ID, open);
    expect(meanwhile.groups.get(group.id)).toMatchObject({ made: 11, used: 2, revoked: 1 });
    await seen(
      services,
      ID,
      open.find(({ id }) => id === group.id)!,
    );
    const counted = await countInvitations(services.db, ID, await listGroups(services.db, ID));
    expect(counted.groups.get(group.id)).toMatchObject({ made: 12, used: 2, revoked: 1 });
    expect(counted.all).toEqual({
      made: before.all.made,
      used: before.all.used + 2,
      revoked: before.all.revoked + 1,
    });
  });
});
