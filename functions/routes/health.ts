import { CHECKS } from "../../domain/health.ts";
import { HEALTH } from "../../domain/paths.ts";
import { jsonAnswer } from "../http/answers.tsx";
import type { App } from "../http/environment.ts";
import type { Consultations } from "../memory/consultations.ts";
import { healthFrom } from "../memory/health.ts";
import type { ReadOnlySwitch } from "../memory/read-only.ts";
import type { Services } from "../services.ts";

/** Sooner nothing else is told, in seconds. */
const RETRY_AFTER = "5";

/**
 * How the installation is: 200 where all is well, 503 where something is not. `?check=database` asks for that alone, as
 * whatever starts a server again should: to start it again helps no count that differs.
 */
export function healthRoutes(
  app: App,
  services: Services,
  consultations: Consultations,
  readOnly: ReadOnlySwitch,
): void {
  const health = healthFrom(services, consultations, readOnly);
  const known = new Set<string>(CHECKS);
  app.get(HEALTH, async (context) => {
    const only = context.req.queries("check") ?? [];
    // Nobody is told that all is well of what is not looked at.
    if (!only.every((name) => known.has(name))) return jsonAnswer({ ok: false, checks: [] }, 400);
    const told = await health(only);
    const answer = jsonAnswer(told, told.ok ? 200 : 503);
    if (!told.ok) answer.headers.set("Retry-After", RETRY_AFTER);
    return answer;
  });
}
