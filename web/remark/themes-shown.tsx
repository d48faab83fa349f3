import { PANELS } from "../../domain/ballot/ballot.ts";
import type { ThemeShown } from "../../domain/remark/theme.ts";
import { FEWEST_TOLD } from "../../domain/remark/told.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { useReader } from "../language/reader.ts";
import { saidIn, Wording } from "../language/said.tsx";
import { fill, formatNumber } from "../text.ts";

interface Props {
  consultation: Pick<Consultation, "languages">;
  /** Themes of at least ten people each (`functions/memory/remarks.ts`). */
  themes: readonly ThemeShown[];
}

/** What the reasons have in common, public beside experts. Nothing where no theme has ten people. */
export function ThemesShown({ consultation, themes }: Props) {
  const reader = useReader();
  const { language, text } = reader;
  const words = text.moderation.shown;
  if (themes.length === 0) return null;
  const number = (value: number) => formatNumber(language, value);
  return (
    <section>
      <h2 id="reasons-themes">{words.themes}</h2>
      <p class="hint">{fill(words.themesHint, { fewest: number(FEWEST_TOLD) })}</p>
      <div class="table-scroll" role="region" aria-labelledby="reasons-themes" tabIndex={0}>
        <table aria-labelledby="reasons-themes">
          <thead>
            <tr>
              <th scope="col">{words.theme}</th>
              {PANELS.map((panel) => (
                <th scope="col" key={panel}>
                  {text.common.panels[panel]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {themes.map(({ theme, told }) => (
              <tr key={theme.code}>
                <th scope="row">
                  <Wording of={saidIn(reader, consultation, theme.name)} />
                </th>
                {PANELS.map((panel) => (
                  <td key={panel}>
                    {told[panel] === undefined
                      ? fill(words.fewer, { fewest: number(FEWEST_TOLD) })
                      : fill(words.atLeast, { count: number(told[panel]) })}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
