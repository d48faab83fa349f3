import { Refusal } from "../form/refusal.tsx";
import { useReader } from "../language/reader.ts";
import { fill, formatNumber } from "../text.ts";
import { SeenForm, type SeenProps } from "./seen-form.tsx";

interface Props {
  /** The codes on this page as a file. */
  file: string;
  fileName: string;
  /** When the making broke off: how many codes were made, and of how many. */
  brokenOff: { made: number; wanted: number } | undefined;
  /** The piece that these codes are. */
  piece: SeenProps | undefined;
}

/** What follows the last code: the same codes as a file, which is in the page already. */
export function CodesEnd({ file, fileName, brokenOff, piece }: Props) {
  const { language, text } = useReader();
  const words = text.invitation.codes;
  return (
    <>
      <Refusal
        why={
          brokenOff &&
          fill(words.brokenOff, {
            made: formatNumber(language, brokenOff.made),
            wanted: formatNumber(language, brokenOff.wanted),
          })
        }
      />
      <p>
        <a
          class="button secondary"
          download={fileName}
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(file)}`}
        >
          {words.file}
        </a>
      </p>
      {piece === undefined ? null : <SeenForm {...piece} primary />}
    </>
  );
}
