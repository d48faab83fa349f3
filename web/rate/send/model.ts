import type { Panel } from "../../../domain/ballot/ballot.ts";
import { type Draft, remarksOf } from "../answers/draft.ts";
import { type UncheckedBallot, bodyOf } from "../answers/form.ts";
import type { FormPage } from "./form-page.ts";
import { sendBallot } from "./call.ts";
import { visibleProblem } from "./check.ts";
import { newReceipt } from "./new-receipt.ts";
import { type Sending, after } from "./sending.ts";
import { WORK_BAR, workFor } from "./work.ts";
import type { SendState } from "./state.ts";

/** How often an attempt calculates: again where that took too long, and not for ever. */
const MOST_WORK = 3;

/** From which share on it can be told how long all of it takes. */
const TELLING = 0.05;

/** Where checking and sending stand. */
export interface SendView {
  sending: Sending;
  /** What is being looked through or sent. */
  draft: Draft;
  quick: boolean;
  receipt: string;
  /** The revision that the next ballot will carry. */
  revision: number;
  /** Remembered after "saved" is left: an expert's later revisions need no code. */
  panel: Panel | undefined;
  /** Answers were saved in another tab of this browser. */
  elsewhere: boolean;
}

/** What can be done about it. */
export interface SendActions {
  review(): void;
  /** Sends the answers; without effect while an attempt runs, so a double click sends once. */
  send(revision?: number): void;
  tryNow(): void;
  /** Stops trying; what was to be sent is looked at again. */
  stop(): void;
  /** Back to the answers, to a field when one is named. */
  back(goTo?: string): void;
  /** Goes on under a new receipt: what is under the old one was withdrawn. */
  anew(): void;
  savedElsewhere(): void;
}

/** What is shown first. */
export const firstView = (state: SendState, draft: Draft, receipt: string): SendView => ({
  sending: { at: state.stage },
  draft,
  quick: state.quick,
  receipt,
  revision: state.revision,
  panel: state.panel,
  elsewhere: false,
});

/**
 * Has the answers checked by eye, then sends them and goes on trying until the server has answered.
 * `show` is called with every change.
 */
export function sendModel(
  state: SendState,
  page: FormPage,
  first: SendView,
  show: (view: SendView) => void,
): SendActions {
  let view = first;
  let ballot: UncheckedBallot | undefined;
  let running = false;
  let stopped = false;
  /** Sent again while what was stopped has not ended yet: it goes out then. */
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const change = (changed: Partial<SendView>) => {
    view = { ...view, ...changed };
    clearTimeout(timer);
    const { sending } = view;
    if (sending.at === "waiting") timer = setTimeout(actions.tryNow, 1000 * sending.seconds);
    show(view);
  };
  const attempt = async (failures: number) => {
    if (running || ballot === undefined) return;
    running = true;
    stopped = again = false;
    change({ sending: { at: "sending", failures } });
    const { draft } = view;
    const send = (body: UncheckedBallot) =>
      sendBallot(state.consultation.id, view.receipt, body, remarksOf(view.draft));
    let sent = ballot;
    let came = await send(sent);
    for (let times = 0; times < MOST_WORK; times++) {
      const work = came.came === "refused" ? came.problem.work : undefined;
      if (work === undefined || stopped) break;
      change({ sending: { at: "working", seconds: undefined } });
      const done = await workFor(state.workScript, work, told);
      if (done === undefined || stopped) break;
      // What was done is kept for when the network fails now.
      ballot = sent = { ...sent, work: done };
      change({ sending: { at: "sending", failures } });
      came = await send(sent);
    }
    const sending = after(came, sent, failures);
    running = false;
    if (sending.at === "saved" || sending.at === "differs") {
      view = { ...view, revision: sending.stored.revision + 1 };
    }
    if (sending.at === "saved") view = { ...view, panel: sending.panel };
    if (again) {
      ballot = { ...ballot, revision: view.revision };
      return attempt(0);
    }
    const isWorkLeft = sending.at === "review" && sending.problem?.work !== undefined;
    if (stopped && (sending.at === "waiting" || isWorkLeft)) return;
    // Whoever stopped it and has gone on to other answers, or looks those through, stays there.
    if (stopped && (view.sending.at === "answers" || view.draft !== draft)) return change({});
    change({ sending });
  };

  /** Shows how far the calculation is, and says whether to go on. */
  const told = (share: number, ms: number): boolean => {
    document.getElementById(WORK_BAR)?.setAttribute("value", String(share));
    const { sending } = view;
    if (share >= TELLING && sending.at === "working" && sending.seconds === undefined) {
      change({ sending: { at: "working", seconds: Math.ceil(ms / share / 1000) } });
    }
    return !stopped;
  };

  const actions: SendActions = {
    review() {
      const { draft } = page.read();
      const problem = visibleProblem(draft);
      const sending =
        problem === undefined ? { at: "review" as const } : { at: "answers" as const, problem };
      change({ draft, quick: page.quick(), sending });
    },
    send(revision = view.revision) {
      if ((running && !stopped) || view.sending.at === "waiting") return;
      const { language, order, wording } = state;
      ballot = bodyOf(view.draft, language, revision, order, wording, page.read().opened);
      again = running;
      if (running) change({ sending: { at: "sending", failures: 0 } });
      else void attempt(0);
    },
    tryNow() {
      if (view.sending.at === "waiting") void attempt(view.sending.failures);
    },
    stop() {
      stopped = true;
      again = false;
      change({ sending: { at: "review" } });
    },
    back(goTo) {
      const { sending } = view;
      if ((running && !stopped) || sending.at === "waiting") return;
      // What is wrong stays said beside the field that is led to.
      const problem = goTo !== undefined && "problem" in sending ? sending.problem : undefined;
      change({ sending: { at: "answers", goTo, problem } });
    },
    anew() {
      change({ receipt: newReceipt(), revision: 1, sending: { at: "review" } });
    },
    savedElsewhere() {
      change({ elsewhere: true });
    },
  };
  addEventListener("online", actions.tryNow);
  return actions;
}
