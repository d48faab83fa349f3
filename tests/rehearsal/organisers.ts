import { describe, expect, test } from "vitest";
import { API, apiPath } from "../../domain/api.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Release } from "../../domain/release/schema.ts";
import { goodBallot, newReceipt, times } from "../support/client.ts";
import type { OrganiserAtWork } from "../support/organiser.ts";
import { HERE, type Installation } from "./site.ts";

/** The one that organisers make, and that comes to its end. */
const OWN = "rehearsed";

/** What organisers do, and the jobs for them. */
export const organisers = (at: Installation) =>
  describe("organisers", () => {
    let ben: OrganiserAtWork;

    test("make a consultation, and open it", async () => {
      const { account, world } = at;
      // What is published is read again every ten seconds, by each function for itself.
      const later = (seconds: number) => void (account.clock.now += seconds * 1_000);
      later(15);
      await world.get("/");
      const made = await world.post(ORGANISE.create, { id: OWN, way: "duplicate", from: HERE });
      expect(made.status).toBe(303);
      expect((await world.edit(OWN, { purgeAfterDays: "1" })).status).toBe(303);
      later(6);
      await account.run("Tally");
      expect((await world.step(OWN, "open", "draft")).status).toBe(303);
      later(5);
      // Counted by a function that does not have it in memory yet.
      expect((await world.put(OWN, newReceipt(), goodBallot())).status).toBe(201);
      expect(await account.run("Tally")).toMatchObject({ gaps: [] });
      ben = await world.organisers.join(world.ann, OWN, "owner", "Ben");
    });

    test("invite experts, whose ballots use their codes up", async () => {
      const { account, world } = at;
      account.clock.now += 15_000;
      const wanted = {
        group: "0123456789abcdef",
        label: "Law",
        count: "3",
        expires: "",
        labels: "",
        form: "csv",
      };
      const file = await (await world.post(ORGANISE.makeInvitations, wanted, OWN)).text();
      const codes = [...file.matchAll(/#invitation=([0-9A-Z-]{19})/g)].map(([, code]) => code);
      expect(codes).toHaveLength(3);
      const receipts = times(23, newReceipt);
      for (const [place, receipt] of receipts.entries()) {
        const invitation = codes[place];
        const ballot = goodBallot({ ...(invitation !== undefined && { invitation }) });
        expect((await world.put(OWN, receipt, ballot)).status).toBe(201);
      }
      const again = await world.put(OWN, newReceipt(), goodBallot({ invitation: codes[0] }));
      expect(again.status).toBe(403);
      // One is judged and not to be published, one waits for moderators, one is not mixed yet.
      expect((await world.reason(OWN, receipts[0]!, "For organisers", false)).status).toBe(200);
      await account.run("Mix");
      expect((await world.accept(OWN)).status).toBe(303);
      expect((await world.reason(OWN, receipts[1]!, "Before the day is over")).status).toBe(200);
      await account.run("Mix");
      expect((await world.reason(OWN, receipts[2]!, "After it")).status).toBe(200);
    });

    test("give a program a key", async () => {
      const { account, world } = at;
      const expires = new Date(account.clock.now + 30 * 86_400_000).toISOString().slice(0, 10);
      const wanted = { name: "Website", role: "editor", expires };
      expect((await world.post(ORGANISE.makeKey, wanted, OWN)).status).toBe(200);
    });

    test("have a system of theirs called, which is not there", async () => {
      const { account, world } = at;
      const address = "https://hooks.invalid/kenes";
      expect((await world.post(ORGANISE.addHook, { address }, OWN)).status).toBe(200);
      const page = await world.page(ORGANISE.hooks, OWN);
      const hook = /name="hook" value="([0-9a-f]+)"/.exec(page)![1]!;
      expect((await world.post(ORGANISE.tryHook, { hook }, OWN)).status).toBe(303);
      await account.run("Hooks");
    });

    test("close it; it is published for the last time, and recounted", async () => {
      const { account, world } = at;
      expect((await world.step(OWN, "close", "open")).status).toBe(303);
      await world.pass(25, ben);
      expect((await world.post(ORGANISE.askRecount, { how: "compare" }, OWN)).status).toBe(303);
      for (const job of ["Release", "Recount"]) await account.run(job);
      expect(await world.page(ORGANISE.recountPage, OWN)).not.toContain("Refresh");
      // At its next start it compares what there is with what the mark says.
      await account.forget("Tally");
      await world.pass(0.01, ben);
      const results = await world.get(apiPath(API.results, OWN));
      expect((await results.json()) as Release).toMatchObject({ final: true });
    });

    test("export its ballots, and fetch the file once", async () => {
      const { account, world } = at;
      expect((await world.post(ORGANISE.askExport, { confirmed: "yes" }, OWN)).status).toBe(303);
      await account.run("AfterClosing");
      const made = await world.post(ORGANISE.downloadExport, { part: "0" }, OWN);
      const link = made.headers.get("Location")!;
      const file = await world.get(link, world.ann.cookie);
      expect([file.status, file.headers.get("Content-Type")]).toEqual([200, "application/zip"]);
      expect(Buffer.from(await file.arrayBuffer()).toString("latin1", 0, 2)).toBe("PK");
      expect((await world.get(link, world.ann.cookie)).status).toBe(403);
    });

    test("archive it; its ballots are deleted, and what was published stays", async () => {
      const { account, world } = at;
      expect((await world.step(OWN, "archive", "closed")).status).toBe(303);
      await world.pass(25, ben);
      await account.run("AfterClosing");
      account.clock.now += 15_000;
      expect((await world.put(OWN, newReceipt(), goodBallot())).status).toBe(410);
      expect((await world.get(apiPath(API.results, OWN))).status).toBe(200);
      // A week after, its files are gone too.
      for (const _ of times(7, () => 0)) await world.pass(24, ben);
      for (const job of ["AfterClosing", "Recount", "Hooks"]) await account.run(job);
      const { cookie } = world.ann;
      const log = await (
        await world.get(organisePath(ORGANISE.logFile, { id: OWN }), cookie)
      ).text();
      for (const act of ["ballots-purged", "export-deleted"]) expect(log).toContain(act);
    });
  });
