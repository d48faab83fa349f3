/** Major, minor, patch. */
export type Version = readonly [number, number, number];

/** A version of three numbers, as semver writes it; undefined when it is none. */
export function readVersion(text: string): Version | undefined {
  const found = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(text);
  return found === null ? undefined : [Number(found[1]), Number(found[2]), Number(found[3])];
}

/** Whether a version is higher than another, and not the same. */
export function isHigher(one: Version, other: Version): boolean {
  const place = one.findIndex((number, index) => number !== other[index]);
  return place >= 0 && one[place]! > other[place]!;
}

const HEADING = "## Unreleased\n";

/**
 * The changelog with what stood under "Unreleased" under the version and its day instead; undefined when
 * nothing stands there.
 */
export function releaseNotes(changelog: string, version: string, day: string): string | undefined {
  const start = changelog.indexOf(HEADING);
  if (start < 0) return undefined;
  const [entries = ""] = changelog.slice(start + HEADING.length).split(/^## /m);
  if (!/^- /m.test(entries)) return undefined;
  return changelog.replace(HEADING, `${HEADING}\n## ${version} (${day})\n`);
}

/** A package.json or package-lock.json of npm's own form with another version of the project. */
export function withVersion(text: string, version: string): string {
  const file = JSON.parse(text) as { version: string; packages?: Record<string, object> };
  file.version = version;
  if (file.packages?.[""] !== undefined) Object.assign(file.packages[""], { version });
  return `${JSON.stringify(file, null, 2)}\n`;
}
