/** A release's number as it stands in an address; 0, which is none, for anything else. */
export const wholeNumber = (text: string): number =>
  /^[1-9]\d{0,7}$/.test(text) ? Number(text) : 0;
