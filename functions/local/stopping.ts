/**
 * Aborts when this process is asked to end: by Ctrl-C, SIGTERM or SIGHUP, and, where `withParent`, when
 * the process that started it is gone. A signal to npm ends the shell that npm puts between itself and a
 * script, but is not passed on; that the shell is gone is then the only word that reaches us.
 */
export function stopAsked(withParent: boolean): AbortController {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => stop.abort());
  }
  const parent = process.ppid;
  if (withParent) {
    setInterval(() => {
      if (process.ppid !== parent) stop.abort();
    }, 250).unref();
  }
  return stop;
}

/** Whether npm runs this process. */
export const isOfNpm = (): boolean => process.env["npm_lifecycle_event"] !== undefined;
