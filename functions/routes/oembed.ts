import { API, type Oembed } from "../../domain/api.ts";
import { EMBED, HOME, pathOf, RESULTS, SHARE, withQuery } from "../../domain/paths.ts";
import type { Problem } from "../../domain/problem.ts";
import { saidIn, textOf } from "../../web/language/said.tsx";
import { ballotsOf } from "../../web/results/facts/choices.ts";
import { frameCode } from "../../web/results/share/frame-code.ts";
import { frameHeight } from "../../web/results/share/frame-height.ts";
import { pageProps, problemAnswer } from "../http/answers.tsx";
import type { App } from "../http/environment.ts";
import { taggedJson } from "../http/tagged.ts";
import type { Consultations } from "../memory/consultations.ts";
import type { NewestViews } from "../memory/newest-view.ts";
import type { Services } from "../services.ts";

/** Width of a frame in pixels where the asker has room, and for how many seconds the answer may be kept. */
const [USUAL, KEPT] = [720, 3_600];

/** Longer addresses are none of ours. */
const MOST_LETTERS = 2_000;

/**
 * Tells editors of other sites, to whom somebody gave an address of results, which frame to show. Answers for
 * addresses of this installation alone, and asks no other site anything.
 */
export function oembedRoutes(
  app: App,
  services: Services,
  consultations: Consultations,
  newestOf: NewestViews,
): void {
  app.get(API.oembed.path, async (context) => {
    const refuse = (problem: Problem) => problemAnswer(context, services, problem);
    const request = context.req.raw;
    const { url = "", format = "json", maxwidth, maxheight } = context.req.query();
    const address = ownAddress(url, new URL(request.url).origin);
    const id = address && consultationIn(address.pathname);
    const known = id === undefined ? undefined : await consultations.find(id);
    if (address === undefined || known === undefined) return refuse({ problem: "oembed-unknown" });
    if (format !== "json") return refuse({ problem: "oembed-format" });
    const { definition: consultation } = known;
    if (consultation.disclosure === "at-risk") return refuse({ problem: "embed-at-risk" });

    // In the language of the address; where it names none, in that of who asks.
    const named = new Request(address, { headers: request.headers });
    const page = pageProps(services, named, consultation.languages);
    // Of the choices the ballots alone: they are what a figure is made of, and a frame has no room for the others.
    const ballots = address.searchParams.get("ballots") ?? undefined;
    const { choices, view: viewOf } = await newestOf(known, page, { ballots });
    const view = viewOf();
    const said = (texts: typeof consultation.title) => textOf(saidIn(page, consultation, texts));
    const title = said(consultation.title);
    const width = Math.min(USUAL, mostOf(maxwidth));
    const height = Math.min(frameHeight({ ...page, consultation, view }, width), mostOf(maxheight));
    const path = withQuery(pathOf(EMBED, { id: consultation.id }), {
      ...ballotsOf(choices),
      lang: page.language,
    });
    const frame = {
      version: "1.0",
      type: "rich",
      title,
      ...(consultation.organiser && { author_name: said(consultation.organiser.name) }),
      provider_name: "Kenes",
      provider_url: page.origin + HOME,
      cache_age: KEPT,
      width,
      height,
      html: frameCode({
        address: page.origin + path,
        id: consultation.id,
        title,
        width: String(width),
        height: { narrow: height },
      }),
    } satisfies Oembed;
    // Where the address names no language, it is that of who asks.
    return taggedJson(context, frame, { Vary: "Accept-Encoding, Accept-Language" });
  });
}

/** An address of this installation; a user or another port in it makes it another's. */
function ownAddress(text: string, origin: string): URL | undefined {
  const address = text.length > MOST_LETTERS ? null : URL.parse(text);
  return address !== null && address.origin === origin && address.username === ""
    ? address
    : undefined;
}

/** Whatever somebody may copy out of the address line who looks at results. */
const SHOWN = [RESULTS, EMBED, SHARE].map(
  (path) => new RegExp(`^${path.replace(":id", "([a-z0-9-]+)")}/?$`),
);

const consultationIn = (path: string): string | undefined =>
  SHOWN.map((one) => one.exec(path)?.[1]).find((id) => id !== undefined);

/** The most that the asker has room for; what is no number says nothing. */
const mostOf = (text: string | undefined): number =>
  text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
