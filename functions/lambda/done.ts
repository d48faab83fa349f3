import type { Services } from "../services.ts";

/** The same job, which tells of each run that came to its end: where these lines stop, an alarm hears it (infra/alarms.ts). */
export const tellingDone =
  ({ log }: Pick<Services, "log">, name: string, run: () => Promise<unknown>) =>
  async (): Promise<void> => {
    await run();
    log({ level: "info", event: "job-done", name });
  };
