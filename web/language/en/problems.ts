import type { ProblemCode } from "../../../domain/problem.ts";

/** For every refusal: what failed, and what to do now. */
export const problems: Record<ProblemCode, string> = {
  "body-empty": "Nothing arrived. Fill in the form and send it again.",
  "body-not-json": "What arrived is not valid JSON. Correct it and send it again.",
  "body-not-utf8": "What arrived is not text in UTF-8. Send it again in UTF-8.",
  "receipt-missing": "The receipt is missing. Enter your receipt and try again.",
  "receipt-malformed":
    "This does not look like a receipt. A receipt has 20 letters and digits in five groups. Compare it with what you kept and enter it again.",
  "invitation-refused":
    "This invitation code cannot be used: it is mistyped, has expired or has been used already. Nothing has been saved. Check the code, or leave it out and take part as one of the public.",
  "cross-site":
    "This was sent from another website, so it was refused. Open the page here and send your answers from it.",
  "page-unknown":
    "There is no page at this address. Check the address, or begin at the start page.",
  "consultation-unknown":
    "There is no consultation at this address. Check the address, or choose one on the start page.",
  "ballot-unknown":
    "No answers are stored under this receipt. Compare it with what you kept and enter it again. If you have not sent any answers yet, you can send them now.",
  "release-unknown":
    "There are no results yet. The first appear when enough people have answered. Please come back later.",
  "method-not-allowed":
    "This address does not accept requests of this kind. Begin again at the start page.",
  "revision-conflict":
    "Other answers have been stored under this receipt in the meantime. Look at what is stored, then decide whether to replace it.",
  "ballot-withdrawn":
    "The answers under this receipt have been withdrawn, and the receipt cannot be used again. To take part, begin again: you will get a new receipt.",
  "consultation-not-open":
    "This consultation has not opened yet, so no answers have been saved. Come back when it opens. Your answers are still on this page: you can copy them.",
  "consultation-paused":
    "The organisers have paused this consultation, so it takes no answers just now. Nothing has been saved or lost: your answers are still on this page. Send them again later.",
  "draft-exists": "There is already a consultation with this address. Choose another address.",
  "draft-conflict":
    "Somebody else has changed the same texts in the meantime. Both versions are shown below; nothing is lost.",
  "step-refused":
    "This step cannot be taken now: somebody else has taken one in the meantime, or the time for it has passed. Look at where the consultation stands and decide anew.",
  "draft-invalid":
    "The draft is not complete yet, or something in it cannot be accepted. Nothing has been published. Mend what is named and try again.",
  "import-invalid":
    "This cannot be imported, and nothing has been stored. Correct what is named and import it again.",
  "step-unconfirmed":
    "You have not confirmed that you have read what this step does. Nothing has been changed.",
  "undo-refused":
    "This cannot be undone now: somebody else has changed the draft in the meantime. Look at the newest changes and decide anew.",
  "consultation-closed":
    "This consultation is closed and takes no more answers. What was saved before is counted. Your answers are still on this page: you can copy them.",
  "body-too-large": "This is too large to be accepted. Shorten it and send it again.",
  "content-type-wrong":
    "Content of this type is not accepted here. Use the form on this site or, from a program, send application/json.",
  "ballot-invalid":
    "Some answers cannot be accepted, so nothing has been saved. Correct what is named and send again.",
  "report-invalid":
    "The report is not complete, or is too long, so it has not been stored. Correct what is named and send it again.",
  "reports-full":
    "So many reports are waiting that no more can be stored just now. Copy your text so that it is not lost, and try again in an hour or later.",
  "not-secure":
    "The organisers’ console works over HTTPS only, or on this machine under localhost. Open it there.",
  "session-token":
    "This form belongs to an earlier sign-in, so nothing has been done. Open the page again and send the form from it.",
  "passkey-refused":
    "The passkey was not accepted. Nothing has been changed. Try again, or use a recovery code.",
  "setup-refused":
    "This setup link cannot be used: it is mistyped, is older than 30 minutes or has been used already. Ask whoever runs this installation for a new one.",
  "role-link-refused":
    "This invitation cannot be used: it is mistyped, has expired, has been used already, or whoever sent it is no longer an owner. Ask for a new one.",
  "recovery-refused":
    "This recovery code was not accepted: it is mistyped, has been used already, or has been replaced by new ones. Compare it with your list, or use another.",
  "last-owner":
    "A consultation must have an owner, and this is the last one. Make somebody else an owner first.",
  "last-passkey": "This is your last passkey, so it stays. Add another one first.",
  "passkeys-full":
    "No more passkeys can be added, or this one is there already. Remove one that you no longer use.",
  "team-changed":
    "Somebody else changed the team at the same moment, so nothing has been done. Look at the team as it is now and try again.",
  "team-links-full":
    "There are 50 unused links to this team, and there can be no more. Withdraw some that are not needed.",
  "role-link-gone":
    "That link is not there any more: it was used, withdrawn or has run out. Nothing has been changed.",
  "already-in-team":
    "You belong to this team already, so the invitation has not been used. An owner can change your role.",
  "name-invalid": "Enter a name of 1 to 60 characters, without angle brackets or line breaks.",
  "role-invalid": "Choose one of the roles on offer.",
  "too-many": "There have been too many attempts in a short time. Wait a minute and try again.",
  "all-owned":
    "Every consultation has an owner already, so the link has not been used. An owner can invite you.",
  "invitations-made":
    "These invitations have been made already, and their codes were shown then. They cannot be shown again: to make others, open the page of the invitations anew.",
  "invitation-not-unused":
    "There is no unused code here with this label or wording: it is mistyped, has been used or has been revoked. Nothing has been changed.",
  "invitations-invalid":
    "Something in the form cannot be accepted, so no invitations have been made or changed. Correct what is named and send it again.",
  "export-at-risk":
    "In this consultation taking part may be dangerous, so single ballots are never exported. Use the published results.",
  "proposal-own":
    "You made this proposal yourself, so you cannot confirm it. Ask another owner to do it.",
  "proposal-stands":
    "This has been proposed already. Another owner can confirm it, or somebody can take it back first.",
  "proposal-unknown":
    "This proposal no longer stands: it was confirmed or taken back, a week has passed, or whoever made it has lost that right. Nothing has been done.",
  "second-owner-missing":
    "There is nobody else who could confirm this, so nothing has been done. Invite a second owner first.",
  "export-too-early":
    "Single ballots can be exported only when the consultation has closed and its final release has been made.",
  "export-too-few":
    "Too few took part for single ballots to be exported: they would show who gave which answer.",
  "export-under-way":
    "There is an export already, so no other has been asked for. Look at its state below.",
  "ballots-purged":
    "The single ballots of this consultation were deleted, as had been set beforehand. They are counted in the results, but nobody can see, change or withdraw them any more.",
  "export-gone":
    "This file is no longer there: its time is over, or it was never made. Ask for a new export.",
  failure:
    "Something failed on our side. Try again in a few minutes. If you were sending answers, send them again with the same receipt: nothing is counted twice.",
  busy: "More requests are arriving than can be answered. Wait a moment and try again. Answers that are sent again with the same receipt are not counted twice.",
};
