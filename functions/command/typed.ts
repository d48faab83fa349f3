/** What was typed. */
export interface Typed {
  words: readonly string[];
  /** The value of an option that has one. */
  value(option: string): string | undefined;
  /** Whether a switch is on. */
  has(option: string): boolean;
}
