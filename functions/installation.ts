import type { Installation } from "../web/about/installation.ts";

/**
 * What an installation says of itself, from its environment: OPERATOR and OPERATOR_CONTACT by whoever
 * runs it, LOG_DAYS and BACKUP_DAYS by the stack that sees to both (infra/service-stack.ts).
 */
export const installationFrom = (
  environment: Readonly<Record<string, string | undefined>>,
): Installation => ({
  operator: environment["OPERATOR"]?.trim() || undefined,
  contact: environment["OPERATOR_CONTACT"]?.trim() || undefined,
  logDays: Number(environment["LOG_DAYS"]) || undefined,
  backupDays: Number(environment["BACKUP_DAYS"]) || undefined,
});
