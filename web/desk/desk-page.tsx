import type { ComponentChildren } from "preact";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { DESK, DESK_LEAVE, pathOf } from "../../domain/paths.ts";
import type { ResponseEntry } from "../../domain/response/entry.ts";
import { Form } from "../form/form.tsx";
import { Filled } from "../language/filled.tsx";
import type { Reader } from "../language/reader.ts";
import { saidIn, textOf, Wording } from "../language/said.tsx";
import type { Assets } from "../page/assets.ts";
import { Document } from "../page/document.tsx";
import { pageTitle } from "../page/page-title.ts";
import { Answering, type AnsweringProps } from "../response/answering.tsx";
import { AnswersList } from "../response/answers-list.tsx";
import { fill, formatNumber } from "../text.ts";

export interface DeskProps extends Reader {
  assets: Assets;
  definition: Consultation;
  /** Whose desk it is, by its code. */
  addressee: string;
  formToken: string;
}

interface FrameProps extends DeskProps {
  heading: string;
  query?: Record<string, string>;
  children: ComponentChildren;
}

/** Every page of a desk: whose it is, what becomes of what is recorded, and the way out. */
function DeskFrame(props: FrameProps) {
  const { language, text, assets, definition, addressee, heading } = props;
  const words = text.responding.desk;
  const named = definition.addressees.find(({ code }) => code === addressee);
  return (
    <Document
      sends
      {...{ language, text }}
      title={pageTitle(heading, words.title)}
      path={DESK}
      query={props.query}
      languages={definition.languages}
      style={assets.style}
      moreStyle={[assets.consoleStyle, assets.resultsStyle]}
      footer={words.footer}
    >
      <nav class="console-head" aria-label={words.title}>
        <a href={pathOf(DESK, { lang: language })}>{text.responding.back}</a>
        <Form action={pathOf(DESK_LEAVE, { lang: language })} token={props.formToken}>
          <button class="link-button" type="submit">
            {words.leave}
          </button>
        </Form>
      </nav>
      <p class="eyebrow">
        <Wording of={saidIn(props, definition, definition.title)} />
      </p>
      <h1>{heading}</h1>
      <p class="lead">
        <Filled
          of={words.belongs}
          values={{
            addressee:
              named === undefined ? (
                addressee
              ) : (
                <strong>
                  <Wording of={saidIn(props, definition, named.name)} />
                </strong>
              ),
          }}
        />
      </p>
      {props.children}
    </Document>
  );
}

interface ListProps extends DeskProps {
  entries: readonly ResponseEntry[];
  since: string | undefined;
  today: string;
  /** The number of the entry that has just been recorded. */
  recorded: number | undefined;
}

/** An addressee's own recommendations, and what becomes of what it records. */
export function DeskPage(props: ListProps) {
  const { language, text, definition, addressee, entries, since, today, recorded } = props;
  const words = text.responding;
  const here = pathOf(DESK, { lang: language });
  return (
    <DeskFrame {...props} heading={words.desk.title}>
      {recorded === undefined ? null : (
        <p class="notice done" role="status">
          {fill(words.desk.recorded, { number: formatNumber(language, recorded) })}
        </p>
      )}
      <ul>
        {[...words.desk.known, words.desk.leaveHint].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h2>{words.recommendations}</h2>
      <AnswersList
        {...{ entries, since, today }}
        consultation={definition}
        recommendations={definition.recommendations.filter((one) => one.addressee === addressee)}
        linkTo={(code) => `${here}&recommendation=${encodeURIComponent(code)}`}
      />
    </DeskFrame>
  );
}

/** One recommendation, and the form in which its addressee answers it. */
export function DeskAnswerPage(props: DeskProps & { answering: AnsweringProps }) {
  const { language, definition, addressee, formToken, answering } = props;
  const { recommendation, corrected } = answering;
  const query = {
    recommendation: recommendation.code,
    ...(corrected !== undefined && { corrects: String(corrected.number) }),
  };
  const here = `${pathOf(DESK, { lang: language })}&recommendation=${encodeURIComponent(recommendation.code)}`;
  const title = textOf(saidIn(props, definition, recommendation.title));
  return (
    <DeskFrame {...props} heading={`${recommendation.code} · ${title}`} query={query}>
      <p class="notice">{props.text.responding.desk.known[0]}</p>
      <Answering
        {...answering}
        action={pathOf(DESK, { lang: language })}
        token={formToken}
        ratherNew={here}
        waysOf={(answer) =>
          answer.by === "addressee" && answer.addressee === addressee
            ? { correct: `${here}&corrects=${answer.number}#answer` }
            : {}
        }
      />
    </DeskFrame>
  );
}
