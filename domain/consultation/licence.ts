/**
 * Under what everything that is published of a consultation may be used. Only such as let anybody use and change it: what
 * some may not quote would be no public count. The program has a licence of its own.
 */
interface Licence {
  /** As lists of licences have it (SPDX, Open Definition). */
  id: string;
  name: string;
  address: string;
}

const of = (name: string, path: string) => ({
  name,
  address: `https://creativecommons.org/${path}/`,
});

/** By the ids under which a definition names them. */
export const LICENCES = {
  "CC-BY-4.0": of("CC BY 4.0", "licenses/by/4.0"),
  "CC-BY-SA-4.0": of("CC BY-SA 4.0", "licenses/by-sa/4.0"),
  "CC0-1.0": of("CC0 1.0", "publicdomain/zero/1.0"),
} as const;
export type LicenceId = keyof typeof LICENCES;

/** What holds where organisers say nothing: whoever uses it names the source. */
const USUAL: LicenceId = "CC-BY-4.0";
/** Those that organisers may choose instead. */
export const OTHER_LICENCES = ["CC-BY-SA-4.0", "CC0-1.0"] as const satisfies readonly LicenceId[];

/** The licence of what is published of a consultation. */
export const licenceOf = ({
  licence = USUAL,
}: {
  licence?: LicenceId | undefined;
}): Licence & { id: LicenceId } => ({ id: licence, ...LICENCES[licence] });
