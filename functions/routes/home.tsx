import { API } from "../../domain/api.ts";
import type { ConsultationList } from "../../domain/consultation/listed.ts";
import { pageOf, type Standing } from "../../domain/consultation/listing.ts";
import { zonedIn } from "../../domain/consultation/time-zone.ts";
import { API_CONSULTATION, HOME, pathOf, RATE, RESULTS } from "../../domain/paths.ts";
import { HomePage } from "../../web/home/home-page.tsx";
import { type PartAsked, partOf, readPart } from "../../domain/contract/part.ts";
import { pageAnswer, pageProps, problemAnswer } from "../http/answers.tsx";
import { sameForAll } from "../http/caching.ts";
import type { App } from "../http/environment.ts";
import { nextPage, nextPart } from "../http/parts-of-lists.ts";
import { taggedJson } from "../http/tagged.ts";
import type { CurrentListing } from "../memory/listing.ts";
import type { Services } from "../services.ts";

/** Which consultations there are, where each stands and what can be done: as a page, and for programs. */
export function homeRoutes(app: App, services: Services, listing: CurrentListing): void {
  app.get(HOME, async (context) => {
    const now = await listing();
    const page = pageAnswer(<HomePage {...pageProps(services, context.req.raw)} listing={now} />);
    // What names a consultation among people at risk stays on no device.
    const all = [...now.open, ...now.coming, ...now.closed];
    const isAtRisk = all.some(({ definition }) => definition.disclosure === "at-risk");
    return isAtRisk ? page : sameForAll(page);
  });

  app.get(API.consultations.path, async (context) => {
    const { open, coming, closed } = await listing();
    const { origin } = new URL(context.req.url);
    const all = [...open, ...coming, ...closed];
    const placeOf = (id: string) => all.findIndex(({ definition }) => definition.id === id);
    const asked = readPart(context.req.query(), (after) => placeOf(after) >= 0);
    if (asked !== undefined && "faults" in asked) {
      return problemAnswer(context, services, { problem: "parameter-invalid", ...asked });
    }
    const { shown, page, pages, next } = asked ? part(asked) : whole();
    const isTaken = (await context.get("readOnly")()) === undefined;
    const consultations = shown.map((one) => entryOf(origin, one, isTaken));
    const list = { consultations, page, pages };
    return taggedJson(context, list satisfies ConsultationList, next);

    function whole() {
      const found = pageOf(all, context.req.query("page") ?? "");
      return { ...found, next: nextPage(context, found.page, found.pages) };
    }

    function part(of: PartAsked) {
      const begin = of.after === undefined ? 0 : placeOf(of.after) + 1;
      const { part: shown, last } = partOf(all.slice(begin), of);
      return {
        shown,
        page: Math.floor(begin / of.limit) + 1,
        pages: Math.max(1, Math.ceil(all.length / of.limit)),
        next: nextPart(context, of, last?.definition.id),
      };
    }
  });
}

/** What programs are told of a consultation. `isTaken`: whether this installation takes anything new for now. */
function entryOf(origin: string, { definition, calendar }: Standing, isTaken: boolean) {
  const { id, title, languages, timeZone } = definition;
  const canRate = calendar.canRate && isTaken;
  const { state, opensAt, closesAt, lastDay, results, release } = calendar;
  const address = (path: string) => origin + pathOf(path, { id });
  const at = (moment: string) => zonedIn(timeZone, new Date(moment));
  return {
    id,
    title: { ...title },
    languages: [...languages],
    state,
    canRate,
    timeZone,
    ...(opensAt !== undefined && { opensAt: at(opensAt) }),
    ...(closesAt !== undefined && { closesAt: at(closesAt) }),
    ...(lastDay !== undefined && { lastDay }),
    results,
    ...(release && {
      release: { release: release.release, releasedAt: at(release.releasedAt) },
    }),
    links: {
      page: address(RATE),
      ...(canRate && { rate: address(RATE) }),
      results: address(RESULTS),
      api: address(API_CONSULTATION),
    },
  };
}
