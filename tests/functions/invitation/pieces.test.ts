import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, test } from "vitest";
import { PIECE } from "../../../domain/invitation/group.ts";
import { MOST_BODY } from "../../../domain/most-bytes.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import { SERVER_LIMITS } from "../../../functions/local/server-limits.ts";
import type { Services } from "../../../functions/services.ts";
import { countInvitations, unusedOfGroup } from "../../../functions/store/count-invitations.ts";
import { getGroup, listGroups } from "../../../functions/store/invitation-groups.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { clientOf, goodBallot, newReceipt, times } from "../../support/client.ts";
import { freshWorld } from "../../support/world.ts";
import { ID, storedInvitations } from "./codes.ts";
import { signedIn } from "./console.ts";

let services: Services;
let organiser: Awaited<ReturnType<typeof signedIn>>;

beforeEach(async () => {
  const at = new Date("2126-11-24T12:00:00Z");
  services = { ...(await freshWorld()), now: () => at };
  organiser = await signedIn(services, "moderator");
});

const GROUP = "00000000000000aa";
const make = (more: Record<string, string>) =>
  organiser.post(ORGANISE.makeInvitations, {
    group: GROUP,
    label: "Law faculty",
    count: "",
    labels: "",
    expires: "",
    form: "csv",
    ...more,
  });
const go = (what: string, turn: number) =>
  organiser.post(ORGANISE.invitationPiece, { group: GROUP, do: what, turn: String(turn) });
const codesIn = async (answer: Response) =>
  (parse(await answer.text(), { bom: true, from_line: 2 }) as string[][]).map(
    ([label, code]): [string, string] => [label!, code!],
  );
const use = (code: string) =>
  clientOf(organiser.app).put(newReceipt(), goodBallot({ invitation: code }));
const stored = async () => (await getGroup(services.db, ID, GROUP))!;
const counts = async () =>
  (await countInvitations(services.db, ID, await listGroups(services.db, ID))).groups.get(GROUP);

