/** What package-lock.json says of what is installed. */
import { readFileSync } from "node:fs";

/** One package, as the lock file has it. */
export interface Locked {
  /** Where it is put: `node_modules/…`. */
  place: string;
  name: string;
  version: string;
  license: string | undefined;
  integrity: string | undefined;
  resolved: string | undefined;
  /** Comes inside another package, under the integrity of that one. */
  inBundle: boolean;
  hasInstallScript: boolean;
  /** Needed to build and test alone. */
  dev: boolean;
}

/** Both kinds of what the project itself asks for, by name, with the version. */
export interface Asked {
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

interface LockFile {
  packages: Record<
    string,
    Partial<Omit<Locked, "place">> & { dev?: boolean; devOptional?: boolean }
  >;
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

/** Every package of the lock file in `root`, in its order. */
export function readLock(root: string): Locked[] {
  const { packages } = read(`${root}/package-lock.json`) as LockFile;
  return Object.entries(packages)
    .filter(([place]) => place !== "")
    .map(([place, one]) => ({
      place,
      name: place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length),
      version: one.version ?? "",
      license: one.license,
      integrity: one.integrity,
      resolved: one.resolved,
      inBundle: one.inBundle === true,
      hasInstallScript: one.hasInstallScript === true,
      dev: one.dev === true || one.devOptional === true,
    }));
}

/** What package.json in `root` asks for. */
export const readAsked = (root: string): Asked => read(`${root}/package.json`) as Asked;
