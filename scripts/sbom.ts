/** `npm run -s sbom`: prints the bill of materials of what Kenes runs on (CycloneDX, JSON). */
import { resolve } from "node:path";
import { sbom } from "./supply/sbom.ts";

process.stdout.write(sbom(resolve(import.meta.dirname, "..")));
