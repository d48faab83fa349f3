import { cardId } from "../answers/anchors.ts";
import { channelCode } from "../../../domain/consultation/channel.ts";
import { faultsByField, nameFaults } from "../send/faults.ts";
import { firstView, sendModel, type SendView } from "../send/model.ts";
import { newReceipt } from "../send/new-receipt.ts";
import { SendPart } from "../send/send-part.tsx";
import type { SendState } from "../send/state.ts";
import { leadBack } from "./back-button.ts";
import { draw } from "./draw.ts";
import { offerDraft } from "./draft-choice.ts";
import { followAnswers } from "./follow-answers.ts";
import { byId, formPage } from "../send/form-page.ts";
import { sayAsWhom, takeInvitation } from "./invitation.ts";
import { dropDraft } from "./kept-draft.ts";
import { keepInTab } from "./kept-in-tab.ts";
import { layOutOneByOne } from "./lay-out.ts";
import { otherTabs } from "./other-tabs.ts";
import { followOwnWords } from "./own-words.ts";
import { putBack } from "./put-back.ts";
import { stepTitle } from "./step-title.ts";
import { warnBeforeLoss } from "./warn-before-loss.ts";

/** Takes the rate form over from the plain one: everything in it stays as it is. */
export function takeOver(form: HTMLFormElement, sent: SendState): void {
  const { consultation, atRisk } = sent;
  const { stored, restored, place } = putBack(form, sent);
  takeInvitation(form);
  const page = formPage(form);
  // Answers may have been given before this script arrived, so the form is read, not the state.
  const filled = page.read();
  page.nameChannel(consultation.channels[channelCode(filled.draft.channel)]);
  const state = { ...sent, order: filled.order, revision: filled.revision };
  // A page that is drawn anew, and answers that are put back, keep the one they have.
  const first = firstView(state, filled.draft, filled.receipt || newReceipt());

  const root = byId("send")!;
  const unsaved = atRisk ? undefined : warnBeforeLoss(form);
  const hasAnswers = !sent.receiptIsNew || (place !== undefined && !restored);
  const tab = atRisk ? undefined : keepInTab(form, consultation.id, hasAnswers);
  tab?.keep();
  const way = atRisk ? undefined : leadBack(() => actions.back());
  let shown = first;
  const nameStep = stepTitle(sent);
  const show = (view: SendView) => {
    const { sending } = view;
    const problem = "problem" in sending ? sending.problem : undefined;
    const before = shown.sending;
    shown = view;
    page.keep(view);
    page.mark(faultsByField(nameFaults(state, problem)));
    // Before a heading takes the focus: what stands above it must not go away later.
    page.showAnswers(sending.at === "answers");
    draw(<SendPart {...{ state, view, actions }} />, root);
    if (sending === before) return;
    if (sending.at === "answers" && (problem === undefined || sending.goTo !== undefined)) {
      page.goTo(sending.goTo);
    }
    if (sending.at === "review" && before.at === "answers") way?.leaves();
    if (sending.at === "saved") {
      unsaved?.saved();
      tab?.saved();
      dropDraft(consultation.id);
      tabs.tell();
    }
    // After the entry in the history: the title belongs to the newer one.
    nameStep(sending);
  };
  const actions = sendModel(state, page, first, show);
  const tabs = otherTabs(consultation.id, actions.savedElsewhere);
  page.keep(first);
  draw(<SendPart {...{ state, view: first, actions }} />, root);
  followAnswers(form, page, state.order);
  followOwnWords(form);
  const say = () => sayAsWhom(page);
  // While it is typed, not when the field is left: what is pressed next must not move away.
  form.addEventListener("input", say);
  say();
  offerDraft(form, { consultation: consultation.id, stored, restored });
  layOutOneByOne(form);
  document.querySelector<HTMLElement>("#rate-intro [role=alert]")?.focus();
  if (place) page.goTo(cardId(state.order, place));
  addEventListener("hashchange", () => {
    if (!takeInvitation(form)) return;
    tab?.keep();
    say();
    actions.back();
    page.goTo("invitation");
  });
}
