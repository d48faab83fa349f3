import { describe, expect, test } from "vitest";
import { API, apiPath } from "../../domain/api.ts";
import { pathOf, RESULTS } from "../../domain/paths.ts";
import { bucketFiles } from "../../functions/files/bucket.ts";
import type { Release } from "../../domain/release/schema.ts";
import { goodBallot, newReceipt, times } from "../support/client.ts";
import { WAYS } from "../abuse/ways.ts";
import { HERE, type Installation } from "./site.ts";
import { walk } from "./walk.ts";

const MAY_LIST = { effect: "Allow", actions: ["s3:ListBucket"], resources: ["*"] } as const;

/**
 * What can be read without any right; to draw pictures takes long, and what is drawn is read as for the pages. Every third of
 * it: each reads releases by the same few ways.
 */
const READ = WAYS.filter(
  ({ method, right, path }) => method === "GET" && right === undefined && !/picture|png/.test(path),
).filter((_, place) => place % 3 === 0);

/** Files of releases that are gone: S3 does not say so to whoever may not list the bucket. */
export const lostFiles = (at: Installation) =>
  describe("a file that is gone", () => {
    const files = () => bucketFiles("files", at.account.s3.client);
    /** Takes files of releases away; they can be put back. */
    const lose = async (releases: readonly number[]) => {
      const all = at.account.s3.keys().filter((name) => name.startsWith(`releases/${HERE}/`));
      const names = all.filter((one) => releases.some((n) => new RegExp(`/0*${n}[-.]`).test(one)));
      expect(names).toHaveLength(releases.length);
      const kept = await Promise.all(names.map((name) => files().read(name)));
      for (const name of names) await files().remove(name);
      return async () => {
        for (const [place, name] of names.entries()) {
          await files().write(name, kept[place]!, "application/json");
        }
      };
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

      const { release: last } = (await (await results()).json()) as Release;
      expect(last).toBeGreaterThan(1);
      const newest = await lose([last]);
      expect(await failed()).toEqual([]);
      await bothWays(async () => {
        await account.forget("Web");
        // The newest that is whole stands in its place.
        expect((await world.get(pathOf(RESULTS, { id: HERE }))).status).toBe(200);
        expect(await (await results()).json()).toMatchObject({ release: last - 1 });
      });

      const older = await lose(times(last - 1, (place) => place + 1));
      expect(await failed()).toEqual([]);
      await bothWays(async () => {
        await account.forget("Web");
        const answer = await results();
        expect([answer.status, answer.headers.has("Retry-After")]).toEqual([503, true]);
      });
      // Nothing can be made of it.
      await account.forget("Release");
      await expect(account.run("Release")).rejects.toThrow(/failed/);

      await older();
      // The newest is made again, byte for byte.
      await account.run("Release");
      await account.forget("Web");
      expect(await (await results()).json()).toMatchObject({ release: last });
      await newest();
      await account.run("AfterClosing");
    });
  });
