/** When a page was made, as the page carries it: how fast somebody answered is told by the server's clock alone. */

/** Most characters of it. */
export const MOST_PAGE = 100;

/** What is signed of it (HMAC-SHA-256). `made` in ms since 1970. */
export const pagePreimage = (consultation: string, made: number): string =>
  ["kenes-page/1", consultation, made].join("\0");
