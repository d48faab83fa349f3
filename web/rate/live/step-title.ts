import { textOf } from "../../language/said.tsx";
import { pageTitle } from "../../page/page-title.ts";
import { fill } from "../../text.ts";
import type { Sending } from "../send/sending.ts";
import type { SendState } from "../send/state.ts";

/**
 * Says in the page's title what the server would say in it: that something is wrong, is looked through,
 * is saved. Where there are no titles, it stays as it is: nobody may find it in the history.
 */
export function stepTitle({ titles, consultation }: SendState): (now: Sending) => void {
  const title = pageTitle(textOf(consultation.title));
  return (now) => {
    if (titles === undefined) return;
    const step = stepOf(now);
    document.title = step === undefined ? title : fill(titles[step], { title });
  };
}

function stepOf(now: Sending): "error" | "review" | "saved" | undefined {
  if (("problem" in now && now.problem !== undefined) || now.at === "differs") return "error";
  return now.at === "review" || now.at === "saved" ? now.at : undefined;
}
