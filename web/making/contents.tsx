import { keysOf } from "../../domain/making/draft.ts";
import { itemField, type List, LISTS } from "../../domain/making/field.ts";
import { fill, formatNumber } from "../language/text.ts";
import type { Editing } from "./editing.ts";

/** The ways to every part of a long draft, each with how many of its texts are missing. */
export function Contents({ editing }: { editing: Editing }) {
  const { language, draft, missing } = editing;
  const { edit } = editing.text.making;
  const parts = (Object.keys(LISTS) as List[]).flatMap((list) =>
    keysOf(draft, list).map((key, index) => {
      const code = editing.value(itemField(list, key, "code")) || String(index + 1);
      const begin = `${list}.${key}.`;
      const count = [...missing].filter((name) => name.startsWith(begin)).length;
      return { id: `${list}-${key}`, name: fill(edit.item[list], { code }), count };
    }),
  );
  return (
    <nav aria-labelledby="contents">
      <details>
        <summary id="contents">{edit.contents}</summary>
        <ul>
          {parts.map(({ id, name, count }) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
              {count === 0 ? null : ` – ${edit.missing}: ${formatNumber(language, count)}`}
            </li>
          ))}
          <li>
            <a href="#rules">{edit.headings.rules}</a>
          </li>
        </ul>
      </details>
    </nav>
  );
}
