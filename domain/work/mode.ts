/**
 * Whether whoever sends a ballot first lets the machine calculate for about a second ("work"): a cost for those who
 * send thousands, and no proof of a person.
 */
export const WORK_MODES = ["auto", "on", "off"] as const;
/** `auto`: once many arrive, from one place or in all; `on`: of everybody; `off`: of nobody. */
export type WorkMode = (typeof WORK_MODES)[number];

/** How it was switched, and when (ISO 8601). */
export interface WorkSwitch {
  mode: WorkMode;
  at: string;
}

/** Without a switch. */
const STANDARD_MODE: WorkMode = "auto";

/** Most switches that a consultation remembers in public; the log has all of them. */
const MOST_SWITCHES = 50;

/** The mode that a text names. */
export const readMode = (text: string | null | undefined): WorkMode | undefined =>
  WORK_MODES.find((mode) => mode === text);

/** The mode after all switches, of which the last stands at the end. */
export const modeAfter = (switches: readonly WorkSwitch[] | undefined): WorkMode =>
  switches?.at(-1)?.mode ?? STANDARD_MODE;

/** The switches with one more, the newest of them. */
export const switched = (
  switches: readonly WorkSwitch[] | undefined,
  next: WorkSwitch,
): WorkSwitch[] => [...(switches ?? []), next].slice(-MOST_SWITCHES);
