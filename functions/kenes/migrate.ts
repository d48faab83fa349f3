import { notYetMigrated } from "../jobs/forms-check.ts";
import { migrate as run, type Migrated, MIGRATIONS } from "../jobs/migrate.ts";
import type { Command } from "../command/command.ts";
import { progress } from "../command/progress.ts";
import { Complaint } from "../local/complaint.ts";
import { roughSize } from "../store/whole-table.ts";

/** Rewrites what is stored in earlier forms in today's. */
export const migrate: Command = {
  name: "migrate",
  summary: "Rewrite what is stored in earlier forms in today’s",
  about: [
    "While Kenes runs. Ctrl-C stops it, and the next run goes on from there; killed, nothing is half done.",
    "Only when this version serves the installation, and on AWS not before the one it replaced has ended.",
  ],
  words: [],
  options: { "dry-run": { about: "only count what would be rewritten" } },
  async run({ has, target, note }) {
    const { services, kind } = await target();
    const dryRun = has("dry-run");
    const why = await notYetMigrated(services, kind === "machine");
    if (why !== undefined && !dryRun) throw new Complaint(why);
    const stop = stopped();
    const all: (Migrated & { name: string })[] = [];
    try {
      for (const one of MIGRATIONS) {
        const onRead = progress(
          `Items of ${one.table} looked at`,
          await roughSize(services.db, one.table),
        );
        all.push({
          name: one.name,
          ...(await run(services, one, { dryRun, isStopped: stop.isAsked, onRead })),
        });
        if (all.at(-1)?.ended !== true) break;
      }
    } finally {
      stop.forget();
    }
    const ended = all.length === MIGRATIONS.length && all.every((one) => one.ended);
    const failed = all.reduce((sum, one) => sum + one.failed, 0);
    if (!ended) note("stopped; run it again to go on from here");
    return {
      code: ended && failed === 0 ? 0 : 1,
      json: { dryRun, ended, migrations: all },
      text: all.map((one) => `${said(one, dryRun)}\n`).join(""),
    };
  },
};

const said = ({ name, ended, rewritten, failed }: Migrated & { name: string }, dryRun: boolean) =>
  `${name}: ${rewritten} items ${dryRun ? "would be rewritten" : "rewritten"}` +
  `${failed > 0 ? `, ${failed} cannot be read and are as they were` : ""}${ended ? "" : "; stopped"}`;

/** Ctrl-C and its like are heard between two items. */
function stopped(): { isAsked(): boolean; forget(): void } {
  let asked = false;
  const stop = () => void (asked = true);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, stop);
  return {
    isAsked: () => asked,
    forget: () => signals.forEach((signal) => process.off(signal, stop)),
  };
}
