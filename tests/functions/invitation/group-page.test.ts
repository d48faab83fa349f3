import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import type { Services } from "../../../functions/services.ts";
import { clientOf, goodBallot, newReceipt, times } from "../../support/client.ts";
import { freshWorld } from "../../support/world.ts";
import { newGroup } from "./codes.ts";
import { signedIn } from "./console.ts";

let services: Services;
let organiser: Awaited<ReturnType<typeof signedIn>>;
let at: Date;

beforeEach(async () => {
  // Long to come: the database itself takes away sessions that have expired.
  at = new Date("2126-11-24T12:00:00Z");
  services = { ...(await freshWorld()), now: () => at };
  organiser = await signedIn(services, "moderator");
});

const use = (code: string) =>
  clientOf(organiser.app).put(newReceipt(), goodBallot({ invitation: code }));

describe("the page of a group", () => {
  test("tells nothing of fewer than ten codes, and rounds the rest", async () => {
    const small = await newGroup(
      services,
      times(9, () => undefined),
    );
    const large = await newGroup(
      services,
      times(24, () => undefined),
    );
    for (const { code } of small.codes.slice(0, 8)) await use(code);
    const page = async (id: string) =>
      (await organiser.get(ORGANISE.invitationGroup, `&group=${id}`)).text();
    expect(await page(small.group.id)).toContain("9 codes, how many were used is not told");
    expect(await page(large.group.id)).toContain("24 codes, fewer than 10 used");
    for (const { code } of large.codes.slice(0, 12)) await use(code);
    expect(await page(large.group.id)).toContain("24 codes, about 10 used");
    const all = await (await organiser.get(ORGANISE.invitations)).text();
    expect(all).toContain("33 codes, about 20 used");
  });

  test("revokes one by its label, another by its code; the log names neither", async () => {
    const { group, codes } = await newGroup(services, ["Ерлан", "Dana"]);
    for (const which of ["Ерлан", codes[1]!.code.toLowerCase()]) {
      const answer = await organiser.post(ORGANISE.revokeInvitations, { group: group.id, which });
      expect([answer.status, answer.headers.get("Location")]).toEqual([
        303,
        expect.stringContaining("done=code-revoked."),
      ]);
    }
    for (const { code } of codes) expect((await use(code)).status).toBe(403);
    const { Items = [] } = await services.db.client.send(
      new ScanCommand({ TableName: services.db.tables.main, ConsistentRead: true }),
    );
    const log = JSON.stringify(Items.filter((item) => item["sk"]?.S?.startsWith("LOG#")));
    expect(log).toContain("invitation-revoked");
    for (const told of ["Ерлан", "Dana", codes[0]!.code.slice(0, 9)]) {
      expect(log).not.toContain(told);
    }
  });

  test("answers alike for a used, a revoked and an unknown code", async () => {
    const { group, codes } = await newGroup(services, ["A", "B", "C"]);
    await use(codes[0]!.code);
    const revoke = (which: string) =>
      organiser.post(ORGANISE.revokeInvitations, { group: group.id, which });
    await revoke("B");
    const answers = await Promise.all(
      ["A", "B", "nobody", codes[0]!.code, "", "0000-0000-0000-0000"].map(revoke),
    );
    expect(answers.map(({ status }) => status)).toEqual(times(6, () => 409));
    expect(new Set(await Promise.all(answers.map((one) => one.text()))).size).toBe(1);
  });

  test("replaces one, and all that are unused, until another day", async () => {
    const { group, codes } = await newGroup(services, ["A", "B", "C"], { expires: "2126-11-24" });
    await use(codes[0]!.code);
    const one = await organiser.post(ORGANISE.replaceInvitations, { group: group.id, which: "B" });
    expect((await one.text()).match(/class="invitation-card"/g)?.length).toBe(1);
    expect((await use(codes[1]!.code)).status).toBe(403);
    at = new Date("2126-11-26T12:00:00Z");
    organiser = await signedIn(services, "owner", "Later");
    const all = { group: group.id, all: "yes", expires: "2126-12-01" };
    expect((await organiser.post(ORGANISE.replaceInvitations, all)).status).toBe(422);
    const sure = { ...all, sure: "yes" };
    const page = await (await organiser.post(ORGANISE.replaceInvitations, sure)).text();
    const renewed = [...page.matchAll(/<code>([\w-]{19})<\/code>/g)].map(([, code]) => code!);
    expect(renewed.length).toBe(2);
    expect((await use(renewed[0]!)).status).toBe(201);
    await organiser.post(ORGANISE.revokeInvitations, sure);
    expect((await use(renewed[1]!)).status).toBe(403);
    expect((await organiser.post(ORGANISE.replaceInvitations, sure)).status).toBe(409);
  });

  test("of another consultation or none is not found", async () => {
    expect((await organiser.get(ORGANISE.invitationGroup, "&group=nothing")).status).toBe(404);
    for (const endpoint of [ORGANISE.revokeInvitations, ORGANISE.replaceInvitations]) {
      expect((await organiser.post(endpoint, { group: "nothing", which: "A" })).status).toBe(409);
    }
  });
});
