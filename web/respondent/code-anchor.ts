/**
 * The place of a recommendation on a page, by its code. The page's own parts have names of small
 * letters, which a code may have too.
 */
export const codeAnchor = (code: string): string =>
  /^[a-z-]+$/.test(code) ? `code-${code}` : code;
