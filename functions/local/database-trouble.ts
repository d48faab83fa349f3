/** What DynamoDB Local complains of on standard error, as far as it tells an operator something. */

/** Its files are damaged, or there is no room for them. */
export type DatabaseTrouble = "damaged" | "full";

/** By the result codes of SQLite, which it prints in brackets: malformed, no database; disk full. */
export function troubleIn(said: string): DatabaseTrouble | undefined {
  if (/SQLiteException: \[(?:11|26)\]/.test(said)) return "damaged";
  return /SQLiteException: \[13\]/.test(said) ? "full" : undefined;
}

/** The line that names what failed, as the end of a sentence; nothing where none does. */
export function complaint(said: string): string {
  const line = said.split("\n").find((candidate) => /exception|error/i.test(candidate));
  return line === undefined ? "" : `: ${line.trim()}`;
}
