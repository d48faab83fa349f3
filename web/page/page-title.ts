/** A page's title: what it is, what it belongs to, and whose site it is. */
export const pageTitle = (...parts: readonly (string | undefined)[]): string =>
  [...parts, "Kenes"].filter((part) => part !== undefined).join(" – ");
