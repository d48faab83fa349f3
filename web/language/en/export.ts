import type { FixedColumn, howTold } from "../../../domain/export/ballots-table.ts";
import type { TwoPersonAct } from "../../../domain/organiser/proposal.ts";
import type { PluralForms } from "../../text.ts";

/** Single ballots: their export, the rule of two persons, and their deletion. */
export const exports = {
  section: "Single ballots",
  title: "Single ballots",
  intro:
    "After closing, single ballots can be exported as a table, one row for each, to be analysed with other tools. For everything else the published results are enough.",
  warningHeading: "What single ballots can reveal",
  warning: [
    "The table has no names, receipts or days, and its rows are in a random order. What people say of themselves (answers about oneself, language, channel) is told only as far as at least five ballots say the same; rarer answers are told as one, or the question is left out.",
    "Even so, a row can point to one person: to somebody whose opinions you know; and five ballots that say the same need not be five people, since anybody may send several.",
    "Whoever downloads the table is answerable for it, and so are the owners of this consultation. Keep it where only those can read it who need it, publish nothing from it about groups of fewer than ten, and delete it when you no longer need it.",
    "Each request and each download stands in the log with a name.",
  ],
  stateHeading: "Export",
  state: {
    none: "No export has been asked for.",
    asked: "{name} asked for an export on {moment}. It is made within a few minutes.",
    making: "The export that {name} asked for is being made.",
    ready:
      "The export that {name} asked for is ready. It can be downloaded until {until}; then it is deleted and must be asked for anew.",
    failed:
      "The export could not be made, and nothing is left of it. Ask for it again. If it fails once more, tell whoever runs this installation.",
    over: "The time of this export is over, and its files are being deleted. In a few minutes a new one can be asked for.",
  },
  reload: "Look again",
  confirmedBy: "{name} confirmed it.",
  rows: { one: "{count} row", other: "{count} rows" } as PluralForms,
  bytes: { one: "{count} byte", other: "{count} bytes" } as PluralForms,
  unreadable: {
    one: "{count} stored ballot could not be read and is not in the table.",
    other: "{count} stored ballots could not be read and are not in the table.",
  } as PluralForms,
  part: "Part {part} of {parts}",
  download: "Download (CSV)",
  askHeading: "Ask for an export",
  ask: "Ask for an export",
  propose: "Propose an export",
  readWarning: "I have read what single ballots can reveal",
  codebookHeading: "What is in the table",
  codebook:
    "CSV (RFC 4180), UTF-8. Withdrawn ballots are not in it, nor are those of a panel of fewer than ten. In the columns about persons, “(other)” stands for rarer answers told as one, and “withheld” where nothing is told; a table beside the export says what was left out.",
  persons: {
    heading: "What this export tells of persons",
    why: "As much as at least five ballots say alike, decided from the ballots by a fixed rule. What the first export left out stays left out in all later ones, or two of them together would tell more.",
    column: "Panel and column",
    told: "What is told",
    how: {
      "as-said": "Every answer, as it was said",
      merged: "These answers as they were said, all others as “(other)”: {values}",
      "left-out": "Nothing: the column is left out (“withheld”)",
    } as Record<ReturnType<typeof howTold>, string>,
    download: "Download this table (CSV)",
  },
  allColumns: "All columns",
  column: "Column",
  means: "What it says",
  columns: {
    panel: "public or expert",
    language: "Language of the page: en, ru or kk; or “(other)”",
    first: "Codes of up to three recommendations to be done first, with spaces between them",
    channel:
      "By which channel’s link the person came; “not-said” without one, “withheld” for experts",
    wording: "Which version of the wording was shown; 1 is the first",
  } as Record<FixedColumn, string>,
  rating: "“{title}”: 1 to 5, no-opinion or skipped",
  answer:
    "“{question}”: {codes}; prefer-not-to-say, not-said, or “(other)”. Of experts always withheld",
  proposal: {
    heading: "A second person is needed",
    made: {
      close: "{name} proposed on {moment} to close this consultation.",
      export: "{name} proposed on {moment} to export its single ballots.",
    } as Record<TwoPersonAct, string>,
    until: "Another owner must confirm this by {until}; otherwise nothing happens.",
    own: "You made this proposal yourself, so another owner must confirm it.",
    confirm: {
      close: "Confirm and close",
      export: "Confirm the export",
    } as Record<TwoPersonAct, string>,
    withdraw: "Take the proposal back",
    needed:
      "In this consultation two persons are needed for this. What you do here is a proposal; another owner must confirm it within 7 days.",
    missing: "Nobody else could confirm this. Invite a second owner first.",
    toTeam: "To the team",
    proposeClose: "Propose to close",
  },
  purge: {
    never: "No date has been set for deleting the ballots: they stay stored.",
    days: {
      one: "The ballots are deleted {count} day after closing, once the consultation is archived.",
      other:
        "The ballots are deleted {count} days after closing, once the consultation is archived.",
    } as PluralForms,
    planned: "Once the consultation is archived, its ballots are deleted from {moment} on.",
    due: "The time that was set for the ballots is over. They are deleted as soon as the consultation is archived, the final release is made and a recount has confirmed it: usually within a day.",
    waiting:
      "The time that was set for the ballots is over. They are deleted as soon as the final release is made and a recount has confirmed it: usually within a day. Until then the consultation can be put back in the list.",
    running: "The ballots have been in deletion since {moment}.",
    done: "All ballots were deleted on {moment}.",
    final:
      "What is deleted cannot be brought back, not even by putting the consultation back in the list. Releases stay as they are. Backups may hold the ballots for up to a week longer.",
  },
  /** What respondents are told. */
  told: {
    exported:
      "When the consultation has closed, organisers with that right can export single ballots to analyse them: what each ballot says, without receipt, day or name. What you say of yourself is in it only as far as at least five ballots say the same of themselves.",
    neverExported: "Single ballots are not handed out to organisers in this consultation.",
    kept: {
      one: "From {count} day after closing, single ballots are deleted as soon as the organisers have archived the consultation.",
      other:
        "From {count} days after closing, single ballots are deleted as soon as the organisers have archived the consultation.",
    } as PluralForms,
    keptOpen:
      "No date has been set for deleting single ballots: yours stays stored unless you withdraw it.",
    deleted:
      "The single ballots were deleted, as had been set beforehand. They are counted in the results; a receipt no longer opens anything.",
  },
};
