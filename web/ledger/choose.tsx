import type { ComponentChildren } from "preact";
import { RESPONSE_STATUSES } from "../../domain/response/status.ts";
import { saidIn, Wording } from "../language/said.tsx";
import { statusWord } from "../response/status-words.ts";
import { formatNumber } from "../text.ts";
import type { LedgerChoices } from "./choices.ts";
import { ledgerAddress, type LedgerView } from "./view.ts";

/** The order, the addressee and the status: all of them links, so each can be shared. */
export function Choose({ view }: { view: LedgerView }) {
  const { text, language, choices, orders, lines, consultation } = view;
  const { choose } = text.ledger;
  const statuses = RESPONSE_STATUSES.filter((status) =>
    lines.some((line) => line.status === status),
  );
  const count = (status: string) =>
    formatNumber(language, lines.filter((line) => line.status === status).length);
  return (
    <div class="choose">
      {orders.length < 2 ? null : (
        <Choices name={choose.by}>
          {orders.map((by) => (
            <Choice key={by} view={view} change={{ by }} current={by === choices.by}>
              {choose.orders[by]}
            </Choice>
          ))}
        </Choices>
      )}
      {consultation.addressees.length < 2 ? null : (
        <Choices name={choose.addressee}>
          <Choice
            view={view}
            change={{ addressee: undefined }}
            current={choices.addressee === undefined}
          >
            {choose.all}
          </Choice>
          {consultation.addressees.map(({ code, name }) => (
            <Choice
              key={code}
              view={view}
              change={{ addressee: code }}
              current={choices.addressee === code}
            >
              <Wording of={saidIn(view, consultation, name)} />
            </Choice>
          ))}
        </Choices>
      )}
      {statuses.length < 2 && choices.status === undefined ? null : (
        <Choices name={choose.status}>
          <Choice view={view} change={{ status: undefined }} current={choices.status === undefined}>
            {choose.all}
          </Choice>
          {statuses.map((status) => (
            <Choice
              key={status}
              view={view}
              change={{ status }}
              current={choices.status === status}
            >
              {`${statusWord(view, status)} (${count(status)})`}
            </Choice>
          ))}
        </Choices>
      )}
      {orders.length === 0 ? null : <p class="hint">{choose.explained[choices.by]}</p>}
    </div>
  );
}

const Choices = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <nav aria-label={name}>
    <span class="choose-name" aria-hidden="true">
      {name}
    </span>
    {children}
  </nav>
);

interface ChoiceProps {
  view: LedgerView;
  change: Partial<LedgerChoices>;
  current: boolean;
  children: ComponentChildren;
}

const Choice = ({ view, change, current, children }: ChoiceProps) => (
  <a href={`${ledgerAddress(view, change)}#priority`} aria-current={current ? "true" : undefined}>
    {children}
  </a>
);
