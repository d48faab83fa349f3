import { faultId, FieldFault } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";
import { plural } from "../text.ts";

interface Props {
  step: "open" | "schedule";
  /** How many texts there is no translation of. */
  count: number;
  /** It was sent without. */
  missed: boolean;
}

/** The box with which an owner says that a consultation is opened with so many texts untranslated. */
export function Untranslated({ step, count, missed }: Props) {
  const { language, text } = useReader();
  const id = `untranslated-${step}`;
  return (
    <>
      <FieldFault
        field={id}
        sentence={missed ? text.problems["translations-missing"] : undefined}
      />
      <p>
        <label class="choice">
          <input
            type="checkbox"
            id={id}
            name="untranslated"
            value={count}
            aria-describedby={missed ? faultId(id) : undefined}
            aria-invalid={missed ? true : undefined}
          />{" "}
          {plural(language, text.draft.life.untranslated, count)}
        </label>
      </p>
    </>
  );
}
