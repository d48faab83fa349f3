/** DynamoDB Local for one installation: a secret key, a port, and a keeper that never lets it outlive us. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { keptKey, newKey } from "./database-key.ts";
import type { DatabaseTrouble } from "./database-trouble.ts";
import { launch, type Launched } from "./launch.ts";
import { anyPort, listenOnLoopback, reserve } from "./port.ts";
import { seclusion } from "./seclusion.ts";

const PORTS_TO_TRY = 10;

/** A database that we have started, and that ends with us. */
export interface OwnDatabase extends Launched {
  /** Whether nobody on the network reaches it. */
  isSecluded: boolean;
}

interface HowToStart {
  /** Folder of the installation; undefined keeps everything in memory, under a fresh key, and is not secluded. */
  folder: string | undefined;
  /** Path of the keeper module. */
  keeper: string;
  /** Asked again while ports turn out to be taken. */
  choosePort?: () => number;
  /** Told what the database complains of while it runs. */
  onTrouble?: (trouble: DatabaseTrouble) => void;
  /** False: as where no namespace can be had. */
  seclude?: boolean;
}

/**
 * Starts DynamoDB Local on a free port and waits until it answers. The caller holds the folder
 * (`claimFolder`): two processes of Java on the same files would corrupt them.
 */
export async function startDatabase(how: HowToStart): Promise<OwnDatabase> {
  const { folder, keeper, choosePort = anyPort, onTrouble = () => {} } = how;
  const files = folder === undefined ? undefined : join(folder, "database");
  // The names of the files contain the key, so nobody else may list this folder.
  if (files !== undefined) await mkdir(files, { recursive: true, mode: 0o700 });
  const accessKeyId = files === undefined ? newKey() : await keptKey(files);
  const wall = files === undefined || how.seclude === false ? undefined : await seclusion();
  let reason = "";
  for (let tried = 0; tried < PORTS_TO_TRY; tried++) {
    const port = choosePort();
    reason = `port ${port} is taken`;
    const door = wall === undefined ? undefined : await listenOnLoopback(port);
    const secluded = wall && door && { wall, door };
    const release = wall === undefined ? await reserve(port) : () => {};
    if (release === undefined || (wall !== undefined && door === undefined)) continue;
    const to = { keeper, port, files, accessKeyId, secluded, heard: onTrouble };
    const started = await launch(to).finally(release);
    if (typeof started !== "string") return { ...started, isSecluded: secluded !== undefined };
    reason = started;
    // Somebody may still take the port between our trial and Java.
    if (!/Failed to bind|BindException/.test(reason)) break;
  }
  throw new Error(`The database did not start: ${reason}`);
}
