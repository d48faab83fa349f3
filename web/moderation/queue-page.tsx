import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { may } from "../../domain/organiser/role.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { REFUSAL_REASONS } from "../../domain/remark/remark.ts";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { fill, plural } from "../text.ts";
import { LastDecisions } from "./last-decisions.tsx";
import { QueueFilter } from "./queue-filter.tsx";
import { RulesForm } from "./rules-form.tsx";
import { Shortcuts } from "./shortcuts.tsx";
import { TextCard, Verdicts } from "./text-card.tsx";
import type { QueueFrame, TextView } from "./view.ts";

interface Props extends SectionProps, QueueFrame {
  /** The query of this page, without the language. */
  query: Readonly<Record<string, string>>;
  texts: readonly TextView[];
  /** The name after which the next page begins. */
  next: string | undefined;
  decided: readonly TextView[];
  /** Two moderators must say the same. */
  two: boolean;
  refused?: { problem: ProblemCode; missed: number; taken: number } | undefined;
}

/** What respondents wrote and nobody has read yet, or what became of it: each text with what can be decided. */
export function QueuePage(props: Props) {
  const { language, text, signedIn, consultation, role, refused, query, look } = props;
  const { id } = consultation;
  const words = text.moderation;
  const path = (endpoint: Parameters<typeof organisePath>[0]) =>
    organisePath(endpoint, { id, lang: language });
  const title = (code: string) => props.recommendations.find((one) => one.code === code)?.title;
  const progress = fill(words.progress, { all: props.texts.length });
  const { after: _, ...fromStart } = query;
  return (
    <SectionPage {...props} page={ORGANISE.moderation} heading={words.title} script>
      <Refusal
        heading={
          refused && refused.missed > 0
            ? `${plural(language, words.missed, refused.missed)} ${plural(language, words.taken, refused.taken)}`
            : undefined
        }
        why={refused && text.problems[refused.problem]}
      />
      <p class="lead">{words.intro}</p>
      {props.two ? <p class="notice">{words.rules.isTwo}</p> : null}
      <LastDecisions {...{ id, signedIn, query }} decided={props.decided} />
      <QueueFilter
        {...{ id, look }}
        counts={props.counts}
        recommendations={props.recommendations}
      />
      {props.texts.length === 0 ? (
        <div class="empty">
          <p>{words.empty[look.standing]}</p>
        </div>
      ) : (
        <>
          <Shortcuts
            keys={[
              ["a", words.accept],
              [`1–${REFUSAL_REASONS.length}`, words.keys.refuse],
              ["l", words.later],
            ]}
          />
          <Form
            id="texts"
            action={path(ORGANISE.judgeTexts)}
            token={signedIn.formToken}
            hidden={query}
            data-cards="one"
          >
            <h2>{words.texts}</h2>
            {props.texts.map((one, place) => (
              <TextCard key={one.name} {...{ one, place }} title={title(one.code)}>
                <input type="hidden" name="text" value={one.shown} />
                <Verdicts place={place} />
              </TextCard>
            ))}
            <p class="hint" id="progress" role="status" data-words={progress} />
            <p class="buttons">
              <button type="submit">{words.save}</button>
            </p>
          </Form>
        </>
      )}
      <p class="pages">
        {look.after === undefined ? null : (
          <a href={withQuery(path(ORGANISE.moderation), fromStart)}>{words.first}</a>
        )}
        {props.next === undefined ? null : (
          <a href={withQuery(path(ORGANISE.moderation), { ...query, after: props.next })}>
            {words.next}
          </a>
        )}
      </p>
      <section aria-labelledby="when-to-refuse">
        <h2 id="when-to-refuse">{words.guide.heading}</h2>
        <p>{words.guide.intro}</p>
        <dl class="facts">
          {REFUSAL_REASONS.map((reason) => (
            <div key={reason}>
              <dt>{words.refusals[reason]}</dt>
              <dd>{words.guide.when[reason]}</dd>
            </div>
          ))}
        </dl>
      </section>
      {may(role, ORGANISE.moderationRules.access) ? (
        <RulesForm {...{ signedIn, two: props.two }} action={path(ORGANISE.moderationRules)} />
      ) : null}
    </SectionPage>
  );
}

/** An address that has a query already, with more of it. */
export const withQuery = (address: string, query: Readonly<Record<string, string>>): string =>
  Object.keys(query).length === 0 ? address : `${address}&${new URLSearchParams(query)}`;
