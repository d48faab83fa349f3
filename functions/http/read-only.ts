import type { MiddlewareHandler } from "hono";
import { GOES_ON, READ_ONLY } from "../../domain/read-only.ts";
import { ORGANISE } from "../../domain/organiser/endpoints.ts";
import { DESK, RATE, TRANSLATION } from "../../domain/paths.ts";
import type { Services } from "../services.ts";
import { problemAnswer } from "./answers.tsx";
import type { Environment } from "./environment.ts";
import { like } from "./kind.ts";

/**
 * What refuses by itself, with a page that gives back what was entered: the forms of respondents and of desks, and the guard
 * of the console, which is its only way in.
 */
const GIVES_BACK = [
  ...[RATE, TRANSLATION, DESK].map(like),
  new RegExp(`^${ORGANISE.home.path}(?:/|$)`),
];

const GOING_ON = GOES_ON.map(({ method, path }) => ({ method, address: like(path) }));

/** Refuses whatever writes while the installation is read-only, also an endpoint that nobody has thought of here. */
export const refuseWhileReadOnly =
  (services: Pick<Services, "assets">): MiddlewareHandler<Environment> =>
  async (context, next) => {
    const { method, path } = context.req;
    if (["GET", "HEAD", "OPTIONS"].includes(method)) return next();
    if ((await context.get("readOnly")()) === undefined) return next();
    const isLet =
      GIVES_BACK.some((address) => address.test(path)) ||
      GOING_ON.some((one) => one.method === method && one.address.test(path));
    return isLet ? next() : problemAnswer(context, services, READ_ONLY);
  };
