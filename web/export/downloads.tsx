import type { ExportRequest } from "../../domain/export/request.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import { fill, formatNumber, plural } from "../text.ts";
import { ToldTable } from "./told-table.tsx";
import type { ExportProps } from "./view.ts";

/** The export that is ready, as one file where the hosting can send it, else its pieces and how they are joined. */
export function Downloads({ request, ...props }: ExportProps & { request: ExportRequest }) {
  const { language, text } = useReader();
  const { consultation, view } = props;
  const words = text.exports;
  const { parts, unreadable = 0, rows = 0 } = request;
  const name = `${consultation.id}-ballots.zip`;
  const ways = {
    parts: formatNumber(language, parts.length),
    unix: `cat ${name}.* > ${name}`,
    windows: `copy /b ${name}.* ${name}`,
  };
  const pieces = view.isOneFile
    ? [{ part: 0, bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0) }]
    : parts.map(({ bytes }, place) => ({ part: place + 1, bytes }));
  return (
    <>
      <p>{plural(language, words.rows, rows)}</p>
      {unreadable === 0 ? null : <p>{plural(language, words.unreadable, unreadable)}</p>}
      {view.told === undefined || view.definition === undefined ? null : (
        <ToldTable definition={view.definition} told={view.told} />
      )}
      {view.isOneFile ? null : <p>{fill(words.join, ways)}</p>}
      {pieces.map((piece) => (
        <Piece key={piece.part} {...props} {...piece} of={parts.length} />
      ))}
      <p>{words.downloadHint}</p>
    </>
  );
}

interface PieceProps extends ExportProps {
  /** 0: all of it. */
  part: number;
  bytes: number;
  of: number;
}

function Piece({ signedIn, consultation, part, bytes, of }: PieceProps) {
  const { language, text } = useReader();
  const words = text.exports;
  const which = fill(words.part, {
    part: formatNumber(language, part),
    parts: formatNumber(language, of),
  });
  return (
    <Form
      class="download-part"
      action={organisePath(ORGANISE.downloadExport, { id: consultation.id, lang: language })}
      token={signedIn.formToken}
      hidden={{ part }}
    >
      <p>
        {part === 0 ? "" : `${which}: `}
        {plural(language, words.bytes, bytes)}
      </p>
      <button class="primary" type="submit">
        {words.download}
        {part === 0 ? null : <span class="visually-hidden"> {which}</span>}
      </button>
    </Form>
  );
}
