import { ORGANISE } from "../organiser/endpoints.ts";
import { API_OF_PROGRAMS as AT } from "./paths.ts";
import { MOST_RESPONSE_BYTES } from "../response/entry.ts";
import { responseListSchema } from "../response/response-list.ts";
import * as answer from "./answers.ts";
import type { ProgramEndpoint } from "./endpoint.ts";
import { exportAnswer } from "./export-answer.ts";
import * as example from "./examples.ts";
import * as request from "./requests.ts";

/** Of the list for programs: what comes in and what came out of it, and the log. */
export const FOLLOWING = {
  export: {
    method: "GET",
    path: AT.export,
    like: ORGANISE.exportPage,
    summary: "How far the export of single ballots is",
    answers: { 200: exportAnswer },
  },
  askExport: {
    method: "POST",
    path: AT.export,
    like: ORGANISE.askExport,
    summary: "Asks for an export of single ballots, or proposes it where two persons are needed",
    request: request.exportRequest,
    example: example.EXPORT,
    answers: { 202: answer.exportAsked },
    once: "kept",
  },
  cancelExport: {
    method: "POST",
    path: AT.exportCancel,
    like: ORGANISE.cancelExport,
    summary: "Stops an export that is not ready",
    answers: { 204: undefined },
  },
  retryExport: {
    method: "POST",
    path: AT.exportRetry,
    like: ORGANISE.retryExport,
    summary: "Begins an export that failed again, as it was asked for",
    answers: { 204: undefined },
  },
  downloadExport: {
    method: "GET",
    path: AT.exportPart,
    like: ORGANISE.downloadExport,
    summary:
      "The zip of the export by its number (0, or a piece from 1); each download stands in the log",
    answers: { 200: undefined },
  },
  responses: {
    method: "GET",
    path: AT.responses,
    like: ORGANISE.responsesPage,
    summary: "Every official response as it was recorded, and what became of it",
    answers: { 200: responseListSchema },
  },
  recordResponse: {
    method: "POST",
    path: AT.responses,
    like: ORGANISE.recordResponse,
    summary: "Records an official response that was read somewhere, or corrects one",
    request: request.responseRequest,
    example: example.RESPONSE,
    answers: { 201: answer.numberAnswer },
    once: "kept",
    mostBytes: MOST_RESPONSE_BYTES,
  },
  withdrawResponse: {
    method: "POST",
    path: AT.responseWithdraw,
    like: ORGANISE.withdrawResponse,
    summary: "Withdraws an official response with a reason that is shown",
    request: request.withdrawRequest,
    example: example.WITHDRAW,
    answers: { 201: answer.numberAnswer },
    once: "kept",
    mostBytes: MOST_RESPONSE_BYTES,
  },
  participation: {
    method: "GET",
    path: AT.participation,
    like: ORGANISE.watch,
    summary: "How taking part goes, of releases alone",
    answers: { 200: answer.participationAnswer },
  },
  log: {
    method: "GET",
    path: AT.log,
    like: ORGANISE.log,
    summary: "What organisers and their programs did, a page at a time from the oldest",
    query: request.logQuery,
    answers: { 200: answer.logAnswer },
  },
  logFile: {
    method: "GET",
    path: AT.logFile,
    like: ORGANISE.logFile,
    summary: "The whole log with what its hashes were made with",
    answers: { 200: answer.logFileAnswer },
  },
  texts: {
    method: "GET",
    path: AT.texts,
    like: ORGANISE.moderation,
    summary: "A page of the queue of texts to judge",
    query: request.textsQuery,
    answers: { 200: answer.textsAnswer },
  },
  judgeTexts: {
    method: "POST",
    path: AT.verdicts,
    like: ORGANISE.judgeTexts,
    summary: "Judges texts as they were shown; the verdict counts as that of whoever made the key",
    request: request.verdictsRequest,
    example: example.VERDICTS,
    answers: { 200: answer.verdictsAnswer },
  },
} as const satisfies Record<string, ProgramEndpoint>;
