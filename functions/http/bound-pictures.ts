import { DRAWN } from "../../domain/bounded.ts";
import type { Services } from "../services.ts";
import { problemAnswer } from "./answers.tsx";
import type { App } from "./environment.ts";
import { countAsked } from "./told.ts";

/** Bounds how often each asker has pictures drawn: they are made one after the other, so one could keep all waiting. */
export function boundPictures(app: App, services: Services): void {
  for (const path of DRAWN) {
    app.use(path, async (context, next) => {
      const refusal = context.req.path.endsWith(".png")
        ? countAsked(context, "pictures")
        : undefined;
      return refusal === undefined ? next() : problemAnswer(context, services, refusal);
    });
  }
}
