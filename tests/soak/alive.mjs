/** Loaded into a server that is watched: tells on SIGUSR2 how many bytes of its memory are alive. Needs `--expose-gc`. */
process.on("SIGUSR2", () => {
  // What the first finds dead may hold buffers that only the second frees.
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  process.stdout.write(`alive ${heapUsed + external}\n`);
});
