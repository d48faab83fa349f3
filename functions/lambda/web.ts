import { createApp } from "../app.ts";
import { askersOfEvents } from "./asker.ts";
import { eventHandler, type HttpHandler } from "./http-events.ts";
import { siteKeyCheck } from "./site-keys.ts";
import { setting, webServices } from "./world.ts";

const services = await webServices();

/** Pages and API, behind an HTTP API. */
export const handler: HttpHandler = eventHandler(createApp(services), services, {
  askerOf: askersOfEvents(),
  isOurs: siteKeyCheck(services.secret, setting("SITE_SINCE")),
});
