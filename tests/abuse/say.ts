/** A line at once: what runs for minutes says how far it is. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
