import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { expectTool, runTool } from "../support/tools.ts";

/* The files of deploy/, read by the programs that they are for. */

const deploy = resolve(import.meta.dirname, "../../deploy");
const systemd = await expectTool(
  "systemd",
  "that deploy/kenes.service is a unit, and how closed it is",
);
const caddy = await expectTool("Caddy", "that Caddy takes deploy/Caddyfile");
const tor = await expectTool("Tor", "that Tor takes deploy/torrc");

/** Most of what systemd counts as exposed of a service, of 10. */
const EXPOSED = 2;

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kenes-deploy-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe.skipIf(systemd === undefined)("kenes.service", () => {
  /** The unit with a program that is there, changed as is said. */
  async function unit(change: (text: string) => string = (text) => text): Promise<string> {
    const folder = await newFolder();
    const text = await readFile(join(deploy, "kenes.service"), "utf8");
    const file = join(folder, "kenes.service");
    const here = text
      .replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`)
      .replace(/^(WorkingDirectory)=.*/m, `$1=${folder}`)
      .replace(/^Documentation=.*\n/m, "");
    await writeFile(file, change(here));
    return file;
  }
  const verify = async (file: string) => {
    const { errors, output } = await runTool(systemd!, ["verify", "--man=no", file]);
    return (errors + output).split("\n").filter((line) => line.includes("kenes.service"));
  };

  test("is a unit", async () => {
    expect(await verify(await unit())).toEqual([]);
    const wrong = await unit((text) => text.replace("NoNewPrivileges=yes", "NoNewPrivilege=yes"));
    expect(await verify(wrong)).not.toEqual([]);
  });

  test("is closed", async () => {
    const exposed = (file: string) =>
      runTool(systemd!, ["security", "--offline=yes", `--threshold=${EXPOSED * 10}`, file]);
    const { status, output } = await exposed(await unit());
    expect([status, status === 0 ? "" : output]).toEqual([0, ""]);
    const open = await unit((text) => text.replaceAll(/^(Protect|Private|Restrict)\w+=.*\n/gm, ""));
    expect((await exposed(open)).status).not.toBe(0);
  });
});

describe.skipIf(caddy === undefined)("Caddyfile", () => {
  const taken = async (text: string) => {
    const folder = await newFolder();
    await writeFile(join(folder, "Caddyfile"), text);
    const env = { KENES_DOMAIN: "consult.example.org", HOME: folder, XDG_DATA_HOME: folder };
    return runTool(caddy!, ["validate", "--adapter", "caddyfile", "--config", "Caddyfile"], {
      folder,
      env,
    });
  };

  test("is taken, and writes no access log", async () => {
    const text = await readFile(join(deploy, "Caddyfile"), "utf8");
    const { status, errors } = await taken(text);
    expect([status, status === 0 ? "" : errors]).toEqual([0, ""]);
    // Before the site, of Caddy itself, and without what tells who asked for what.
    expect(text.split("{$KENES_DOMAIN}")[1]).not.toMatch(/^\s*log\b/m);
    expect((await taken(text.replace("reverse_proxy", "reverse_prxy"))).status).not.toBe(0);
  });
});

describe.skipIf(tor === undefined)("torrc", () => {
  test("is taken", async () => {
    const folder = await newFolder();
    await cp(join(deploy, "torrc"), join(folder, "torrc"));
    await mkdir(join(folder, "data"), { mode: 0o700 });
    const text = await readFile(join(folder, "torrc"), "utf8");
    const taken = async (changed: string) => {
      await writeFile(
        join(folder, "torrc"),
        changed.replace("/var/lib/tor/kenes/", join(folder, "data/kenes")),
      );
      return runTool(
        tor!,
        ["--verify-config", "-f", "torrc", "--DataDirectory", join(folder, "data")],
        { folder },
      );
    };
    const { status, output } = await taken(text);
    expect([status, status === 0 ? "" : output]).toEqual([0, ""]);
    expect(
      (await taken(text.replace("HiddenServicePort 80", "HiddenServicePort x"))).status,
    ).not.toBe(0);
  });
});
