import { API, apiPath } from "../../../domain/api.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { createApp } from "../../../functions/app.ts";
import { goodBallot, newReceipt } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

/** That of Kazakhstan, published by the week: a demonstration promises nothing. */
export const ASKING: Consultation = {
  ...(KAZAKHSTAN as Consultation),
  id: "asking",
  release: { every: "week" },
  reasons: true,
};

/** A world with one consultation that asks for reasons, a clock, and respondents who speak to it by request. */
export async function writingWorld(definition: Consultation = ASKING) {
  const clock = { now: new Date("2026-03-02T10:00:00Z") };
  const world = { ...(await freshWorld(definition)), now: () => clock.now };
  const app = createApp(world);
  const send = (method: string, path: string, receipt: string | undefined, body?: unknown) =>
    app.request(path, {
      method,
      headers: {
        ...(receipt !== undefined && { Authorization: `Bearer ${receipt}` }),
        ...(body !== undefined && { "Content-Type": "application/json" }),
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  const ballots = apiPath(API.putBallot, definition.id);
  const reasons = apiPath(API.putReasons, definition.id);
  return {
    world,
    app,
    clock,
    put: (receipt: string | undefined, body: unknown) => send("PUT", reasons, receipt, body),
    get: (receipt: string) => send("GET", reasons, receipt),
    withdraw: (receipt: string) => send("DELETE", reasons, receipt),
    putBallot: (receipt: string, more: Record<string, unknown> = {}) =>
      send("PUT", ballots, receipt, goodBallot(more)),
    withdrawBallot: (receipt: string) => send("DELETE", ballots, receipt),
    /** The receipt of a respondent who has rated. */
    async respondent(more: Record<string, unknown> = {}): Promise<string> {
      const receipt = newReceipt();
      const { status } = await send("PUT", ballots, receipt, goodBallot(more));
      if (status !== 201) throw new Error(`a ballot was answered ${status}`);
      return receipt;
    },
  };
}

export const written = (text: string, publish = false) => ({ text, publish });
