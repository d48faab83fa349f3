import { expect } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { budgetOf } from "../../../domain/release/budget.ts";
import { tableNoise } from "../../../domain/disclosure/noise.ts";
import { BINS } from "../../../domain/ballot/rating.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { createApp } from "../../../functions/app.ts";
import { consultationsOf } from "../../../functions/memory/consultations.ts";
import { ballotCounter } from "../../../functions/jobs/counting.ts";
import { releaseWhenDue } from "../../../functions/jobs/release.ts";
import { noiseBytes } from "../../../functions/jobs/noise-bytes.ts";
import { readRelease } from "../../../functions/memory/releases.ts";
import type { Services } from "../../../functions/services.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { savePass } from "../../../functions/store/counting.ts";
import { loadProtection } from "../../../functions/store/protection.ts";
import { newestRegistered } from "../../../functions/store/releases.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

export const SECOND = 1_000;
export const WEEK = 7 * 24 * 60 * 60 * SECOND;
export const OPENS = Date.parse("2026-11-02T09:00:00Z");

/** A consultation that publishes weekly, four times in all. */
export const weekly: Consultation = {
  ...KAZAKHSTAN,
  id: "weekly-2026",
  release: { every: "week" },
  opensAt: new Date(OPENS).toISOString(),
  closesAt: new Date(OPENS + 4 * WEEK).toISOString(),
};
const codes = weekly.recommendations.map(({ code }) => code);

/** The real app and jobs over a fresh database, on a clock that tests move, with that consultation open. */
export async function weeklyWorld() {
  const clock = { at: OPENS + SECOND };
  const services: Services = { ...(await freshWorld()), now: () => new Date(clock.at) };
  await addConsultation(services.db, weekly);
  const app = createApp(services);
  const ask = async (path: string, init?: RequestInit): Promise<Response> =>
    app.request(path, init);
  const newest = async (): Promise<Release> => {
    const registered = (await newestRegistered(services.db, weekly.id))!;
    return (await readRelease(services.files, weekly.id, registered)).release;
  };
  return {
    clock,
    services,
    ask,
    newest,
    release: (by = services) => releaseWhenDue(by, weekly),
    async count() {
      // As if counting had gone on all along: a silence as long as the clock is moved would stop it.
      await savePass(services.db, services.now());
      const countBallots = await ballotCounter(services, consultationsOf(services));
      await countBallots({ emptyPages: 1, outOfTime: () => false });
    },

    /** Sends a ballot that rates every recommendation the same. */
    async send(receipt: string, revision: number, point: number) {
      const answer = await ask(apiPath(API.putBallot, weekly.id), {
        method: "PUT",
        headers: { Authorization: `Bearer ${receipt}`, "Content-Type": "application/json" },
        body: JSON.stringify({
          revision,
          language: "kk",
          ratings: Object.fromEntries(codes.map((code) => [code, point])),
        }),
      });
      expect(answer.ok).toBe(true);
    },

    async withdraw(receipt: string) {
      const headers = { Authorization: `Bearer ${receipt}` };
      const path = apiPath(API.withdrawBallot, weekly.id);
      expect((await ask(path, { method: "DELETE", headers })).status).toBe(204);
    },

    /** The five points of the first recommendation as they were counted: whoever has the secret can say. */
    async counted(): Promise<number[]> {
      const { rules, recommendations } = await newest();
      const secret = (await loadProtection(services.db, weekly.id))!.secret!;
      const noise = tableNoise(
        noiseBytes(secret, weekly.id),
        "ratings/public",
        codes.length * BINS.length,
        budgetOf(weekly).ratings,
        { release: rules.schedule.turn, of: rules.schedule.releases },
      );
      const { measured } = recommendations[0]!.panels.public;
      return measured.slice(0, 5).map((one, bin) => one - noise[bin]!);
    },

    /** Everything of results that is open to everybody, as it is answered now. */
    async everything(): Promise<
      { path: string; status: number; tag: string | null; text: string }[]
    > {
      const paths = [
        ...[API.results, API.resultsJson, API.resultsCsv, API.segmentsCsv, API.releases].map(
          (one) => apiPath(one, weekly.id),
        ),
        ...["/results", "/results?lang=kk", "/results/embed"].map((one) => `/c/${weekly.id}${one}`),
        "/",
      ];
      return Promise.all(
        paths.map(async (path) => {
          const answer = await ask(path);
          const text = await answer.text();
          return { path, status: answer.status, tag: answer.headers.get("ETag"), text };
        }),
      );
    },
  };
}
