import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { encode } from "uqr";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Language, Texts } from "../../domain/language.ts";
import type { CodeForm } from "../../domain/invitation/group.ts";
import { RATE, pathOf } from "../../domain/paths.ts";
import { CodesEnd } from "../../web/invitation/codes-end.tsx";
import type { SeenProps } from "../../web/invitation/seen-form.tsx";
import { type Letter, letterTo } from "../../web/invitation/letter.ts";
import { CODES_PLACE, CodesPage, END_PLACE } from "../../web/invitation/codes-page.tsx";
import { InvitationCard } from "../../web/invitation/invitation-card.tsx";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { ReadBy, type Reader } from "../../web/language/reader.ts";
import { saidIn, textOf } from "../../web/language/said.tsx";
import { fill, formatMoment, formatNumber } from "../../web/text.ts";
import type { SectionProps } from "../../web/organiser/section-page.tsx";
import type { Services } from "../services.ts";
import { csvHead, csvLines, lettersHead, lettersLines } from "./csv-file.ts";
import type { MadeCode } from "./make.ts";
import { streamed, type Writing } from "./streamed.ts";

/** What an answer with new codes is made from. */
export interface CodesAnswer {
  page: SectionProps;
  consultation: Consultation;
  /** The language of cards and letters, one of the consultation's. */
  language: Language;
  /** Where the consultation's pages are: what the codes' addresses begin with. */
  origin: string;
  /** What the group is called. */
  name: string;
  fileName: string;
  expires: string | undefined;
  wanted: number;
  making: AsyncGenerator<MadeCode[]>;
  /** The piece that the codes are: the page asks whether they were received. */
  piece?: Pick<SeenProps, "group" | "turn"> | undefined;
}

/** The only answer in which new codes ever stand, in the form that was asked for; it grows. */
export async function codesAnswer(
  services: Pick<Services, "log">,
  input: CodesAnswer,
  form: CodeForm,
): Promise<Response> {
  const isFile = form === "csv" || form === "letters";
  const writing = isFile ? fileWriting(input, form) : pageWriting(input, form);
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
      "Cache-Control": isFile ? "no-store, no-transform" : "no-store",
      ...(isFile
        ? {
            "Content-Type": "text/csv; charset=utf-8",
            "Content-Disposition": `attachment; filename="${input.fileName}"`,
          }
        : { "Content-Type": "text/html; charset=utf-8" }),
    },
  });
}

/** The address that a code's picture holds. A fragment is never sent to a server. */
const addressOf = ({ origin, consultation, language }: CodesAnswer, code: string): string =>
  `${origin}${pathOf(RATE, { id: consultation.id, lang: language })}#invitation=${code}`;

/** The letter to the expert who gets a code. */
const letterOf = (input: CodesAnswer, code: string): Letter =>
  letterTo("expert", { ...input, code, link: addressOf(input, code) });

function fileWriting(input: CodesAnswer, form: "csv" | "letters"): Writing {
  const { wanted } = input;
  const { language, text } = input.page;
  const words = text.invitation.codes;
  return {
    head: form === "csv" ? csvHead(words.columns) : lettersHead(words.columns),
    codes: (made) =>
      form === "csv"
        ? csvLines(made, (code) => addressOf(input, code))
        : lettersLines(
            made,
            (code) => addressOf(input, code),
            (code) => letterOf(input, code),
          ),
    tail: () => "",
    brokenOff: (made) =>
      `${fill(words.brokenOff, {
        made: formatNumber(language, made),
        wanted: formatNumber(language, wanted),
      })}\r\n`,
  };
}

/** A piece of the page, which is drawn by itself. */
const piece = (reader: Reader, drawn: JSX.Element): string =>
  renderToString(<ReadBy value={reader}>{drawn}</ReadBy>);

function pageWriting(input: CodesAnswer, form: "cards" | "page"): Writing {
  const { name, fileName, wanted } = input;
  const { text, signedIn, consultation } = input.page;
  const received = input.piece && { ...input.piece, signedIn, consultation: consultation.id };
  const page = renderToString(<CodesPage {...input.page} {...{ name, form }} />);
  // The last of each: what a group is called stands before them.
  const [codesAt, endAt] = [page.lastIndexOf(CODES_PLACE), page.lastIndexOf(END_PLACE)];
  let file = csvHead(text.invitation.codes.columns);
  const end = (brokenOff?: { made: number; wanted: number }) =>
    page.slice(codesAt + CODES_PLACE.length, endAt) +
    piece(input.page, <CodesEnd {...{ file, fileName, brokenOff }} piece={received} />) +
    page.slice(endAt + END_PLACE.length);
  return {
    head: `<!doctype html>${page.slice(0, codesAt)}`,
    codes: (made) => {
      file += csvLines(made, (code) => addressOf(input, code));
      const reader = form === "cards" ? cardReader(input) : input.page;
      return made.map((one) => piece(reader, shownCode(input, form, one))).join("");
    },
    tail: () => end(),
    brokenOff: (made) => end({ made, wanted }),
  };
}

/** Whoever is handed a card reads it in the language that was chosen for it. */
const cardReader = ({ language }: CodesAnswer): Reader => ({
  language,
  text: catalogueFor(language),
});

function shownCode(input: CodesAnswer, form: "cards" | "page", { code, label }: MadeCode) {
  const { origin, expires, consultation, language } = input;
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
  const { title, organiser, closesAt, timeZone } = consultation;
  const said = (texts: Texts) => saidIn(cardReader(input), consultation, texts);
  return (
    <InvitationCard
      {...{ code, label, expires }}
      title={said(title)}
      organiser={organiser && textOf(said(organiser.name))}
      closes={closesAt && formatMoment(language, closesAt, timeZone)}
      address={new URL(origin).host + pathOf(RATE, { id: consultation.id })}
      modules={encode(addressOf(input, code), { ecc: "M", border: 0 }).data}
    />
  );
}
