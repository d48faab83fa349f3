import type { JSX } from "preact";

interface Props {
  id: string;
  label: string;
  hint?: string;
  /** What else describes the field, standing elsewhere on the page. */
  describedBy?: string;
  /** What to do about it, when what was entered could not be accepted. */
  wrong: string | undefined;
  children: (described: {
    "aria-describedby": string | undefined;
    "aria-invalid": "true" | undefined;
  }) => JSX.Element;
}

/** A field with its label, its hint and what is wrong with it, joined for those who do not see them. */
export function ReportField({ id, label, hint, describedBy, wrong, children }: Props) {
  const [hintId, wrongId] = [hint && `${id}-hint`, wrong && `${id}-wrong`];
  const described = [describedBy, hintId, wrongId].filter((one) => one !== undefined).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
      {wrong === undefined ? null : (
        <p class="field-fault" id={wrongId}>
          {wrong}
        </p>
      )}
      {children({
        "aria-describedby": described === "" ? undefined : described,
        "aria-invalid": wrong === undefined ? undefined : "true",
      })}
    </div>
  );
}
