import type { Language } from "../../domain/language.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { may } from "../../domain/organiser/role.ts";
import type { Problem } from "../../domain/problem.ts";
import { Refusal } from "../form/refusal.tsx";
import type { Letter } from "../invitation/letter.ts";
import { Letters } from "../invitation/letters.tsx";
import { fill } from "../text.ts";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { aboutOr } from "../participation/shown-or.ts";
import { AddChannelForm } from "./add-channel-form.tsx";
import { LinkBox } from "./link-box.tsx";

/** A link that is handed out, with the modules of the QR code of its address. */
interface LinkView {
  address: string;
  modules: readonly (readonly boolean[])[];
}

/** A channel with what its organisers hand out, and how many came by it as published. */
interface ChannelView extends LinkView {
  code: string;
  label: string;
  /** `undefined` of one that was added while it was open: it is no group. */
  ballots: number | null | undefined;
}

/** A channel that is being added. */
interface Adding {
  languages: readonly Language[];
  /** Among people at risk none is added while it is open. */
  atRisk: boolean;
  entered: Readonly<Record<string, string>>;
  problem: Problem | undefined;
}

interface Props extends SectionProps {
  /** The consultation's own page. */
  own: LinkView;
  channels: readonly ChannelView[];
  /** How many came without any of the links, as published; `undefined` where that is not counted. */
  without: number | null | undefined;
  letters: readonly Letter[];
  /** `undefined` unless answers are taken, or paused. */
  adding: Adding | undefined;
}

/** The links of the page and of each channel, to be copied or printed, and how many answered by them. */
export function ChannelsPage(props: Props) {
  const { language, text, assets, signedIn, consultation, role } = props;
  const { own, channels, without, letters, adding } = props;
  const words = text.channels;
  const problem = adding?.problem;
  const why = problem && text.problems[problem.problem];
  return (
    <SectionPage
      {...props}
      page={ORGANISE.channels}
      heading={words.title}
      moreStyle={assets.invitingStyle}
    >
      <Refusal why={why} />
      <section aria-labelledby="own-page">
        <h2 id="own-page">{words.own.heading}</h2>
        <LinkBox {...own} id="link" heading="own-page" picture={words.own.picture}>
          <p>{words.own.hint}</p>
        </LinkBox>
      </section>
      <p class="lead">{words.intro}</p>
      <ul>
        {words.known.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {channels.length > 0 ? null : <p class="notice">{words.none}</p>}
      {channels.map(({ code, label, address, modules, ballots }) => (
        <section class="entry" key={code} aria-labelledby={`channel-${code}`}>
          <h2 id={`channel-${code}`}>{label}</h2>
          <LinkBox
            {...{ address, modules }}
            id={`link-${code}`}
            heading={`channel-${code}`}
            picture={`${words.picture}: ${label}`}
          >
            <p>
              {ballots === undefined
                ? words.later.counted
                : fill(words.came, { count: aboutOr(language, text, ballots) })}
            </p>
          </LinkBox>
        </section>
      ))}
      {without === undefined ? null : (
        <p>{fill(words.without, { count: aboutOr(language, text, without) })}</p>
      )}
      {adding === undefined || !may(role, "edit") ? null : adding.atRisk ? (
        <p class="notice">{text.problems["channel-at-risk"]}</p>
      ) : (
        <AddChannelForm
          {...{ signedIn }}
          action={organisePath(ORGANISE.addChannel, { id: consultation.id, lang: language })}
          languages={adding.languages}
          entered={adding.entered}
          fault={problem?.problem === "channel-invalid" ? why : undefined}
        />
      )}
      <Letters letters={letters} hint={text.invitation.letter.publicHint} />
    </SectionPage>
  );
}
