import { beforeEach, describe, expect, test } from "vitest";
import { makeCodes } from "../../../functions/invitation/make.ts";
import { beginPiece } from "../../../functions/invitation/pieces.ts";
import type { Services } from "../../../functions/services.ts";
import { PART } from "../../../functions/store/add-invitations.ts";
import { countInvitations, unusedOfGroup } from "../../../functions/store/count-invitations.ts";
import { addGroup, getGroup, listGroups } from "../../../functions/store/invitation-groups.ts";
import { times } from "../../support/client.ts";
import { freshWorld } from "../../support/world.ts";
import { allOf, ID, newGroup, storedInvitations } from "./codes.ts";

let services: Services;
beforeEach(async () => {
  services = await freshWorld();
});

const unlabelled = (count: number) => times(count, () => undefined);

describe("making invitations", () => {
  test("10,000 are made, each stored once and each different", async () => {
    const { group, codes } = await newGroup(services, unlabelled(10_000));
    expect(new Set(codes.map(({ code }) => code)).size).toBe(10_000);
    expect(group).toMatchObject({ wanted: 10_000, made: 10_000 });
    const counted = await countInvitations(services.db, ID, [group]);
    expect(counted.all).toEqual({ made: 10_000, used: 0, revoked: 0 });
  });

  test("a failure in the middle leaves exactly what was handed out", async () => {
    let parts = 0;
    services.db.client.middlewareStack.add(
      (next) => async (args) => {
        if ("TransactItems" in (args.input as object) && (parts += 1) === 3) {
          throw Object.assign(new Error("gone"), { name: "InternalServerError" });
        }
        return next(args);
      },
      { step: "initialize" },
    );
    const group = { id: "0123456789abcdef", label: "Half", day: "2126-11-24" };
    await addGroup(services.db, ID, group, 500);
    const piece = (await beginPiece(services, ID, group.id, 0))!;
    parts = 0;
    const handedOut: string[] = [];
    const making = async () => {
      for await (const made of makeCodes(services, ID, { ...group, piece }, unlabelled(500))) {
        handedOut.push(...made.map(({ code }) => code));
      }
    };
    await expect(making()).rejects.toThrow("gone");
    expect(handedOut.length).toBe(2 * PART);
    const kept = (await getGroup(services.db, ID, group.id))!;
    expect(kept).toMatchObject({ wanted: 500, made: 0, unseen: 2 * PART });
    expect((await storedInvitations(services)).length).toBe(2 * PART);
    const counted = await countInvitations(services.db, ID, await listGroups(services.db, ID));
    expect(counted.groups.get(group.id)).toMatchObject({ made: 0, used: 0, revoked: 0 });
    expect(counted.all).toEqual({ made: 0, used: 0, revoked: 0 });
    expect((await unusedOfGroup(services.db, ID, kept)).length).toBe(2 * PART);
  });

  test("a code that is drawn twice is not stored twice: another one is drawn", async () => {
    const same = new Uint8Array(32);
    let draws = 0;
    const random = (length: number) =>
      length === 16 && (draws += 1) <= 3 ? same.subarray(0, length) : services.random(length);
    const first = await newGroup({ ...services, random }, ["A"]);
    const second = await newGroup({ ...services, random }, ["B"]);
    expect(second.codes[0]!.code).not.toBe(first.codes[0]!.code);
    expect(second.group.made).toBe(1);
    expect((await storedInvitations(services)).length).toBe(2);
  });

  test("nobody listening any more, nothing more is made", async () => {
    const group = { id: "0123456789abcdef", label: "Left", day: "2126-11-24" };
    await addGroup(services.db, ID, group, 1_000);
    const piece = (await beginPiece(services, ID, group.id, 0))!;
    const making = makeCodes(services, ID, { ...group, piece }, unlabelled(1_000));
    await making.next();
    await making.return(undefined);
    expect(await allOf(making)).toEqual([]);
    expect((await getGroup(services.db, ID, group.id))?.unseen).toBe(PART);
  });
});
