/** Signatures and places of dates in a zip file (APPNOTE 6.3.10, §4.3.7, §4.3.12, §4.3.16). */
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];

/** 1 January 1980, 00:00: the first moment that a zip file can name. */
const FIRST_DAY = 0x0021;

/**
 * Gives every part of a zip file the same date, in place, so that the same content makes the same bytes. The
 * file is one that was just made: small enough to have no zip64, and without a comment at its end.
 */
export function fixDates(zip: Uint8Array): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - 22;
  if (end < 0 || view.getUint32(end, true) !== END) throw new Error("no end of a zip file");
  const parts = view.getUint16(end + 10, true);
  let place = view.getUint32(end + 16, true);
  for (let part = 0; part < parts; part++) {
    const local = view.getUint32(place + 42, true);
    if (view.getUint32(place, true) !== CENTRAL || view.getUint32(local, true) !== LOCAL) {
      throw new Error("no part of a zip file");
    }
    for (const date of [place + 12, local + 10]) {
      view.setUint16(date, 0, true);
      view.setUint16(date + 2, FIRST_DAY, true);
    }
    const lengths = [28, 30, 32].map((at) => view.getUint16(place + at, true));
    place += 46 + lengths.reduce((sum, one) => sum + one, 0);
  }
}
