const [LATIN, CYRILLIC] = ["ABCEHKMPTXY01", "аВСеНКМрТхУОі"];

/** A code as somebody types or pastes it from a Cyrillic keyboard: its look-alikes, a label, a dot. */
export const asTyped = (code: string): string =>
  `Код: ${[...code.replaceAll("-", " – ")].map((one) => CYRILLIC![LATIN!.indexOf(one)] ?? one).join("")}.\u00AD`;
