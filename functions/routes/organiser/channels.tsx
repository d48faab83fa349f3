import { encode } from "uqr";
import { BY_CHANNEL, NOT_SAID } from "../../../domain/consultation/groupings.ts";
import { stageAt } from "../../../domain/consultation/life.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { tookPart } from "../../../domain/participation/took-part.ts";
import { RATE, pathOf } from "../../../domain/paths.ts";
import { type Problem, PROBLEMS } from "../../../domain/problem.ts";
import { ChannelsPage } from "../../../web/channel/channels-page.tsx";
import { saidIn, textOf } from "../../../web/language/said.tsx";
import { addChannel } from "../../consultation/channels.ts";
import { pageAnswer } from "../../http/answers.tsx";
import { channelAddress } from "../../ballot/channel.ts";
import { lettersTo } from "./group-page.tsx";
import { onPublished, type PublishedSection } from "./section.tsx";
import { doneAt } from "../../organiser/done.ts";
import { afresh, guarded } from "../../organiser/guard.tsx";
import type { PublishedReleases } from "../../memory/releases.ts";
import type { Services } from "../../services.ts";
import type { App } from "../../http/environment.ts";

/** The page with the links of a consultation and its channels, and the form that adds one. It never reads the tally. */
export function channelRoutes(app: App, services: Services, published: PublishedReleases): void {
  const shown = async (
    input: PublishedSection,
    refused?: { problem: Problem; entered: Record<string, string> },
  ) => {
    const { context, definition, life, page } = input;
    const { origin } = new URL(context.req.url);
    const newest = (await published.newest(definition.id))?.release;
    const came = (wanted: string) =>
      tookPart(
        (newest?.segments ?? [])
          .filter(({ question, option }) => question === BY_CHANNEL && option === wanted)
          .map(({ participation }) => participation),
      );
    const linkTo = (address: string) => ({
      address,
      modules: encode(address, { ecc: "M", border: 0 }).data,
    });
    const { channels = [], laterChannels = [], languages } = definition;
    const channelView = (one: (typeof channels)[number], ballots: number | null | undefined) => ({
      code: one.code,
      label: textOf(saidIn(page, definition, one.label)),
      ballots,
      ...linkTo(channelAddress(services, origin, definition.id, one.code)),
    });
    const ownPage = `${origin}${pathOf(RATE, { id: definition.id })}`;
    const stage = stageAt({ definition, life }, services.now());
    const adding = {
      languages,
      atRisk: definition.disclosure === "at-risk",
      entered: refused?.entered ?? {},
      problem: refused?.problem,
    };
    return pageAnswer(
      <ChannelsPage
        {...page}
        own={linkTo(ownPage)}
        channels={[
          ...channels.map((one) => channelView(one, came(one.code))),
          ...laterChannels.map((one) => channelView(one, undefined)),
        ]}
        without={channels.length === 0 ? undefined : came(NOT_SAID)}
        letters={lettersTo("public", input)}
        adding={stage === "open" || stage === "paused" ? adding : undefined}
      />,
      refused === undefined ? 200 : PROBLEMS[refused.problem.problem],
    );
  };

  guarded(app, services, ORGANISE.channels, (context, actor) =>
    onPublished(services, context, actor, (input) => shown(input)),
  );

  guarded(app, services, ORGANISE.addChannel, (context, actor, { fields }) =>
    onPublished(services, context, actor, async ({ definition, language }) => {
      const entered = Object.fromEntries(
        definition.languages.map((one) => [
          one,
          (fields.get(`label.${one}`) ?? "").replace(/\s+/g, " ").trim(),
        ]),
      );
      const made = await addChannel(services, actor, entered);
      if ("problem" in made) {
        return onPublished(services, context, afresh(services, actor), (now) =>
          shown(now, { problem: made, entered }),
        );
      }
      const to = organisePath(ORGANISE.channels, { id: definition.id, lang: language });
      return doneAt(services, actor, to, "channel-added");
    }),
  );
}
