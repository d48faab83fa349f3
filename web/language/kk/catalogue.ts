import type { Catalogue } from "../en/catalogue.ts";
import { accessibility } from "./accessibility.ts";
import { channels } from "./channel.ts";
import { common } from "./common.ts";
import { draft } from "./draft.ts";
import { exports } from "./export.ts";
import { home } from "./home.ts";
import { invitation } from "./invitation.ts";
import { organiser } from "./organiser.ts";
import { paper } from "./paper.ts";
import { participation } from "./participation.ts";
import { problems } from "./problems.ts";
import { rate } from "./rate.ts";
import { results } from "./results.ts";
import { translation } from "./translation.ts";

export const kk: Catalogue = {
  accessibility,
  channels,
  common,
  draft,
  exports,
  home,
  invitation,
  organiser,
  paper,
  participation,
  problems,
  rate,
  results,
  translation,
};
