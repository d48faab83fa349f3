/**
 * The texts with which organisers invite, in one language of the consultation and made from what its
 * definition says: who asks, until when, whom to ask. Plain text, a paragraph for each sentence.
 */
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Language } from "../../domain/language.ts";
import { catalogueFor } from "../language/catalogue.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { fill, formatDay, formatMoment } from "../text.ts";

/** To whom: an expert with a code of their own, everybody, or whoever was invited before. */
export type LetterTo = "expert" | "public" | "reminder";

export interface Letter {
  language: Language;
  subject: string;
  body: string;
}

interface Given {
  consultation: Consultation;
  language: Language;
  /** The page of the consultation; for an expert with the code in it. */
  link: string;
  /** An expert's code; without one, its place is marked. */
  code?: string | undefined;
  /** The last day on which the code can be used. */
  expires?: string | undefined;
}

/** A letter in one language; it leaves out whatever the definition does not say. */
export function letterTo(to: LetterTo, given: Given): Letter {
  const { consultation, language, link, expires } = given;
  const { closesAt, organiser, timeZone } = consultation;
  const reader = { language, text: catalogueFor(language) };
  const words = reader.text.invitation.letter;
  const said = (texts: Consultation["title"]) => textOf(saidIn(reader, consultation, texts));
  const title = said(consultation.title);
  const name = organiser && said(organiser.name);
  const asking = { title, organiser: name ?? "" };
  const who =
    to === "reminder" ? words.reminder : name === undefined ? words[`${to}Plain`] : words[to];
  const withCode = fill(words.code, { code: given.code ?? words.codePlace });
  const paragraphs = [
    words.dear,
    fill(who, asking),
    fill(words.open, { link }),
    to === "expert" ? withCode : to === "reminder" ? words.codeSent : undefined,
    expires && fill(words.until, { day: formatDay(language, expires) }),
    closesAt && fill(words.closes, { moment: formatMoment(language, closesAt, timeZone) }),
    organiser && fill(words.contact, { contact: said(organiser.contact) }),
    name,
  ];
  return {
    language,
    subject: fill(words[`${to}Title`], { title }),
    body: paragraphs.filter(Boolean).join("\n\n"),
  };
}
