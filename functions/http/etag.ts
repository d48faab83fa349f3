/**
 * Whether an asker has already what a tag stands for (RFC 9110, 13.1.2). Of a list of tags one is enough, and a
 * proxy may have made it a weak one. `tag` is the text between the quotation marks.
 */
export const hasThis = (request: Request, tag: string): boolean =>
  request.headers.get("If-None-Match")?.includes(`"${tag}"`) === true;
