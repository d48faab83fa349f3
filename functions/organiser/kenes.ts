/** Who stands in the log for what a job did by itself. */
export const KENES = { organiser: { name: "Kenes" } };
