import { readConsultationId } from "./definition.ts";

/** Letters of other scripts in Latin ones, as addresses and codes write them. Roughly: nothing is read back. */
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts " +
    "ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya і i ї i є e ґ g ў u ә a ғ g қ q ң n ө o ұ u ү u һ h " +
    "ђ dj ј j љ lj њ nj ћ c џ dz ѓ g ќ k ѕ dz ҳ h ҷ j ӣ i ӯ u " +
    "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o " +
    "ß ss æ ae œ oe ø o đ d ð d þ th ł l ı i ə e ŋ n"
  )
    .split(" ")
    .flatMap((one, index, all) =>
      index % 2 === 0 ? [[one, all[index + 1]!.replace("_", "")]] : [],
    ),
);

const MOST = 40;

/** An address made from a title: small Latin letters, digits and hyphens; empty where none can be made. */
export function addressFrom(title: string): string {
  const latin = [...title.normalize("NFC").toLowerCase()]
    .map((letter) => LATIN[letter] ?? letter)
    .join("")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036F'’ʻʼ]/g, "");
  const words = latin.split(/[^a-z0-9]+/).filter(Boolean);
  let address = "";
  for (const word of words) {
    const longer = address === "" ? word.slice(0, MOST) : `${address}-${word}`;
    if (longer.length > MOST) break;
    address = longer;
  }
  return readConsultationId(address) ?? "";
}
