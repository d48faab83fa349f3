import { describe, expect, test } from "vitest";
import { API, apiPath } from "../../domain/api.ts";
import { pathOf, RESULTS } from "../../domain/paths.ts";
import { bucketFiles } from "../../functions/files/bucket.ts";
import { goodBallot, newReceipt } from "../support/client.ts";
import { WAYS } from "../abuse/ways.ts";
import { HERE, type Installation } from "./site.ts";
import { walk } from "./walk.ts";

const MAY_LIST = { effect: "Allow", actions: ["s3:ListBucket"], resources: ["*"] } as const;

/** What can be read without any right. */
const READ = WAYS.filter(({ method, right }) => method === "GET" && right === undefined);

/** Files of releases that are gone: S3 does not say so to whoever may not list the bucket. */
export const lostFiles = (at: Installation) =>
  describe("a file that is gone", () => {
    const files = () => bucketFiles("files", at.account.s3.client);
    const lose = async (release: number) => {
      const names = at.account.s3.keys().filter((name) => name.startsWith(`releases/${HERE}/`));
      const name = names.find((one) => new RegExp(`/0*${release}[-.]`).test(one));
      if (name === undefined) throw new Error(`release ${release} is not among ${names.join()}`);
      const bytes = (await files().read(name))!;
      await files().remove(name);
      return () => files().write(name, bytes, "application/json");
    };
    const statuses = async () => {
      await at.account.forget("Web");
      return walk(at.world, newReceipt(), READ);
    };
    const failed = async () => [...(await statuses())].filter(([, status]) => status === 500);

    test("is told as gone, with and without the right to list", async () => {
      const { account, world } = at;
      expect((await world.put(HERE, newReceipt(), goodBallot())).status).toBe(201);
      await world.pass(0.1);
      await account.run("Release");
      const results = () => world.get(apiPath(API.results, HERE));
      const bothWays = async (check: () => Promise<void>) => {
        await check();
        await account.during("Web", (all) => [...all, MAY_LIST], check);
      };

      const newest = await lose(2);
      await bothWays(async () => {
        expect(await failed()).toEqual([]);
        // The newest that is whole stands in its place.
        expect((await world.get(pathOf(RESULTS, { id: HERE }))).status).toBe(200);
        expect(await (await results()).json()).toMatchObject({ release: 1 });
      });

      const older = await lose(1);
      await bothWays(async () => {
        expect(await failed()).toEqual([]);
        const answer = await results();
        expect([answer.status, answer.headers.has("Retry-After")]).toEqual([503, true]);
      });
      // Nothing can be made of it.
      for (const job of ["Release", "AfterClosing"]) {
        await account.forget(job);
        await expect(account.run(job)).rejects.toThrow(/failed/);
      }

      await older();
      // The newest is made again, byte for byte.
      await account.run("Release");
      expect(await failed()).toEqual([]);
      expect(await (await results()).json()).toMatchObject({ release: 2 });
      await newest();
      await account.run("AfterClosing");
    });
  });
