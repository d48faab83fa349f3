import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Texts } from "../../domain/language.ts";
import { COMMON_PLACES, placeOfQuestion } from "../../domain/translation-report.ts";
import { type Reader, useReader } from "../language/reader.ts";
import { saidIn, textOf } from "../language/said.tsx";

/** What a place is called for a reader; `undefined` where the consultation has none of that name any more. */
export function placeName(
  reader: Reader,
  consultation: Consultation,
  place: string,
): string | undefined {
  const said = (texts: Texts) => textOf(saidIn(reader, consultation, texts));
  const common = COMMON_PLACES.find((one) => one === place);
  if (common !== undefined) return reader.text.translation.places[common];
  const { recommendations, about } = consultation;
  const recommendation = recommendations.find(({ code }) => code === place);
  if (recommendation !== undefined) return `${place} ${said(recommendation.title)}`;
  const question = about.find(({ code }) => placeOfQuestion(code) === place);
  return question && said(question.question);
}

interface Props {
  consultation: Consultation;
  chosen: string;
}

/** Every text that can be meant, in the groups of the page; none is chosen beforehand. */
export function PlaceOptions({ consultation, chosen }: Props) {
  const reader = useReader();
  const { text } = reader;
  const said = (texts: Texts) => textOf(saidIn(reader, consultation, texts));
  const texts = text.translation;
  const { addressees, recommendations, about } = consultation;
  const option = (value: string, label: string) => (
    <option key={value} value={value} selected={value === chosen}>
      {label}
    </option>
  );
  return (
    <>
      <option value="">{texts.choose}</option>
      <optgroup label={texts.groups.page}>
        {COMMON_PLACES.map((place) => option(place, texts.places[place]))}
      </optgroup>
      {addressees.map(({ code, name }) => (
        <optgroup key={code} label={said(name)}>
          {recommendations
            .filter((one) => one.addressee === code)
            .map((one) => option(one.code, `${one.code} ${said(one.title)}`))}
        </optgroup>
      ))}
      {about.length === 0 ? null : (
        <optgroup label={texts.groups.about}>
          {about.map(({ code, question }) => option(placeOfQuestion(code), said(question)))}
        </optgroup>
      )}
    </>
  );
}
