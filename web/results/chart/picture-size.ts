/** In which sizes a chart is to be had as a file: within an article, as a square post, or upright as a story. */
export const PICTURE_SIZES = ["article", "square", "story"] as const;
export type PictureSize = (typeof PICTURE_SIZES)[number];

/** The size that an address asks for; the usual one where it names none, `undefined` where there is no such size. */
export const readSize = (asked: string | undefined): PictureSize | undefined =>
  asked === undefined || asked === "" ? "article" : PICTURE_SIZES.find((size) => size === asked);

/** Pixels of the file. An article's chart is as high as it needs to be. */
export const PIXELS: Record<PictureSize, { width: number; height: number | undefined }> = {
  article: { width: 900, height: undefined },
  square: { width: 1080, height: 1080 },
  story: { width: 1080, height: 1920 },
};

/** How many pixels a PNG has for each of its drawing: what is made for posts has just those that they want. */
export const pngScale = (size: PictureSize): number => (size === "article" ? 2 : 1);
