import type { Schedule } from "../../../domain/disclosure/policy.ts";

/** What is published and when: told before answering. It stays on the server. */
export const publishing = {
  heading: "What is published",
  every: {
    close: "Results are published once, after closing.",
    week: "Results are published once a week and after closing, at times that were fixed beforehand.",
    day: "Results are published once a day and after closing, at times that were fixed beforehand.",
    hour: "Results are published once an hour and after closing, at times that were fixed beforehand.",
    demonstration:
      "This is a demonstration: new results are published every minute while answers come in.",
  } as Record<Schedule, string>,
  next: "The next results come on {moment}.",
  noise:
    "Every published count of the public’s answers is changed a little by chance. So the results tell hardly anything of how you rated a recommendation, not even to somebody who sends many answers.",
  noPromise:
    "Counts are changed a little by chance here too, but without the promise that goes with it elsewhere: whoever compares many results in a row can learn more of single answers. Answer only what others may know.",
  moreHeading: "Why counts are changed by chance",
  more: "Whoever knew everybody’s answers but yours could work yours out from exact counts. With a number added by chance, a guess at one of your ratings is hardly better than one without the results. An attitude that runs through all your ratings is protected less than a single one. Means and shares are given with intervals that take the chance into account.",
};

/** From when changes of a stored ballot count. */
export const changes = {
  once: "Results are published once, after closing: your answers count as they stand then.",
  atOnce: "Changes count with the next results that are published.",
  next: "A first change counts with the next results; later ones count only with the last results, after closing.",
  last: "They count with the next results. Further changes count only with the last results, after closing.",
  waits:
    "This change counts only with the last results, after closing. Until then your earlier answers count.",
  moves:
    "With the experts these answers count only in the last results, after closing. Until then your earlier answers count with the public.",
};
