import { useReader } from "../../language/reader.ts";

interface Props {
  id: string;
  label: string;
  /** What is to be copied. */
  of: string;
  rows: number;
  /** For programs and not for people: written in letters of one width, from left to right. */
  isCode?: boolean;
}

/** A text to copy, selected by hand. */
export const CopiedText = ({ id, label, of, rows, isCode = false }: Props) => (
  <p>
    <label for={id}>{label}</label>
    <textarea
      id={id}
      class={isCode ? "copied-text snippet" : "copied-text"}
      readOnly
      rows={rows}
      spellcheck={false}
      {...(isCode && { dir: "ltr" as const, lang: "" })}
    >
      {of}
    </textarea>
  </p>
);

/** A text to copy: by a button where there is a script, and selected by hand where there is none. */
export function CopyField(field: Props) {
  const { id } = field;
  const { share } = useReader().text;
  return (
    <>
      <CopiedText {...field} />
      <p>
        <button
          type="button"
          class="secondary"
          hidden
          data-copy={`#${id}`}
          data-copied={share.copied}
          data-selected={share.selected}
        >
          {share.copy}
        </button>{" "}
        <output />
      </p>
    </>
  );
}
