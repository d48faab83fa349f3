import { execFile } from "node:child_process";

const OLDEST = 17;

/**
 * Whether the `java` on the PATH can run DynamoDB Local (17 or newer). The message is one line that
 * says what is missing and what to install.
 */
export async function findJava(): Promise<{ ok: true } | { ok: false; message: string }> {
  const found = javaVersion(await askJava());
  if (found !== undefined && found >= OLDEST) return { ok: true };
  return {
    ok: false,
    message:
      `Kenes needs Java ${OLDEST} or newer on the PATH and found ${found === undefined ? "none" : `only Java ${found}`}: ` +
      "install it with `sudo apt-get install openjdk-17-jre-headless` (Debian), " +
      "`brew install openjdk` (macOS) or `winget install EclipseAdoptium.Temurin.21.JRE` (Windows).",
  };
}

/** The major version in what `java -version` prints: "1.8.0_412" is 8, "17.0.15" is 17, "21" is 21. */
export function javaVersion(printed: string): number | undefined {
  const match = /version "(\d+)(?:\.(\d+))?/.exec(printed);
  const major = match?.[1] === "1" ? match[2] : match?.[1];
  return major === undefined ? undefined : Number(major);
}

/** Nothing printed means no usable Java; macOS ships a `java` that only prints an advertisement. */
function askJava(): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      "java",
      ["-version"],
      { timeout: 20_000, windowsHide: true },
      (_error, stdout, stderr) => resolve(`${stderr}\n${stdout}`),
    );
  });
}
