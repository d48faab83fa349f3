import { execFile } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { PATIENCE_OF_A_TEST } from "./patience.ts";

/** The programs of those who take files away: what they are called on a machine, and what Debian calls them. */
const TOOLS = {
  R: { names: ["Rscript"], asked: ["--version"], debian: "r-base-core" },
  PSPP: { names: ["pspp"], asked: ["--version"], debian: "pspp" },
  LibreOffice: { names: ["soffice"], asked: ["--version"], debian: "libreoffice-calc-nogui" },
  Python: { names: ["python3"], asked: ["--version"], debian: "python3" },
  systemd: { names: ["systemd-analyze"], asked: ["--version"], debian: "systemd" },
  Caddy: { names: ["caddy"], asked: ["version"], debian: "caddy" },
  Tor: { names: ["tor", "/usr/sbin/tor"], asked: ["--version"], debian: "tor" },
  // Debian's own Python has Debian's pandas, whichever Python stands first on the path.
  pandas: {
    names: ["python3", "/usr/bin/python3"],
    asked: ["-c", "import pandas"],
    debian: "python3-pandas",
  },
  matplotlib: {
    names: ["python3", "/usr/bin/python3"],
    asked: ["-c", "import matplotlib, pandas"],
    debian: "python3-matplotlib",
  },
} as const;
export type Tool = keyof typeof TOOLS;

/**
 * Where a program is; `undefined` where this machine has none that starts, or where the variable WITHOUT names it
 * (`WITHOUT=R,PSPP`), to see what is then said.
 */
export async function findTool(tool: Tool): Promise<string | undefined> {
  if ((process.env["WITHOUT"] ?? "").split(",").includes(tool)) return undefined;
  const { names, asked } = TOOLS[tool];
  for (const name of names) {
    for (const folder of name.startsWith("/")
      ? [""]
      : (process.env["PATH"] ?? "").split(delimiter)) {
      const path = join(folder, name);
      const isProgram = await access(path, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (isProgram && (await runTool(path, asked)).status === 0) return path;
    }
  }
  return undefined;
}

/**
 * The same, for the tests of a file: where there is none, one plain sentence says so, and what was not checked.
 * To be used with `describe.skipIf(path === undefined)`.
 */
export async function expectTool(tool: Tool, unchecked: string): Promise<string | undefined> {
  const path = await findTool(tool);
  if (path === undefined) process.stderr.write(`${missing(tool, unchecked)}\n`);
  return path;
}

const missing = (tool: Tool, unchecked: string) =>
  `Skipped: this machine has no ${tool} that starts (Debian: apt-get install ${TOOLS[tool].debian}). Not checked: ${unchecked}.`;

export interface Ran {
  status: number;
  output: string;
  /** Where programs warn. */
  errors: string;
}

/** Runs a program to its end, in a folder; C.UTF-8, so that nothing depends on the machine's language. */
export const runTool = (
  path: string,
  args: readonly string[],
  { folder, env = {} }: { folder?: string; env?: Record<string, string> } = {},
): Promise<Ran> =>
  new Promise((done) => {
    const options = {
      cwd: folder,
      env: { ...process.env, LC_ALL: "C.UTF-8", ...env },
      timeout: PATIENCE_OF_A_TEST,
      maxBuffer: 2 ** 26,
    };
    const child = execFile(path, [...args], options, (error, output, errors) =>
      done({ status: error === null ? 0 : (child.exitCode ?? -1), output, errors }),
    );
  });
