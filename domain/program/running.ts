import { ORGANISE } from "../organiser/endpoints.ts";
import { API_OF_PROGRAMS as AT } from "./paths.ts";
import * as answer from "./answers.ts";
import type { ProgramEndpoint } from "./endpoint.ts";
import * as example from "./examples.ts";
import * as request from "./requests.ts";

/** Of the list for programs: the draft, the steps of a life, and reaching people. */
export const RUNNING = {
  state: {
    method: "GET",
    path: AT.state,
    like: ORGANISE.lifePage,
    summary: "Where a consultation stands, and what this key may do there",
    answers: { 200: answer.stateAnswer },
  },
  draft: {
    method: "GET",
    path: AT.draft,
    like: ORGANISE.editPage,
    summary: "The draft as a definition, whether or not it is complete",
    answers: { 200: answer.draftAnswer },
  },
  replaceDraft: {
    method: "PUT",
    path: AT.draft,
    like: ORGANISE.import,
    summary:
      "Replaces a draft as a whole, over the version that was read; one change, which can be undone",
    request: request.draftRequest,
    example: example.DRAFT,
    answers: { 200: answer.draftReplaced },
    mostBytes: 1_000_000,
  },
  step: {
    method: "POST",
    path: AT.steps,
    like: ORGANISE.step,
    summary: "Takes a step of a consultation's life, or proposes it where two persons are needed",
    request: request.stepRequest,
    example: example.STEP,
    answers: { 200: answer.stepAnswer },
    once: "kept",
  },
  invitations: {
    method: "GET",
    path: AT.invitations,
    like: ORGANISE.invitations,
    summary: "Groups of invitations, as far as organisers may know how many were used",
    answers: { 200: answer.invitationsAnswer },
  },
  makeInvitations: {
    method: "POST",
    path: AT.invitations,
    like: ORGANISE.makeInvitations,
    summary: "Makes invitations of experts; their codes exist in this answer alone",
    request: request.invitationsRequest,
    example: example.INVITATIONS,
    answers: { 201: answer.invitationsMade },
    once: "secret",
    mostBytes: 1_000_000,
  },
  revokeInvitations: {
    method: "POST",
    path: AT.invitationsRevoke,
    like: ORGANISE.revokeInvitations,
    summary: "Revokes one unused code, or all of a group",
    request: request.revokeRequest,
    example: example.REVOKE,
    answers: { 204: undefined },
  },
  channels: {
    method: "GET",
    path: AT.channels,
    like: ORGANISE.channels,
    summary: "The channels with their links",
    answers: { 200: answer.channelsAnswer },
  },
  addChannel: {
    method: "POST",
    path: AT.channels,
    like: ORGANISE.addChannel,
    summary: "Adds a channel to an open consultation",
    request: request.channelRequest,
    example: example.CHANNEL,
    answers: { 201: answer.channelMade },
    once: "kept",
  },
  hooks: {
    method: "GET",
    path: AT.hooks,
    like: ORGANISE.hooks,
    summary: "The webhooks, and what came of the last messages",
    answers: { 200: answer.hooksAnswer },
  },
  addHook: {
    method: "POST",
    path: AT.hooks,
    like: ORGANISE.addHook,
    summary: "Adds a webhook; its secret stands in this answer alone",
    request: request.hookRequest,
    example: example.HOOK,
    answers: { 201: answer.hookMade },
    once: "secret",
  },
  removeHook: {
    method: "DELETE",
    path: AT.hook,
    like: ORGANISE.removeHook,
    summary: "Removes a webhook with everything that waits for it",
    answers: { 204: undefined },
  },
  tryHook: {
    method: "POST",
    path: AT.hookTest,
    like: ORGANISE.tryHook,
    summary: "Has a test sent to a webhook, within a minute",
    answers: { 202: undefined },
  },
} as const satisfies Record<string, ProgramEndpoint>;
