import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createApp } from "../../functions/app.ts";
import { readAssetFiles, readAssets } from "../../functions/http/assets.ts";
import { localSite } from "../../functions/local/local-site.ts";
import { close, listen } from "../../functions/local/serve.ts";
import type { Services } from "../../functions/services.ts";
import { built } from "../support/built.ts";

/** The app itself on a port of this machine, with the built files of its pages and without its jobs. */
export async function appOnPort<World extends Services>(world: World) {
  const client = await built("client");
  const services = { ...world, assets: await readAssets(join(client, "manifest.json")) };
  const handler = localSite(createApp(services), await readAssetFiles(client), services);
  const server = await listen((request) => handler.fetch(request), 0, "127.0.0.1");
  return {
    services,
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    end: async () => {
      await close(server);
      services.db.client.destroy();
    },
  };
}
