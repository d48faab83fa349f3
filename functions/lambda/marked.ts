import { refuseNewerData } from "../jobs/forms-check.ts";
import { lackingIn, LossNoticed } from "../jobs/mark.ts";
import { refuseLoss } from "../jobs/marking.ts";
import type { jobServices } from "./world.ts";

/**
 * The same services, after it was made sure that no newer program wrote what is stored, and that the tables hold what the mark in the bucket says. For functions that
 * count and publish: pages go on without, as they save what is sent whatever was lost.
 */
export async function marked<World extends ReturnType<typeof jobServices>>(
  services: World,
): Promise<World> {
  await refuseNewerData(services.db);
  await refuseLoss(
    services,
    (mark) => lackingIn(services.db, mark),
    process.env["KENES_ACCEPT_LOSS"],
    (code) => [
      "Nothing is counted or published. Restore the tables from their recovery points; or, to go on without what is",
      `missing, set KENES_ACCEPT_LOSS=${code} for the function Tally and run it once.`,
    ],
  ).catch((failure: unknown) => {
    if (failure instanceof LossNoticed) services.log({ level: "error", event: "loss-refused" });
    throw failure;
  });
  return services;
}
