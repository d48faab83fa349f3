import type { Language } from "../../domain/language.ts";
import { useReader } from "../language/reader.ts";
import { namedGroupings } from "../groupings/group-names.ts";
import { textOf, Wording } from "../language/said.tsx";
import { fill, formatNumber } from "../text.ts";
import { tookPart } from "../../domain/participation/took-part.ts";
import { aboutOr } from "./shown-or.ts";
import type { WatchView } from "./view.ts";

/** The public by everything that tells it apart; beside the population where its shares are known. */
export function Groups({ view }: { view: WatchView }) {
  const { language, text } = useReader();
  const { participation: words } = text;
  return (
    <>
      {namedGroupings({ consultation: view.definition, language, text }).map((named) => {
        const { code, question, label } = named;
        const gaps = view.gaps[code];
        const source = view.definition.about.find((one) => one.code === code)?.population?.source;
        const rows = view.newest?.segments.filter((one) => one.question === code) ?? [];
        return (
          <div
            key={code}
            class="table-scroll"
            role="region"
            aria-label={textOf(question)}
            tabIndex={0}
          >
            <table class={gaps === undefined ? undefined : "with-shares"}>
              <caption>
                <Wording of={question} />
              </caption>
              <thead>
                <tr>
                  <th scope="col">{words.group}</th>
                  <th scope="col" class="number">
                    {words.count}
                  </th>
                  {gaps === undefined ? null : (
                    <>
                      <th scope="col" class="number">
                        {words.gaps.share}
                      </th>
                      <th scope="col" class="number">
                        {words.gaps.population}
                      </th>
                    </>
                  )}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ option, participation }) => {
                  const gap = gaps?.find((one) => one.option === option);
                  return (
                    <tr key={option}>
                      <th scope="row">
                        <Wording of={label(option)} />
                      </th>
                      <td class="number">{aboutOr(language, text, tookPart([participation]))}</td>
                      {gaps === undefined ? null : (
                        <>
                          <td class="number">
                            {inPercent(language, gap?.share)}
                            {gap?.under === true ? (
                              <>
                                <br />
                                {`(${words.gaps.under})`}
                              </>
                            ) : null}
                          </td>
                          {/* Of a group of which nothing is told it would be a share of another whole than the shown ones'. */}
                          <td class="number">
                            {inPercent(language, gap?.share === null ? null : gap?.population)}
                          </td>
                        </>
                      )}
                    </tr>
                  );
                })}
              </tbody>
            </table>
            {gaps === undefined || source === undefined ? null : (
              <p class="hint">{fill(words.gaps.source, { source })}</p>
            )}
          </div>
        );
      })}
    </>
  );
}

const inPercent = (language: Language, share: number | null | undefined): string =>
  typeof share === "number" ? `${formatNumber(language, share * 100)} %` : "–";
