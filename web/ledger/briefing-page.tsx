import { TOP } from "../../domain/ledger/places.ts";
import { BRIEFING } from "../../domain/paths.ts";
import { saidIn, Wording } from "../language/said.tsx";
import { tookPartWords } from "../results/chart/source.ts";
import { formatNumber } from "../text.ts";
import { factsOf } from "./addressees.tsx";
import { ledgerChart } from "./chart.tsx";
import { HighestTable } from "./highest-table.tsx";
import type { AddresseeView } from "./of-addressee.ts";
import { type SheetProps, SheetPage } from "./sheet-page.tsx";
import { dayWords } from "./words.tsx";

/** How many recommendations are named where many have waited equally long. */
const NAMED = 6;

/** One page about one addressee: its figures, its highest, and how long they have waited. */
export const BriefingPage = (props: SheetProps) => (
  <SheetPage
    {...props}
    kind="briefing"
    path={BRIEFING}
    title={props.view.text.ledger.briefing.title}
  >
    {(of) => <Briefing of={of} />}
  </SheetPage>
);

function Briefing({ of }: { of: AddresseeView }) {
  const { view, newest, name, summary, own, waiting, highest } = of;
  const { language, text, consultation, ledger, choices, orders } = view;
  const { briefing, choose, chart: words } = text.ledger;
  const number = (value: number) => formatNumber(language, value);
  const chart = ledgerChart(view, own.slice(0, TOP));
  const facts = [
    [briefing.own, number(own.length)] as const,
    [briefing.waiting, number(waiting.length)] as const,
    ...factsOf(view, summary, NAMED),
  ];
  return (
    <>
      <p class="eyebrow">
        <Wording of={saidIn(view, consultation, consultation.title)} />
      </p>
      <h1>
        <Wording of={name} />
      </h1>
      <p>
        {dayWords(view, ledger.day)}
        {" · "}
        {tookPartWords({ ...view, release: newest.release })}
      </p>
      <dl class="sheet-facts">
        {facts.map(([title, fact]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      {highest.length === 0 ? null : (
        <>
          <h2>{briefing.highest}</h2>
          <p class="hint">{choose.explained[choices.by]}</p>
          <HighestTable of={of} />
        </>
      )}
      <figure>
        <figcaption>{orders.length === 0 ? words.caption : briefing.chart}</figcaption>
        <svg class="chart" width="100%" height={chart.height} role="img" aria-label={chart.label}>
          {chart.content}
        </svg>
      </figure>
    </>
  );
}
