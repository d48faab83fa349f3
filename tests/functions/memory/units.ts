import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { Database } from "../../../functions/store/database.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

export const DAY_OF_TESTS = Date.parse("2026-11-20T10:00:00Z");
export const SHORT: Consultation = {
  ...KAZAKHSTAN,
  recommendations: KAZAKHSTAN.recommendations.slice(0, 4),
};

/** A world with a clock that tests move. */
export async function clocked(definition?: Consultation) {
  const world = await freshWorld(definition);
  const clock = { at: DAY_OF_TESTS };
  return { ...world, clock, now: () => new Date(clock.at) };
}

/** Read units while something is done, as AWS counts them: DynamoDB Local counts nothing where nothing is found. */
export async function unitsDuring(
  { client }: Database,
  act: () => Promise<unknown>,
): Promise<number> {
  let units = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: "TOTAL" });
      const answer = await next(args);
      const { ConsumedCapacity: of } = answer.output as { ConsumedCapacity?: ConsumedCapacity };
      const { ConsistentRead = false } = args.input as { ConsistentRead?: boolean };
      units += Math.max(ConsistentRead ? 1 : 0.5, of?.CapacityUnits ?? 0);
      return answer;
    },
    { step: "initialize", name: "units" },
  );
  await act().finally(() => client.middlewareStack.remove("units"));
  return units;
}
