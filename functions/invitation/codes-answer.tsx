import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { encode } from "uqr";
import type { CodeForm } from "../../domain/invitation/group.ts";
import { RATE, pathOf } from "../../domain/paths.ts";
import { CodesEnd } from "../../web/invitation/codes-end.tsx";
import { CODES_PLACE, CodesPage, END_PLACE } from "../../web/invitation/codes-page.tsx";
import { InvitationCard } from "../../web/invitation/invitation-card.tsx";
import { ReadBy } from "../../web/language/reader.ts";
import { fill, formatNumber } from "../../web/text.ts";
import type { SectionProps } from "../../web/organiser/section-page.tsx";
import type { Services } from "../services.ts";
import { csvHead, csvLines } from "./csv-file.ts";
import type { MadeCode } from "./make.ts";
import { streamed, type Writing } from "./streamed.ts";

/** What an answer with new codes is made from. */
export interface CodesAnswer {
  page: SectionProps;
  /** Where the consultation's pages are: what the codes' addresses begin with. */
  origin: string;
  /** What the group is called. */
  name: string;
  fileName: string;
  expires: string | undefined;
  wanted: number;
  making: AsyncGenerator<MadeCode[]>;
}

/** The only answer in which new codes ever stand, in the form that was asked for; it grows. */
export async function codesAnswer(
  services: Pick<Services, "log">,
  input: CodesAnswer,
  form: CodeForm,
): Promise<Response> {
  const writing = form === "csv" ? csvWriting(input) : pageWriting(input, form);
  const body = await streamed(input.making, writing, (failure) => {
    services.log({
      level: "error",
      event: "making-invitations-failed",
      failure: failure instanceof Error ? failure.name : "unknown",
    });
  });
  return new Response(body, {
    headers: {
      // Packing a file on the way would hold it back until it is whole.
      "Cache-Control": form === "csv" ? "no-store, no-transform" : "no-store",
      ...(form === "csv"
        ? {
            "Content-Type": "text/csv; charset=utf-8",
            "Content-Disposition": `attachment; filename="${input.fileName}"`,
          }
        : { "Content-Type": "text/html; charset=utf-8" }),
    },
  });
}

/** The address that a code's picture holds. A fragment is never sent to a server. */
const addressOf = ({ origin, page }: CodesAnswer, code: string): string =>
  `${origin}${pathOf(RATE, { id: page.consultation.id })}#invitation=${code}`;

function csvWriting(input: CodesAnswer): Writing {
  const { wanted } = input;
  const { language, text } = input.page;
  const words = text.invitation.codes;
  return {
    head: csvHead(words.columns),
    codes: (made) => csvLines(made, (code) => addressOf(input, code)),
    tail: () => "",
    brokenOff: (made) =>
      `${fill(words.brokenOff, {
        made: formatNumber(language, made),
        wanted: formatNumber(language, wanted),
      })}\r\n`,
  };
}

/** A piece of the page, which is drawn by itself. */
const piece = ({ page }: CodesAnswer, drawn: JSX.Element): string =>
  renderToString(<ReadBy value={page}>{drawn}</ReadBy>);

function pageWriting(input: CodesAnswer, form: "cards" | "page"): Writing {
  const { name, fileName, wanted } = input;
  const { text } = input.page;
  const page = renderToString(<CodesPage {...input.page} {...{ name, form }} />);
  // The last of each: what a group is called stands before them.
  const [codesAt, endAt] = [page.lastIndexOf(CODES_PLACE), page.lastIndexOf(END_PLACE)];
  let file = csvHead(text.invitation.codes.columns);
  const end = (brokenOff?: { made: number; wanted: number }) =>
    page.slice(codesAt + CODES_PLACE.length, endAt) +
    piece(input, <CodesEnd {...{ file, fileName, brokenOff }} />) +
    page.slice(endAt + END_PLACE.length);
  return {
    head: `<!doctype html>${page.slice(0, codesAt)}`,
    codes: (made) => {
      file += csvLines(made, (code) => addressOf(input, code));
      return made.map((one) => piece(input, shownCode(input, form, one))).join("");
    },
    tail: () => end(),
    brokenOff: (made) => end({ made, wanted }),
  };
}

function shownCode(input: CodesAnswer, form: "cards" | "page", { code, label }: MadeCode) {
  const { origin, expires } = input;
  const { consultation } = input.page;
  if (form === "page") {
    return (
      <tr>
        <th scope="row">
          <code>{code}</code>
        </th>
        <td>{label}</td>
      </tr>
    );
  }
  return (
    <InvitationCard
      {...{ code, label, expires }}
      title={consultation.title}
      address={new URL(origin).host + pathOf(RATE, { id: consultation.id })}
      modules={encode(addressOf(input, code), { ecc: "M", border: 0 }).data}
    />
  );
}
