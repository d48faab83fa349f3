/**
 * Under what everything that is published of a consultation may be used: by anybody, also changed, who
 * says where it comes from. The program has a licence of its own.
 */
export const LICENCE = {
  name: "CC BY 4.0",
  /** As lists of licences have it (SPDX, Open Definition). */
  id: "CC-BY-4.0",
  address: "https://creativecommons.org/licenses/by/4.0/",
} as const;
