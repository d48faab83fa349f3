/** What whoever runs the installation has to see to, and organisers are told of so that they can say so. */
export const TROUBLES = [
  "disk-nearly-full",
  "disk-full",
  "backup-failed",
  "database-damaged",
] as const;

export type Trouble = (typeof TROUBLES)[number];
