import { API_MODERATION_CSV, MODERATION, pathOf, SUGGESTIONS } from "../../domain/paths.ts";
import type { ModerationTold } from "../../domain/remark/counts.ts";
import { FEWEST_TOLD } from "../../domain/remark/told.ts";
import { languageName } from "../language/names.ts";
import { fill, formatNumber } from "../text.ts";
import { RemarkPage, type RemarkPageProps } from "./remark-page.tsx";

interface Props extends RemarkPageProps {
  told: ModerationTold;
  /** Two moderators must say the same. */
  two: boolean;
}

/** How many reasons and suggestions moderators accepted and refused, and why: never what stood in them. */
export function ModerationPage(props: Props) {
  const { language, text, consultation, told, two } = props;
  const { id } = consultation;
  const words = text.moderation.log;
  const number = (value: number) => formatNumber(language, value);
  const count = (value: number | undefined) =>
    value === undefined
      ? fill(text.moderation.shown.fewer, { fewest: number(FEWEST_TOLD) })
      : number(value);
  return (
    <RemarkPage
      {...props}
      title={words.title}
      lead={words.lead}
      path={MODERATION}
      ways={
        <>
          <li>
            <a href={pathOf(API_MODERATION_CSV, { id })} download>
              {words.download}
            </a>
          </li>
          <li>
            <a href={pathOf(SUGGESTIONS, { id, lang: language })}>
              {text.moderation.shown.suggestions}
            </a>
          </li>
        </>
      }
    >
      <p>{two ? words.two : words.one}</p>
      <section>
        <h2 id="outcomes">{words.outcomes}</h2>
        <dl class="facts">
          {(["accepted", "refused", "waiting"] as const).map((standing) => (
            <div key={standing}>
              <dt>{words[standing]}</dt>
              <dd>{count(told[standing])}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2 id="refused">{words.reasons}</h2>
        <Table
          labelledBy="refused"
          head={[words.reason, words.texts]}
          rows={told.reasons.map(({ reason, texts }) => [
            text.moderation.refusals[reason],
            count(texts),
          ])}
        />
      </section>
      <section>
        <h2 id="languages">{words.languages}</h2>
        {told.languages.length === 0 ? (
          <p>{fill(words.noLanguages, { fewest: number(FEWEST_TOLD) })}</p>
        ) : (
          <Table
            labelledBy="languages"
            head={[words.language, words.people]}
            rows={told.languages.map((one) => [
              languageName(one.language, language),
              fill(text.moderation.shown.atLeast, { count: number(one.people) }),
            ])}
          />
        )}
        <p class="hint">{fill(words.how, { fewest: number(FEWEST_TOLD) })}</p>
      </section>
    </RemarkPage>
  );
}

interface TableProps {
  labelledBy: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

const Table = ({ labelledBy, head, rows }: TableProps) => (
  <div class="table-scroll" role="region" aria-labelledby={labelledBy} tabIndex={0}>
    <table aria-labelledby={labelledBy}>
      <thead>
        <tr>
          {head.map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = "", value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
