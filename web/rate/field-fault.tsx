import { faultId } from "./answers/anchors.ts";

/** What is wrong with a field, beside it. */
export const FieldFault = ({ field, sentence }: { field: string; sentence: string | undefined }) =>
  sentence === undefined ? null : (
    <p class="field-fault" id={faultId(field)}>
      {sentence}
    </p>
  );

/** The ids of everything that describes a field. */
export const describedBy = (
  field: string,
  sentence: string | undefined,
  ...others: string[]
): string | undefined =>
  [...(sentence === undefined ? [] : [faultId(field)]), ...others].join(" ") || undefined;
