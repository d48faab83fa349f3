import { randomBytes } from "node:crypto";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { API, apiPath } from "../../domain/api.ts";
import { drawReceipt } from "../../domain/ballot/receipt.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { NEW_LIFE } from "../../domain/consultation/life.ts";
import { ballotCounter } from "../../functions/jobs/counting.ts";
import { mixRemarks } from "../../functions/jobs/mix.ts";
import { releaseWhenDue } from "../../functions/jobs/release.ts";
import { makeInvitations } from "../../functions/local/invitations.ts";
import { consultationsOf } from "../../functions/memory/consultations.ts";
import { savePass } from "../../functions/store/counting.ts";
import { sharedBrowser } from "../support/browser.ts";
import { freshWorld } from "../support/world.ts";
import { appOnPort } from "./app-on-port.ts";

export const DAY = 24 * 60 * 60_000;

/** The real app on a port and its jobs, with a clock that the story moves and one consultation. */
export async function storyWorld(definition: Consultation, at: number) {
  const clock = { at };
  const now = () => new Date(clock.at);
  const { services, url, end } = await appOnPort({ ...(await freshWorld(definition)), now });
  const browser: Browser = await sharedBrowser();
  const { id } = definition;

  const send = async (path: string, receipt: string, body: unknown) => {
    const answer = await fetch(url + path, {
      method: "PUT",
      headers: { Authorization: `Bearer ${receipt}`, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(answer.status, await answer.text()).toBeLessThan(300);
  };
  return {
    clock,
    services,
    url,
    newReceipt: () => drawReceipt(randomBytes(20)),
    invitations: (count: number) => makeInvitations(services, id, count),
    ballot: (receipt: string, body: object) => send(apiPath(API.putBallot, id), receipt, body),
    reasons: (receipt: string, body: object) => send(apiPath(API.putReasons, id), receipt, body),
    /** What the jobs do by the clock: mix what was written, count, release. */
    async work() {
      await mixRemarks(services, { definition, life: NEW_LIFE }, () => false);
      await savePass(services.db, now());
      const count = await ballotCounter(services, consultationsOf(services));
      await count({ emptyPages: 1, outOfTime: () => false });
      return releaseWhenDue(services, definition);
    },
    /** Moves the clock; what is in memory is older than that, and is read anew. */
    pass: (days: number) => {
      clock.at += days * DAY;
    },
    /** Somebody at a device of their own. */
    async person(options: BrowserContextOptions = {}) {
      const context = await browser.newContext({ baseURL: url, bypassCSP: true, ...options });
      onTestFinished(() => context.close());
      return { context, page: await context.newPage() };
    },
    /** What anybody is answered there. */
    async read(path: string): Promise<string> {
      const answer = await fetch(url + path);
      expect(answer.status, path).toBe(200);
      return answer.text();
    },
    end,
  };
}