describe("codes in pieces", () => {
  test("come with their labels, one piece after the other was received; the labels are forgotten", async () => {
    const labels = times(PIECE + 5, (one) => `Expert ${one}`);
    const first = await codesIn(await make({ labels: labels.join("\n") }));
    expect(first.map(([label]) => label)).toEqual(labels.slice(0, PIECE));
    expect(await counts()).toMatchObject({ made: 0, unseen: PIECE });
    // Not before somebody has said that they have the first.
    expect((await go("next", 1)).status).toBe(409);
    expect((await go("seen", 1)).status).toBe(303);
    expect(await counts()).toMatchObject({ made: PIECE, unseen: 0 });
    const second = await codesIn(await go("next", 1));
    expect(second.map(([label]) => label)).toEqual(labels.slice(PIECE));
    expect((await go("seen", 2)).status).toBe(303);
    expect(await counts()).toMatchObject({ made: PIECE + 5, unseen: 0 });
    expect((await go("next", 2)).status).toBe(409);
    expect(new Set([...first, ...second].map(([, code]) => code)).size).toBe(PIECE + 5);
    const { client, tables } = services.db;
    const { ScanCommand } = await import("@aws-sdk/client-dynamodb");
    const { Items = [] } = await client.send(
      new ScanCommand({
        TableName: tables.main,
        FilterExpression: "begins_with(sk, :l)",
        ExpressionAttributeValues: { ":l": { S: "LABELS#" } },
      }),
    );
    expect(Items.map((item) => "labels" in item)).toEqual([false, false]);
  });

  test("whose answer is lost are made anew: the old ones are void, and the log says how many", async () => {
    const lost = await codesIn(await make({ labels: "A\nB\nC" }));
    const page = await (await organiser.get(ORGANISE.invitationGroup, `&group=${GROUP}`)).text();
    expect(page).toContain("nobody has said that they have them");
    const shown = await codesIn(await go("anew", 1));
    expect(shown.map(([label]) => label).toSorted()).toEqual(["A", "B", "C"]);
    // The same form again makes none.
    expect((await go("anew", 1)).status).toBe(409);
    expect(await counts()).toMatchObject({ made: 0, used: 0, unseen: 3 });
    await go("seen", 2);
    expect(await counts()).toMatchObject({ made: 3, used: 0, revoked: 0, unseen: 0 });
    for (const [, code] of lost) expect((await use(code)).status).toBe(403);
    for (const [, code] of shown) expect((await use(code)).status).toBe(201);
    expect(await counts()).toMatchObject({ made: 3, used: 3 });
    const log = await listEntries(services.db, ID);
    expect(log.find(({ action }) => action === "invitations-remade")?.after).toMatchObject({
      count: 3,
    });
  });

  test("of which one was used were seen: they are not made anew, and count when that is said", async () => {
    const [[, code] = ["", ""]] = await codesIn(await make({ count: "3" }));
    expect((await use(code)).status).toBe(201);
    expect((await go("anew", 1)).status).toBe(409);
    await go("seen", 1);
    expect(await counts()).toMatchObject({ made: 3, used: 1 });
  });

  test.each([1, 2])(
    "cut off at any write, a piece leaves none that counts and was not seen (write %i)",
    async (at) => {
      let writes = 0;
      let cutting = true;
      services.db.client.middlewareStack.add(
        (next) => async (args) => {
          const isPart =
            "TransactItems" in (args.input as object) &&
            (args.input as { TransactItems: object[] }).TransactItems.length > 50;
          const isCut = cutting && isPart && (writes += 1) === at;
          // Half of them before the write took effect, half after.
          if (isCut && at % 2 === 1)
            throw Object.assign(new Error("gone"), { name: "InternalServerError" });
          const answer = await next(args);
          if (isCut) throw Object.assign(new Error("gone"), { name: "InternalServerError" });
          return answer;
        },
        { step: "initialize" },
      );
      await (await make({ count: "300" })).text();
      cutting = false;
      const { made, unseen = 0, turn } = await stored();
      expect([made, unseen]).toEqual([0, (await storedInvitations(services)).length]);
      const next = await go(unseen === 0 ? "next" : "anew", turn!);
      expect((await codesIn(next)).length).toBe(unseen || 300);
      await go("seen", turn! + 1);
      expect(await counts()).toMatchObject({ made: unseen || 300, used: 0, unseen: 0 });
    },
  );

  test("all of a group are replaced piece by piece, none of them twice", async () => {
    const old = await codesIn(await make({ count: "500" }));
    await go("seen", 1);
    const all = { group: GROUP, all: "yes", sure: "yes", expires: "" };
    const first = await codesIn(await organiser.post(ORGANISE.replaceInvitations, all));
    expect(first.length).toBe(490);
    expect(await counts()).toMatchObject({ made: 10, unseen: 490, toReplace: 10 });
    expect((await organiser.post(ORGANISE.replaceInvitations, all)).status).toBe(409);
    await go("seen", 2);
    const second = await codesIn(await go("replace", 2));
    expect(second.length).toBe(10);
    await go("seen", 3);
    expect(await counts()).toMatchObject({ made: 500, used: 0, unseen: 0, toReplace: 0 });
    expect((await go("replace", 3)).status).toBe(409);
    expect((await unusedOfGroup(services.db, ID, await stored())).length).toBe(500);
    expect((await use(old[0]![1])).status).toBe(403);
    expect((await use(second[0]![1])).status).toBe(201);
  });
});

describe("bodies", () => {
  test("no endpoint takes more than a function of AWS is given, and one machine takes no more either", () => {
    const sizes = [...Object.values(ORGANISE), ...Object.values(PROGRAM_API)].map((one) =>
      "mostBytes" in one ? one.mostBytes : 0,
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST_BODY);
    expect(SERVER_LIMITS.organiserBodyBytes).toBe(MOST_BODY);
    // Written in base 64, with room for everything else that the event holds: AWS documents 6 MB.
    expect(Math.ceil(MOST_BODY / 3) * 4).toBeLessThan(6 * 1024 * 1024 - 256 * 1024);
  });

  test("a list of labels that is larger is refused, and nothing is made", async () => {
    const answer = await make({ labels: "x".repeat(MOST_BODY) });
    expect(answer.status).toBe(413);
    expect(await listGroups(services.db, ID)).toEqual([]);
  });
});
