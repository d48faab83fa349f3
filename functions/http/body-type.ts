/** The one charset that is read, in whatever case, with or without quotation marks. */
const UTF8 = /^"?utf-?8"?$/i;

/**
 * Whether a body is of a type, as far as its headers say, before a byte of it is read. With a charset that is not
 * UTF-8 it would be read as other letters than were meant; and what is packed would have to be unpacked in order to be
 * counted, which nobody here does.
 */
export function hasBodyOf({ headers }: Request, contentType: string): boolean {
  const [type = "", ...parameters] = (headers.get("Content-Type") ?? "").split(";");
  const packed = headers.get("Content-Encoding")?.trim().toLowerCase() ?? "";
  return (
    type.trim().toLowerCase() === contentType &&
    ["", "identity"].includes(packed) &&
    parameters.every((parameter) => {
      const [, charset] = /^\s*charset\s*=(.*)$/i.exec(parameter) ?? [];
      return charset === undefined || UTF8.test(charset.trim());
    })
  );
}
