/** What an installation says of itself, from its settings. */
export interface Installation {
  /** Who runs it, and how they can be reached. */
  operator?: string | undefined;
  contact?: string | undefined;
  /** For how many days its log and its backups are kept, where the installation sees to that itself. */
  logDays?: number | undefined;
  backupDays?: number | undefined;
}
