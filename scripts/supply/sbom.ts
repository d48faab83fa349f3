import { execFileSync } from "node:child_process";

/**
 * What Kenes runs on, package by package with its hash and licence, as CycloneDX: npm makes it itself, of the lock
 * file alone. Throws where npm is older than 9.9 or the lock file does not fit package.json.
 */
export function sbom(root: string): string {
  const words = ["sbom", "--sbom-format=cyclonedx", "--package-lock-only", "--omit=dev"];
  const made = execFileSync("npm", [...words, "--sbom-type=application"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  const bill = JSON.parse(made);
  // npm names it after the folder, which is nobody's business.
  bill.metadata.component.name = "kenes";
  return `${JSON.stringify(bill, null, 2)}\n`;
}
