import { encode } from "uqr";
import { BY_CHANNEL, NOT_SAID } from "../../../domain/consultation/groupings.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { tookPart } from "../../../domain/participation/took-part.ts";
import { ChannelsPage } from "../../../web/channel/channels-page.tsx";
import { pageAnswer } from "../../http/answers.tsx";
import { channelAddress } from "../../ballot/channel.ts";
import { onPublished } from "./section.tsx";
import { guarded } from "../../organiser/guard.tsx";
import type { PublishedReleases } from "../../memory/releases.ts";
import type { Services } from "../../services.ts";
import type { App } from "../../http/environment.ts";

/** The page with the links of a consultation's channels. It never reads the tally. */
export function channelRoutes(app: App, services: Services, published: PublishedReleases): void {
  guarded(app, services, ORGANISE.channels, (context, actor) =>
    onPublished(services, context, actor, async ({ definition, page, language }) => {
      const { origin } = new URL(context.req.url);
      const newest = (await published.newest(definition.id))?.release;
      const came = (wanted: string) =>
        tookPart(
          (newest?.segments ?? [])
            .filter(({ question, option }) => question === BY_CHANNEL && option === wanted)
            .map(({ participation }) => participation),
        );
      const channels = (definition.channels ?? []).map(({ code, label }) => {
        const address = channelAddress(services, origin, definition.id, code);
        return {
          code,
          label: label[language] ?? label[definition.languages[0]!] ?? code,
          address,
          modules: encode(address, { ecc: "M", border: 0 }).data,
          ballots: came(code),
        };
      });
      return pageAnswer(<ChannelsPage {...page} channels={channels} without={came(NOT_SAID)} />);
    }),
  );
}
