import { useEffect, useRef, useState } from "preact/hooks";
import type { Draft } from "./draft.ts";
import { type UncheckedBallot, bodyOf } from "./form.ts";
import { sendBallot } from "./send.ts";
import { type Sending, after } from "./sending.ts";
import type { RateView } from "./view.ts";

/** How the form follows and steers the sending of its ballot. */
export interface SendingControl {
  sending: Sending;
  /** The revision that the next ballot will carry. */
  revision: number;
  /** Sends the answers; without effect while an attempt runs, so a double click sends once. */
  send: (revision?: number) => void;
  tryNow: () => void;
  backToAnswers: () => void;
}

/** Sends the draft, and goes on trying until the server has answered. */
export function useSending(view: RateView, receipt: string, draft: Draft): SendingControl {
  const [sending, setSending] = useState<Sending>({ at: "editing" });
  const [revision, setRevision] = useState(view.revision);
  const running = useRef(false);
  const stopped = useRef(false);
  const ballot = useRef<UncheckedBallot | undefined>(undefined);

  const attempt = async (failures: number) => {
    const sent = ballot.current;
    if (running.current || sent === undefined) return;
    running.current = true;
    stopped.current = false;
    setSending({ at: "sending", failures });
    const next = after(await sendBallot(view.consultation.id, receipt, sent), sent, failures);
    running.current = false;
    if (next.at === "saved" || next.at === "differs") setRevision(next.stored.revision + 1);
    setSending(next.at === "waiting" && stopped.current ? { at: "editing" } : next);
  };

  useEffect(() => {
    if (sending.at !== "waiting") return undefined;
    const again = () => void attempt(sending.failures);
    const timer = setTimeout(again, 1000 * sending.seconds);
    addEventListener("online", again);
    return () => {
      clearTimeout(timer);
      removeEventListener("online", again);
    };
  }, [sending]);

  return {
    sending,
    revision,
    send: (chosen = revision) => {
      if (running.current || sending.at === "waiting") return;
      if (Object.keys(draft.ratings).length === 0) {
        const fault = { pointer: "/ratings", fault: "missing" } as const;
        setSending({ at: "editing", problem: { problem: "ballot-invalid", faults: [fault] } });
        return;
      }
      ballot.current = bodyOf(draft, view.language, chosen, view.order);
      void attempt(0);
    },
    tryNow: () => void attempt("failures" in sending ? sending.failures : 0),
    backToAnswers: () => {
      stopped.current = true;
      setSending({ at: "editing" });
    },
  };
}
