import { join } from "node:path";
import { consultationsOf, type Known } from "../memory/consultations.ts";
import type { Services } from "../services.ts";
import { readAssets } from "../http/assets.ts";
import { type Instance, readInstance } from "./instance.ts";
import { localServices } from "./services.ts";
import { clientFolder, dataFolder } from "./settings.ts";

/** What a command that works beside a running server has at hand. */
export interface CommandWorld {
  services: Services;
  instance: Instance;
  /** The consultation of that id; fails with the ids that there are. */
  consultation(id: string | undefined): Promise<Known>;
}

/** A command's own complaint: printed as one line, without a stack. */
export class Complaint extends Error {}

/** Runs a command beside the running server, and ends the process with the exit code it returns. */
export async function runCommand(
  command: (world: CommandWorld, words: string[]) => Promise<number>,
): Promise<void> {
  try {
    const instance = await readInstance(dataFolder());
    const assets = await readAssets(join(clientFolder(), "manifest.json"));
    const services = await localServices(dataFolder(), instance, assets);
    const consultations = consultationsOf(services);
    const consultation = async (id: string | undefined): Promise<Known> => {
      const all = await consultations.all();
      const found = all.find((known) => known.definition.id === id);
      if (found !== undefined) return found;
      const ids = all.map((known) => known.definition.id).join(", ");
      throw new Complaint(`say which consultation: one of ${ids}`);
    };
    process.exitCode = await command({ services, instance, consultation }, process.argv.slice(2));
    services.db.client.destroy();
    services.streams.destroy();
  } catch (failure) {
    process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
    process.exitCode = 1;
  }
}
