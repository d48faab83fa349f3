import { describe, expect, test } from "vitest";
import { ORGANISE } from "../../domain/organiser/endpoints.ts";
import { goodBallot, newReceipt } from "../support/client.ts";
import { HERE, type Installation } from "./site.ts";

/** What each job cannot do without for any consultation. */
const NEEDED = [
  ["Release", "dynamodb:GetItem", "C#*"],
  ["Mix", "dynamodb:Query", "INBOX#*"],
  ["Recount", "dynamodb:GetItem", "C#*"],
  ["AfterClosing", "dynamodb:GetItem", "C#*"],
  ["Hooks", "dynamodb:Query", "C#*"],
] as const;

/** A job that fails has to be able to say so. */
export const failing = (at: Installation) =>
  describe("a job that is denied what it needs", () => {
    test.each(NEEDED)(
      "%s fails, notes it, and goes on when it may again",
      async (job, action, key) => {
        const { account, world } = at;
        await world.put(HERE, newReceipt(), goodBallot());
        // Of what nobody has asked for nothing can fail.
        if (job === "Recount") await world.post(ORGANISE.askRecount, { how: "compare" }, HERE);
        const denial = {
          effect: "Deny",
          actions: [action],
          resources: ["*"],
          keys: [key],
        } as const;
        await account.during(
          job,
          (all) => [...all, denial],
          async () => {
            await expect(account.run(job)).rejects.toThrow(/failed/);
          },
        );
        await account.run(job);
      },
    );
  });
