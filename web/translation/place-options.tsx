import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Texts } from "../../domain/language.ts";
import { COMMON_PLACES, placeOfQuestion } from "../../domain/translation-report.ts";
import { useReader } from "../language/reader.ts";
import { saidIn, textOf } from "../language/said.tsx";

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
