/** Of a link on a page with answers in it: it opens beside them. */
export const BESIDE = { target: "_blank", rel: "noopener noreferrer" } as const;
