import type { Panel } from "../../domain/ballot/ballot.ts";
import { type ComparedPair, rankChanges, toldPanels } from "../../domain/release/comparison.ts";
import { useReader } from "../language/reader.ts";
import { textOf, unmarked, Wording } from "../language/said.tsx";
import { fill, formatNumber, plural } from "../text.ts";
import { type Compared, titleIn } from "./said-side.ts";

/** What there is to see, in sentences, before any chart; of two releases places alone, of two waves what was compared. */
export function Findings({ comparison }: { comparison: Compared }) {
  const reader = useReader();
  const { language, text } = reader;
  const words = text.compare;
  const panels = toldPanels(comparison);
  const listed = (codes: readonly string[]) => new Intl.ListFormat(language).format(codes);
  const { only } = comparison;
  return (
    <section aria-labelledby="found">
      <h2 id="found">{words.found}</h2>
      {panels.length === 0 ? <p>{words.nothing}</p> : null}
      {panels.map((panel) =>
        comparison.kind === "waves" ? (
          <Verdicts key={panel} {...{ comparison, panel }} />
        ) : (
          <Places key={panel} {...{ comparison, panel }} />
        ),
      )}
      {only.earlier.length === 0 ? null : (
        <p>{fill(words.onlyEarlier, { codes: listed(only.earlier) })}</p>
      )}
      {only.later.length === 0 ? null : (
        <p>{fill(words.onlyLater, { codes: listed(only.later) })}</p>
      )}
    </section>
  );
}

interface OfPanel {
  comparison: Compared;
  panel: Panel;
}

/** Which is highest then and now, and how many have another rank; nothing of why. */
function Places({ comparison, panel }: OfPanel) {
  const reader = useReader();
  const { language, text } = reader;
  const words = text.compare;
  const name = text.common.panels[panel];
  const { moved, stayed } = rankChanges(comparison, panel);
  const count = moved.length + stayed.length;
  if (count === 0) return <p>{fill(words.rankless, { panel: name })}</p>;
  const highest = (when: "earlier" | "later") =>
    comparison[when].release.recommendations
      .filter(({ panels }) => panels[panel].rank === 1)
      .map(({ code }) =>
        fill(words.named, { title: textOf(titleIn(reader, comparison, code)), code }),
      );
  const [before, now] = [highest("earlier"), highest("later")].map((all) =>
    new Intl.ListFormat(language).format(all),
  ) as [string, string];
  const number = (value: number) => formatNumber(language, value);
  return (
    <p>
      {fill(before === now ? words.sameHighest : words.highest, { panel: name, before, now })}{" "}
      {fill(words.ranks, { moved: number(moved.length), count: number(count) })}
    </p>
  );
}

/** What may be said of two waves: which are rated higher, which lower, which neither, and which are not compared and why. */
function Verdicts({ comparison, panel }: OfPanel) {
  const { language, text } = useReader();
  const words = text.compare;
  const name = text.common.panels[panel];
  const found = { higher: [], lower: [], alike: [] } as Record<string, ComparedPair[]>;
  const because = new Map<string, string[]>();
  for (const pair of comparison.pairs) {
    const { compared } = pair.panels[panel];
    if ("because" in compared) {
      const why = compared.because;
      because.set(why, [...(because.get(why) ?? []), pair.code]);
    } else if (compared.differs) found[compared.delta > 0 ? "higher" : "lower"]!.push(pair);
    else found["alike"]!.push(pair);
  }
  const reasons = text.council.waves.because;
  return (
    <>
      {(["higher", "lower"] as const).map((which) =>
        found[which]!.length === 0 ? null : (
          <Named key={which} {...{ comparison, pairs: found[which]! }}>
            {fill(words[which], { panel: name })}
          </Named>
        ),
      )}
      {found["alike"]!.length === 0 ? null : (
        <p>{plural(language, words.alike, found["alike"]!.length, { panel: name })}</p>
      )}
      {[...because].map(([why, codes]) => (
        <p key={why}>
          {fill(codes.length === comparison.pairs.length ? words.noneCompared : words.notCompared, {
            panel: name,
            codes: new Intl.ListFormat(language).format(codes),
            because: reasons[why as keyof typeof reasons],
          })}
        </p>
      ))}
    </>
  );
}

interface NamedProps {
  comparison: Compared;
  pairs: readonly ComparedPair[];
  children: string;
}

function Named({ comparison, pairs, children }: NamedProps) {
  const reader = useReader();
  return (
    <>
      <p>{children}</p>
      <ul>
        {pairs.map(({ code }) => (
          <li key={code}>
            <Wording of={unmarked(titleIn(reader, comparison, code))} />{" "}
            <span class="code">{code}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
