import { createApp } from "../app.ts";
import { askersOfEvents } from "./asker.ts";
import { eventHandler, type HttpHandler } from "./http-events.ts";
import { setting, webServices } from "./world.ts";

const services = await webServices();

/** Pages and API, behind an HTTP API. */
export const handler: HttpHandler = eventHandler(
  createApp(services),
  services,
  askersOfEvents(setting("SITE_KEY")),
);
