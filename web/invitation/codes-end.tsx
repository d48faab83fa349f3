import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill, formatNumber } from "../text.ts";
import { AlertBox } from "../page/alert-box.tsx";

interface Props {
  language: Language;
  text: Catalogue;
  /** The codes on this page as a file. */
  file: string;
  fileName: string;
  /** When the making broke off: how many codes were made, and of how many. */
  brokenOff: { made: number; wanted: number } | undefined;
}

/** What follows the last code: the same codes as a file, which is in the page already. */
export const CodesEnd = ({ language, text, file, fileName, brokenOff }: Props) => (
  <>
    {brokenOff === undefined ? null : (
      <AlertBox>
        <p>
          {fill(text.invitation.codes.brokenOff, {
            made: formatNumber(language, brokenOff.made),
            wanted: formatNumber(language, brokenOff.wanted),
          })}
        </p>
      </AlertBox>
    )}
    <p>
      <a
        class="button secondary"
        download={fileName}
        href={`data:text/csv;charset=utf-8,${encodeURIComponent(file)}`}
      >
        {text.invitation.codes.file}
      </a>
    </p>
  </>
);
