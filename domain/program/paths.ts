import { API_ROOT } from "../paths.ts";

/** The console's actions for organisers' programs begin like this; what each takes is in endpoints.ts. */
const API_PROGRAM = `${API_ROOT}organise/c/:id` as const;
export const API_OF_PROGRAMS = {
  state: API_PROGRAM,
  draft: `${API_PROGRAM}/draft`,
  steps: `${API_PROGRAM}/steps`,
  invitations: `${API_PROGRAM}/invitations`,
  invitationsRevoke: `${API_PROGRAM}/invitations/revoke`,
  channels: `${API_PROGRAM}/channels`,
  hooks: `${API_PROGRAM}/hooks`,
  hook: `${API_PROGRAM}/hooks/:hook`,
  hookTest: `${API_PROGRAM}/hooks/:hook/test`,
  export: `${API_PROGRAM}/export`,
  exportCancel: `${API_PROGRAM}/export/cancel`,
  exportRetry: `${API_PROGRAM}/export/retry`,
  exportPart: `${API_PROGRAM}/export/:part`,
  responses: `${API_PROGRAM}/responses`,
  responseWithdraw: `${API_PROGRAM}/responses/:number/withdraw`,
  participation: `${API_PROGRAM}/participation`,
  log: `${API_PROGRAM}/log`,
  logFile: `${API_PROGRAM}/log.json`,
  texts: `${API_PROGRAM}/texts`,
  verdicts: `${API_PROGRAM}/texts/verdicts`,
} as const;
