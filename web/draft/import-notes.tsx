import type { Note } from "../../domain/draft/import/note.ts";
import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";

/** Most places and texts that one sentence lists. */
const MOST_LISTED = 30;

/** Everything that an import altered or left out; nothing where that is nothing. */
export function ImportNotes({ notes }: { notes: readonly Note[] }) {
  const { importing } = useReader().text.draft;
  return notes.length === 0 ? null : (
    <section aria-labelledby="altered-h">
      <h2 id="altered-h">{importing.altered}</h2>
      <ul>
        {notes.map(({ kind, values }) => (
          <li key={kind} dir="auto">
            {fill(importing.notes[kind], { list: listed(values) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

const listed = (values: readonly string[]): string =>
  [...values.slice(0, MOST_LISTED), ...(values.length > MOST_LISTED ? ["…"] : [])].join("; ");
