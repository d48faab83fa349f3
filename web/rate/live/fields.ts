/** A form's fields as they stand, with the place at which somebody was: name and value. */
export type Fields = [string, string][];

/** Where somebody was, by the code of the card. No field of the form, so that it is never sent. */
const AT = "at";

export const fieldsOf = (form: HTMLFormElement): Fields => [
  ...(new FormData(form) as Iterable<[string, string]>),
  [AT, form.dataset[AT] ?? ""],
];

/** Notes at which card somebody is. */
export const noteCard = (form: HTMLFormElement, code: string): void => {
  form.dataset[AT] = code;
};

/** What was noted. */
export const cardIn = (fields: Fields): string => new Map(fields).get(AT) ?? "";

// Something else may have written in their place.
export const isField = (field: unknown): boolean =>
  Array.isArray(field) && field.length === 2 && field.every((part) => typeof part === "string");
