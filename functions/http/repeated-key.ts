/**
 * Whether some object of a JSON text names a member twice. One reader takes the first, another the last (RFC 8259, 4),
 * so that what was looked at on the way need not be what is saved. The text has to be JSON; it may be as deep as it
 * likes.
 */
export function hasRepeatedKey(json: string): boolean {
  // Of each object that is open, the names so far; of a list nothing.
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === "{") open.push(new Set());
    else if (sign === "[") open.push(undefined);
    else if (sign === "}" || sign === "]") open.pop();
    else if (sign === '"') {
      const end = endOfString(json, at);
      const names = open.at(-1);
      if (names !== undefined && isName(json, end)) {
        // As it is meant: `\u0061` is an `a`.
        const name = JSON.parse(json.slice(at, end + 1)) as string;
        if (names.has(name)) return true;
        names.add(name);
      }
      at = end;
    }
  }
  return false;
}

/** Where the string ends that begins there: at the next quotation mark that no backslash takes away. */
function endOfString(json: string, begin: number): number {
  for (let at = begin + 1; ; at += 1) {
    if (json[at] === "\\") at += 1;
    else if (json[at] === '"') return at;
  }
}

/** Whether a string that ends there is the name of a member: a colon follows. */
function isName(json: string, end: number): boolean {
  let at = end + 1;
  while (/\s/.test(json[at] ?? "")) at += 1;
  return json[at] === ":";
}
