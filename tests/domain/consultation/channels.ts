export const label = { en: "A paper", ru: "Газета", kk: "Газет" };

/** Channels of those codes, all called the same. */
export const channelsOf = (...codes: string[]) => codes.map((code) => ({ code, label }));
