import type { PluralForms } from "../../text.ts";
import { changes, publishing } from "./publishing.ts";

/** The rate page and the receipt page. `page` and `receipt` stay on the server. */
export const rate = {
  page: {
    /** The same for every consultation and every step: a browser keeps titles in its history. */
    title: "Consultation – Kenes",
    howLong: {
      one: "There is {count} recommendation. It takes about {minutes} minutes.",
      other: "There are {count} recommendations. It takes about {minutes} minutes.",
    } as PluralForms,
    maySkip: "Rate as many as you like. What you leave out counts as skipped.",
    privacyHeading: "Your answers and you",
    nothingStored:
      "Nothing that identifies you is stored: no name, e-mail, IP address or cookie, and no time more exact than the day.",
    receiptPromise:
      "When you send, you get a receipt: 20 characters that only you hold. It lets you see, change or withdraw your answers later. If you lose it, nobody can recover it. We cannot either.",
    corrected: "The wording was corrected on {day}: {note}",
    haveReceipt: "I already have a receipt",
    results: "See the results",
    languages: "Language; your answers are kept",
    closes: "It closes on {moment}.",
    traces:
      "This page keeps nothing on your device unless you ask it to. Your browser’s own history may show that the page was open.",
    tracesAtRisk:
      "This page keeps nothing on your device. Your browser’s own history may show that the page was open: a private window or Tor Browser keeps none. “Leave this page” takes everything off the screen at once.",
    leave: "Leave this page",
    paper: "Answer on paper",
    publishing,
  },
  closed: {
    opens: "This consultation opens on {moment}. Until then it takes no answers.",
    paused:
      "The organisers have paused this consultation. It takes no answers just now; please come back later.",
    since: "This consultation closed on {moment}. It takes no more answers.",
    still:
      "What was saved before is counted in the results. With your receipt you can still see what you sent, and withdraw it.",
  },
  answers: {
    returningHeading: "Your answers are already stored",
    returning:
      "These are your answers as they are stored, or as you have changed them since. Sending replaces what is stored.",
    yourReceipt: "Your receipt",
    measures: "What this means in practice ({count})",
    howUrgent: "How urgent is this?",
    clear: "Clear this answer",
    clearNamed: "Clear this answer: {code}",
    firstHeading: "Which should be done first?",
    firstHint: "Choose up to three. You can leave this out.",
    aboutHeading: "About you",
    aboutHint:
      "These questions show whose voice is heard and whose is missing. You can leave out any of them.",
    choose: "Choose",
    invitationSummary: "I am an invited expert and have a code",
    invitationHint:
      "16 characters in four groups. It counts your answers with the experts and can be used once. Nothing stored links the code to your answers.",
    alreadyExpert: "Your answers count with the experts. You do not need your code again.",
    invitation: "Invitation code",
    leaveOut: "I leave this out",
    expertsSeenHeading: "What the organisers see of an expert",
    expertsSeen: [
      "They see how many codes have been used, and the experts’ answers added up, as everybody does. Where single ballots may be exported, they also see after closing what each expert’s ballot says, without a name.",
      "They do not see who gave which answer. Nothing stored links your code to your answers.",
      "They know whom they invited. Somebody with full access to the database and its backups could compare moments of storing and so narrow down whose answers are whose.",
    ],
    expertsExact:
      "In this consultation the experts’ counts are published exactly, without a change by chance. In a small panel, somebody who knows how the others answered can work out your answers. Answer as an expert only if you agree to that.",
    expertsProtected:
      "The experts’ counts are changed a little by chance before they are published, like the public’s.",
    singleBallots:
      "After closing, single ballots may be given to analysts: without anything that identifies you, and with what you say about yourself only where at least five ballots say the same.",
    next: "Next unanswered",
    draftKeep: "Keep my draft on this device",
    draftHint:
      "For seven days after your last answer, or until you send or untick this. Whoever uses this device can read the draft. Leave it off on a device that you share.",
    draftBack: "Your draft was on this device and has been put back.",
    draftUntil: "Kept on this device until {day}.",
    draftCannot: "This browser does not keep drafts. Your answers are on this page only.",
    firstFull: "You have chosen three. To choose another, untick one first.",
    languageCounted: "We also count how many people answer in each language.",
    channelHeading: "The link you came by",
    channelCame: "You came by this link:",
    channelWhy:
      "We count how many people come by each link, and what they answered as a group. It does not say who you are.",
    channelLeaveOut: "Leave this out",
  },
  form: {
    sendHeading: "Check and send",
    reviewHint: "Next you see all your answers together. Nothing is sent before you say so.",
    review: "Check my answers",
    reviewHeading: "Check your answers",
    notSentYet: "Nothing has been sent yet.",
    quick:
      "That was quick: less than a second for each recommendation. If you wish, go back and read them first. You can also send as it is.",
    toUnanswered: "Go to the first unanswered recommendation",
    answer: "Answer",
    change: "Change",
    backToAnswers: "Back to my answers",
    sendHint:
      "After sending you get your receipt, 20 characters. Keep it: if you lose it, nobody can recover it, and your answers can no longer be seen, changed or withdrawn.",
    otherTab:
      "In another tab of this browser, answers to this consultation have just been saved. If they were yours, do not send here too: that would count as a second person. Change them with your receipt instead.",
    sendSeparately: "Send as another person’s answers",
    stopTrying: "Stop trying",
    differenceHeading: "Where the two differ",
    mine: "Here on this page",
    storedNow: "Stored now",
    noDifference: "Both say the same.",
    replaceHint:
      "Perhaps you sent the stored answers from another tab or device. You decide which answers stay.",
    replace: "Replace what is stored with these answers",
    anewHint: "You can send these answers under a new receipt. They then count as new.",
    anew: "Go on under a new receipt",
    copyOut: "Your answers, to copy",
    copyAnswers: "Copy my answers",
    notCopied: "Copying did not work. Select the text and copy it yourself.",
    errorHeading: "Your answers have not been saved",
    nothingLost: "Everything you entered is still here.",
    rateOne: "Rate at least one recommendation, or choose “No opinion”.",
    firstTooMany: "Choose no more than three recommendations to do first.",
    progress: "{count} of {total} answered",
    invitation: "Invitation code",
    send: "Send answers",
    sendAgain: "Send changed answers",
    sending: "Sending your answers…",
    unreachable: {
      one: "No connection. Your answers are safe on this page; keep it open. Trying again in {count} second.",
      other:
        "No connection. Your answers are safe on this page; keep it open. Trying again in {count} seconds.",
    } as PluralForms,
    busy: {
      one: "The server is busy. Your answers are safe on this page; keep it open. Trying again in {count} second.",
      other:
        "The server is busy. Your answers are safe on this page; keep it open. Trying again in {count} seconds.",
    } as PluralForms,
    tryNow: "Try now",
    storedHeading: "What is stored now",
    differs:
      "What the server has stored is not what you sent. Your answers are still on this page. Send them again; if this message comes back, tell the organiser.",
  },
  saved: {
    heading: "Your answers are saved",
    savedPublic: "They have been read back from the server and count with the public.",
    savedExpert: "They have been read back from the server and count with the experts.",
    receiptHeading: "Your receipt",
    keepIt:
      "Keep it in a safe place: write it down or save it. With it you can see, change or withdraw your answers. We cannot give it to you again, and nobody can recover it.",
    copy: "Copy receipt",
    copied: "Copied.",
    notCopied: "Copying did not work. Select the receipt and copy it yourself.",
    saveFile: "Save as a file",
    print: "Print",
    fileNote:
      "Anyone who has this receipt can see, change or withdraw your answers. Open: {address}",
    link: "Open your answers with this receipt",
    linkNote: "The link contains your receipt. On a shared device it may stay in the history.",
    change: "Change my answers",
    results: "See the results",
    readBackHeading: "What is stored",
    skipped: "Skipped",
    firstHeading: "To do first",
    noneFirst: "None chosen",
    aboutHeading: "About you",
    noAnswer: "No answer",
    channel: "Link you came by",
  },
  changes,
  receipt: {
    title: "Your receipt",
    intro: "With your receipt you can see, change or withdraw the answers you sent.",
    label: "Receipt",
    hint: "20 characters in five groups, for example 7K2M-9QXD-04TB-HN6V-3WRE. Capital or small letters, with or without dashes.",
    lost: "A lost receipt cannot be recovered by anybody: nothing stored leads from you to it.",
    open: "See or change my answers",
    withdrawHeading: "Withdraw your answers",
    undoes: "Your answers are deleted. The next results to be published no longer count them.",
    undoesNot:
      "Results that are already published stay as they are. The receipt cannot be used again, and an expert’s invitation code is not given back.",
    withdraw: "Withdraw my answers",
    confirmTitle: "Withdraw your answers?",
    confirm: "Yes, withdraw my answers",
    keep: "No, keep them",
    withdrawnTitle: "Your answers are withdrawn",
    withdrawn: "They are deleted, and the next results to be published will not count them.",
    back: "Back to the recommendations",
  },
};
