import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { may } from "../../domain/organiser/role.ts";
import { QrCode } from "../invitation/qr-code.tsx";
import { Field } from "../form/field.tsx";
import { fill } from "../text.ts";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { aboutOr } from "../participation/shown-or.ts";

/** A channel with what its organisers hand out, and how many came by it as published. */
interface ChannelView {
  code: string;
  label: string;
  address: string;
  /** The modules of the QR code of its address. */
  modules: readonly (readonly boolean[])[];
  ballots: number | null;
}

interface Props extends SectionProps {
  channels: readonly ChannelView[];
  /** How many came without any of the links, as published. */
  without: number | null;
}

/** The link of each channel, to be copied or printed, and how many answered by it. */
export function ChannelsPage(props: Props) {
  const { language, text, assets, consultation, role, channels, without } = props;
  const words = text.channels;
  return (
    <SectionPage
      {...props}
      page={ORGANISE.channels}
      heading={words.title}
      moreStyle={assets.invitingStyle}
    >
      <p class="lead">{words.intro}</p>
      <ul>
        {words.known.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {channels.length > 0 ? null : (
        <p class="notice">
          {words.none}{" "}
          {may(role, "edit") ? (
            <a href={organisePath(ORGANISE.editPage, { id: consultation.id, lang: language })}>
              {words.toDraft}
            </a>
          ) : null}
        </p>
      )}
      {channels.map(({ code, label, address, modules, ballots }) => (
        <section class="entry" key={code} aria-labelledby={`channel-${code}`}>
          <h2 id={`channel-${code}`}>{label}</h2>
          <div class="channel-link">
            <QrCode modules={modules} label={`${words.picture}: ${label}`} />
            <Field id={`link-${code}`} label={words.link} describedBy={`channel-${code}`}>
              {(described) => (
                <>
                  <input
                    class="line-input"
                    id={`link-${code}`}
                    type="text"
                    dir="ltr"
                    readOnly
                    value={address}
                    {...described}
                  />
                  <p>{fill(words.came, { count: aboutOr(language, text, ballots) })}</p>
                </>
              )}
            </Field>
          </div>
        </section>
      ))}
      {channels.length === 0 ? null : (
        <p>{fill(words.without, { count: aboutOr(language, text, without) })}</p>
      )}
    </SectionPage>
  );
}
