import type { MiddlewareHandler } from "hono";
import type { Services } from "../services.ts";
import { problemAnswer } from "./answers.tsx";
import type { Environment } from "./environment.ts";

/**
 * Refuses what is not answered in time, whatever it waits for: later nobody would hear of it any more. What was begun goes
 * on; a ballot that is sent again with its receipt is the same one.
 */
export const inTime =
  (services: Pick<Services, "assets" | "answerBy">): MiddlewareHandler<Environment> =>
  async (context, next) => {
    const late = Promise.withResolvers<"late">();
    const timer = setTimeout(() => late.resolve("late"), services.answerBy);
    try {
      const how = await Promise.race([next(), late.promise]);
      if (how === "late") context.res = problemAnswer(context, services, { problem: "busy" });
    } finally {
      clearTimeout(timer);
    }
  };
