import { expect, test } from "vitest";
import { endReadOnly } from "../../functions/store/read-only.ts";
import { goodBallot, newReceipt } from "../support/client.ts";
import { HERE, type Installation } from "./site.ts";

/** What the budget calls when it is spent, and how it is taken back. */
export function spent(at: Installation): void {
  test("when the budget is spent nothing new is taken, until somebody says so", async () => {
    const { account, world } = at;
    const put = async () => (await world.put(HERE, newReceipt(), goodBallot())).status;
    const isRemembered = () => (account.clock.now += 60_000);
    expect(await put()).toBe(201);
    await account.invoke("BudgetReadOnly", { Records: [] });
    isRemembered();
    expect(await put()).toBe(503);
    await endReadOnly(world.db);
    isRemembered();
    expect(await put()).toBe(201);
  });
}
