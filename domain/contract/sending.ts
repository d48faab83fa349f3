/** The endpoints of a respondent: for which the receipt, which only the respondent holds, is the only right. */
import { API_BALLOT, API_REASONS } from "../paths.ts";
import type { ProblemCode } from "../problem.ts";
import { remarksBack } from "../remark/remarks-back.ts";
import { readBackAnswer } from "./answers.ts";
import type { Endpoint } from "./endpoint.ts";
import examples from "./examples.json" with { type: "json" };
import { ballotRequest, remarksRequest } from "./requests.ts";

/** When there is no ballot. */
const NONE = [
  "ballot-unknown",
  "ballot-withdrawn",
  "ballots-purged",
  "too-many",
] as const satisfies readonly ProblemCode[];

export const SENDING = {
  putBallot: {
    method: "PUT",
    path: API_BALLOT,
    summary:
      "Sends a ballot, or a changed one with the next revision, and answers with what is stored. The same again changes nothing.",
    public: false,
    right: "receipt",
    bound: "ballot",
    request: ballotRequest,
    answers: { 200: readBackAnswer, 201: readBackAnswer },
    refusals: [
      "consultation-not-open",
      "consultation-paused",
      "consultation-closed",
      "ballot-invalid",
      "invitation-refused",
      "revision-conflict",
      "ballot-withdrawn",
      "too-many",
      "revisions-spent",
      "work-needed",
      "work-expired",
      "work-refused",
    ],
    example: { request: examples.ballot, answer: examples.readBack },
  },
  getBallot: {
    method: "GET",
    path: API_BALLOT,
    summary: "Reads a ballot back.",
    public: false,
    right: "receipt",
    bound: "secret",
    answers: { 200: readBackAnswer },
    refusals: NONE,
    example: { answer: examples.readBack },
  },
  putReasons: {
    method: "PUT",
    path: API_REASONS,
    summary: "Sends reasons and a suggestion, in place of all that was sent before.",
    public: false,
    right: "receipt",
    bound: "remarks",
    request: remarksRequest,
    answers: { 200: remarksBack },
    refusals: [
      // Before it opens nobody has a ballot.
      "consultation-paused",
      "consultation-closed",
      "remarks-invalid",
      "remarks-not-asked",
      "remarks-without-ballot",
      "ballot-withdrawn",
      "ballots-purged",
      "too-many",
    ],
    example: { request: examples.remarks, answer: examples.remarksBack },
  },
  getReasons: {
    method: "GET",
    path: API_REASONS,
    summary: "Reads reasons and a suggestion back, with what became of each.",
    public: false,
    right: "receipt",
    bound: "secret",
    answers: { 200: remarksBack },
    refusals: ["remarks-not-asked", ...NONE],
    example: { answer: examples.remarksBack },
  },
  withdrawReasons: {
    method: "DELETE",
    path: API_REASONS,
    summary: "Withdraws reasons and a suggestion.",
    public: false,
    right: "receipt",
    bound: "secret",
    answers: { 204: undefined },
    refusals: ["remarks-not-asked", ...NONE],
    example: {},
  },
  withdrawBallot: {
    method: "DELETE",
    path: API_BALLOT,
    summary: "Withdraws a ballot, with the reasons and the suggestion. This cannot be undone.",
    public: false,
    right: "receipt",
    bound: "secret",
    answers: { 204: undefined },
    refusals: ["ballot-unknown", "ballots-purged", "too-many"],
    example: {},
  },
} as const satisfies Record<string, Endpoint>;
