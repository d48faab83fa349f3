import { type Said, Wording } from "../language/said.tsx";
import { fill } from "../text.ts";

interface Props {
  /** The words around the note, which stands at `{note}`. */
  words: string;
  note: Said;
  values?: Record<string, string>;
}

/** What organisers say in public of something that they did, in the language in which they said it. */
export function PublicNote({ words, note, values = {} }: Props) {
  const [before = "", after = ""] = fill(words, values).split("{note}");
  return (
    <>
      {before}
      <Wording of={note} />
      {after}
    </>
  );
}
