import type { Language } from "../../domain/language.ts";
import { accessibility as accessibilityEn } from "./en/accessibility.ts";
import { channels as channelsEn } from "./en/channel.ts";
import { common as commonEn } from "./en/common.ts";
import { home as homeEn } from "./en/home.ts";
import { making as makingEn } from "./en/draft.ts";
import { inviting as invitingEn } from "./en/invitation.ts";
import { organise as organiseEn } from "./en/organiser.ts";
import { paper as paperEn } from "./en/paper.ts";
import { problems as problemsEn } from "./en/problems.ts";
import { rate as rateEn } from "./en/rate.ts";
import { results as resultsEn } from "./en/results.ts";
import { singleBallots as singleBallotsEn } from "./en/export.ts";
import { translation as translationEn } from "./en/translation.ts";
import { watching as watchingEn } from "./en/participation.ts";
import { accessibility as accessibilityKk } from "./kk/accessibility.ts";
import { channels as channelsKk } from "./kk/channel.ts";
import { common as commonKk } from "./kk/common.ts";
import { home as homeKk } from "./kk/home.ts";
import { making as makingKk } from "./kk/draft.ts";
import { inviting as invitingKk } from "./kk/invitation.ts";
import { organise as organiseKk } from "./kk/organiser.ts";
import { paper as paperKk } from "./kk/paper.ts";
import { problems as problemsKk } from "./kk/problems.ts";
import { rate as rateKk } from "./kk/rate.ts";
import { results as resultsKk } from "./kk/results.ts";
import { singleBallots as singleBallotsKk } from "./kk/export.ts";
import { translation as translationKk } from "./kk/translation.ts";
import { watching as watchingKk } from "./kk/participation.ts";
import { accessibility as accessibilityRu } from "./ru/accessibility.ts";
import { channels as channelsRu } from "./ru/channel.ts";
import { common as commonRu } from "./ru/common.ts";
import { home as homeRu } from "./ru/home.ts";
import { making as makingRu } from "./ru/draft.ts";
import { inviting as invitingRu } from "./ru/invitation.ts";
import { organise as organiseRu } from "./ru/organiser.ts";
import { paper as paperRu } from "./ru/paper.ts";
import { problems as problemsRu } from "./ru/problems.ts";
import { rate as rateRu } from "./ru/rate.ts";
import { results as resultsRu } from "./ru/results.ts";
import { singleBallots as singleBallotsRu } from "./ru/export.ts";
import { translation as translationRu } from "./ru/translation.ts";
import { watching as watchingRu } from "./ru/participation.ts";

/** Every text that a page shows, in one language. English is the source the others are typed by. */
export interface Catalogue {
  common: typeof commonEn;
  problems: typeof problemsEn;
  home: typeof homeEn;
  rate: typeof rateEn;
  results: typeof resultsEn;
  paper: typeof paperEn;
  translation: typeof translationEn;
  inviting: typeof invitingEn;
  channels: typeof channelsEn;
  watching: typeof watchingEn;
  accessibility: typeof accessibilityEn;
  organise: typeof organiseEn;
  making: typeof makingEn;
  singleBallots: typeof singleBallotsEn;
}

export const CATALOGUES: Record<Language, Catalogue> = {
  en: {
    common: commonEn,
    problems: problemsEn,
    home: homeEn,
    rate: rateEn,
    results: resultsEn,
    paper: paperEn,
    translation: translationEn,
    inviting: invitingEn,
    channels: channelsEn,
    watching: watchingEn,
    accessibility: accessibilityEn,
    organise: organiseEn,
    making: makingEn,
    singleBallots: singleBallotsEn,
  },
  ru: {
    common: commonRu,
    problems: problemsRu,
    home: homeRu,
    rate: rateRu,
    results: resultsRu,
    paper: paperRu,
    translation: translationRu,
    inviting: invitingRu,
    channels: channelsRu,
    watching: watchingRu,
    accessibility: accessibilityRu,
    organise: organiseRu,
    making: makingRu,
    singleBallots: singleBallotsRu,
  },
  kk: {
    common: commonKk,
    problems: problemsKk,
    home: homeKk,
    rate: rateKk,
    results: resultsKk,
    paper: paperKk,
    translation: translationKk,
    inviting: invitingKk,
    channels: channelsKk,
    watching: watchingKk,
    accessibility: accessibilityKk,
    organise: organiseKk,
    making: makingKk,
    singleBallots: singleBallotsKk,
  },
};
