/** Rights that no test makes use of, each with the reason why a function has it all the same. */
export const UNTRIED: Readonly<Record<string, string>> = {};
