import type { ComponentChildren } from "preact";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { EMBED, pathOf, RESULTS, SHARE, withQuery } from "../../../domain/paths.ts";
import { licenceOf } from "../../../domain/consultation/licence.ts";
import { Filled } from "../../language/filled.tsx";
import type { Reader } from "../../language/reader.ts";
import { saidIn, textOf, Wording } from "../../language/said.tsx";
import { Follow } from "../../news/follow.tsx";
import { feedsFor } from "../../news/follow-links.ts";
import type { Assets } from "../../page/assets.ts";
import { Document } from "../../page/document.tsx";
import { fill } from "../../text.ts";
import { ballotsOf } from "../facts/choices.ts";
import { leftOutWords } from "../facts/left-out.ts";
import type { ResultsView } from "../facts/view.ts";
import { ChartList } from "./chart-list.tsx";
import { citation } from "./cited.ts";
import { CopyField } from "./copy-field.tsx";
import { frameCode, heightScript } from "./frame-code.ts";
import { oembedAddress } from "./oembed-address.ts";
import { frameHeight, NARROW, USUAL } from "./frame-height.ts";

export interface SharePageProps extends Reader {
  assets: Assets;
  /** Under which address people find this installation. */
  origin: string;
  consultation: Consultation;
  /** `undefined` before the first release. */
  view: ResultsView | undefined;
  /** What else there is of it to show elsewhere. */
  more?: ComponentChildren;
}

/** How to show the results on another site, to cite them, and to take their charts along. */
export function SharePage(props: SharePageProps) {
  const { language, text, assets, origin, consultation, view } = props;
  const { share } = text;
  const { id, languages } = consultation;
  const ballots = view && ballotsOf(view.choices);
  const leftOut = view && leftOutWords(view);
  const title = saidIn(props, consultation, consultation.title);
  return (
    <Document
      language={language}
      text={text}
      title={`${fill(share.pageTitle, { title: textOf(title) })} – Kenes`}
      path={pathOf(SHARE, { id })}
      query={ballots}
      languages={languages}
      style={assets.readingStyle}
      script={assets.shareScript}
      oembed={oembedAddress(props)}
      feeds={feedsFor(props, consultation)}
    >
      <p class="eyebrow">
        <Wording of={title} />
      </p>
      <h1>{share.heading}</h1>
      <p class="lead">
        <Filled
          of={share.lead}
          values={{
            licence: (
              <a href={licenceOf(consultation).address} rel="license noopener">
                {licenceOf(consultation).name}
              </a>
            ),
            terms: share.terms[licenceOf(consultation).id],
          }}
        />
      </p>
      <p>
        <a href={withQuery(pathOf(RESULTS, { id }), { ...ballots, lang: language })}>
          {share.whole}
        </a>
      </p>
      {leftOut === undefined ? null : (
        <p class="notice notice-warning">
          {leftOut} {text.flagged.shared}{" "}
          <a href={pathOf(SHARE, { id, lang: language })}>{text.flagged.back}</a>
        </p>
      )}
      <section aria-labelledby="embed">
        <h2 id="embed">{share.embed.heading}</h2>
        {consultation.disclosure === "at-risk" ? (
          <p class="notice">{share.embed.atRisk}</p>
        ) : (
          <EmbedCode {...{ props, origin, title: textOf(title) }} />
        )}
      </section>
      {view === undefined ? (
        <p class="hint">{share.later}</p>
      ) : (
        <>
          <section aria-labelledby="cite">
            <h2 id="cite">{share.cite.heading}</h2>
            <CopyField
              id="citation"
              label={share.cite.label}
              of={citation(view, origin)}
              rows={6}
            />
          </section>
          <ChartList view={view} />
        </>
      )}
      <Follow consultation={consultation} />
      {props.more}
    </Document>
  );
}

interface EmbedProps {
  props: SharePageProps;
  origin: string;
  title: string;
}

function EmbedCode({ props, origin, title }: EmbedProps) {
  const { language, text, consultation } = props;
  const { id } = consultation;
  const ballots = props.view && ballotsOf(props.view.choices);
  const path = withQuery(pathOf(EMBED, { id }), { ...ballots, lang: language });
  const height = { narrow: frameHeight(props, NARROW), usual: frameHeight(props, USUAL) };
  const frame = { address: origin + path, id, title, width: "100%", height };
  const { embed } = text.share;
  return (
    <>
      <p>{embed.what}</p>
      <CopyField
        id="code"
        label={embed.label}
        of={`${frameCode(frame)}\n${heightScript(frame)}`}
        rows={9}
        isCode
      />
      <p class="hint">{embed.script}</p>
      <p class="hint">{embed.paste}</p>
      <p>
        <a href={path}>{embed.see}</a>
      </p>
    </>
  );
}
