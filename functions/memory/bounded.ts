/** What was asked for last, up to so many bytes: whoever asks for ever new things drives out the oldest. */
export interface Bounded<Value> {
  get(place: string): Value | undefined;
  /** Keeps a value; the newest one always, however large it is. */
  keep(place: string, value: Value): void;
}

export function bounded<Value extends { bytes: number }>(mostBytes: number): Bounded<Value> {
  // In the order in which they were last asked for.
  const kept = new Map<string, Value>();
  let bytes = 0;
  const forget = (place: string): void => {
    bytes -= kept.get(place)?.bytes ?? 0;
    kept.delete(place);
  };
  return {
    get: (place) => kept.get(place),
    keep(place, value) {
      forget(place);
      bytes += value.bytes;
      kept.set(place, value);
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes || kept.size === 1) break;
        forget(oldest);
      }
    },
  };
}
