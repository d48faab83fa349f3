import { keysOf } from "../../domain/draft/draft.ts";
import { itemField, type List, LISTS } from "../../domain/draft/field.ts";
import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";
import type { Editing } from "./editing.ts";
import { MissingCount } from "./missing-count.tsx";

/** The ways to every part of a long draft, each with how many of its texts are missing. */
export function Contents({ editing }: { editing: Editing }) {
  const { draft } = editing;
  const { edit } = useReader().text.draft;
  const parts = (Object.keys(LISTS) as List[]).flatMap((list) =>
    keysOf(draft, list).map((key, index) => {
      const code = editing.value(itemField(list, key, "code")) || String(index + 1);
      return { list, key, name: fill(edit.item[list], { code }) };
    }),
  );
  return (
    <nav aria-labelledby="contents">
      <details>
        <summary id="contents">{edit.contents}</summary>
        <ul>
          {parts.map(({ list, key, name }) => (
            <li key={`${list}-${key}`}>
              <a href={`#${list}-${key}`}>{name}</a>
              <MissingCount {...{ editing, list }} item={key} />
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
