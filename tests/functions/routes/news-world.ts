import { beforeAll, expect } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { ResponseEntry } from "../../../domain/response/entry.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import type { Services } from "../../../functions/services.ts";
import { putIf } from "../../../functions/store/put-if.ts";
import { responsePut } from "../../../functions/store/responses.ts";
import { AT_RISK } from "../../support/at-risk.ts";
import { IN_ARABIC } from "../../support/other-scripts.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { answer } from "../../domain/news/records.ts";
import { releasedWorld } from "./released-world.ts";

export const ORIGIN = "https://consult.example.org";
export const MOVED: Consultation = {
  ...KAZAKHSTAN,
  id: "moved",
  opensAt: "2026-01-10T04:00:00Z",
  closesAt: "2026-02-28T19:00:00Z",
};
export const FILES = ["feed.atom", "feed.json", "calendar.ics"];

/** The path of a file of news. */
export const at = (file: string, query = "?lang=en", id: string = KAZAKHSTAN.id): string =>
  `/c/${id}/${file}${query}`;

/** A world with a release and some answers, asked as feed readers do. */
export function useNews() {
  let services: Services;
  const news = {
    app: {} as App,
    clock: Date.parse("2026-12-20T10:00:00Z"),
    ask: async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
      news.app.request(`${ORIGIN}${path}`, { headers }),
    async record(entry: ResponseEntry, id: string = KAZAKHSTAN.id) {
      expect(await putIf(services.db, responsePut(services.db, id, entry))).toBe(true);
    },
  };
  beforeAll(async () => {
    const world = await releasedWorld([MOVED, AT_RISK, IN_ARABIC]);
    services = { ...world, now: () => new Date(news.clock) };
    news.app = createApp(services);
    const first = { recommendation: "K3", promised: "2027-01-15" };
    await news.record(answer(1, "2026-12-19T08:00:00Z", first));
    const other = { recommendation: "W1", addressee: "W" };
    await news.record(answer(2, "2026-12-19T09:00:00Z", other));
    await news.record(answer(1, "2026-12-19T08:00:00Z", first), AT_RISK.id);
  });
  return news;
}
