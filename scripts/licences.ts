/** `npm run licences`: writes what stands in docs/ of the licences of others anew from what is installed. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { licencesPage, notices } from "./supply/licences.ts";
import { readLock } from "./supply/lock.ts";

const root = resolve(import.meta.dirname, "..");
const lock = readLock(root);
writeFileSync(`${root}/docs/licences.md`, licencesPage(lock));
writeFileSync(`${root}/docs/third-party-notices.txt`, notices(root, lock));
