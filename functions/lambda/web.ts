import { handle } from "hono/aws-lambda";
import { createApp } from "../app.ts";
import { webServices } from "./world.ts";

/** Pages and API, behind an HTTP API. */
export const handler = handle(createApp(await webServices()));
