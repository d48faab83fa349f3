import { type FatedAnswer, holds } from "../../domain/response/standing.ts";
import { useReader } from "../language/reader.ts";
import { fill, formatDay, formatNumber } from "../text.ts";
import { statusWord } from "./status-words.ts";

/** What can be done about an entry, by the address at which it is done. */
export interface EntryWays {
  correct?: string | undefined;
  withdraw?: string | undefined;
}

interface Props {
  history: readonly FatedAnswer[];
  waysOf: (answer: FatedAnswer) => EntryWays;
}

/** The entries that hold and about which whoever looks can do something. */
export function HeldEntries({ history, waysOf }: Props) {
  const reader = useReader();
  const { language, text } = reader;
  const words = text.responding.entries;
  const held = history
    .filter(holds)
    .map((answer) => ({ answer, ways: waysOf(answer) }))
    .filter(({ ways }) => ways.correct !== undefined || ways.withdraw !== undefined);
  if (held.length === 0) return null;
  return (
    <section aria-labelledby="held">
      <h2 id="held">{words.heading}</h2>
      <ul class="answers">
        {held.map(({ answer, ways }) => {
          const entry = fill(words.entry, {
            number: formatNumber(language, answer.number),
            status: statusWord(reader, answer.status),
            day: formatDay(language, answer.day),
          });
          const way = (address: string | undefined, name: string) =>
            address === undefined ? null : (
              <a href={address}>
                {name}
                <span class="visually-hidden">: {entry}</span>
              </a>
            );
          return (
            <li class="entry" key={answer.number}>
              <p>{entry}</p>
              {ways.correct === undefined ? <p class="hint">{words.byAddressee}</p> : null}
              <p class="buttons">
                {way(ways.correct, words.correct)}
                {way(ways.withdraw, words.withdraw)}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
