import { localServices } from "../../functions/local/services.ts";
import type { Services } from "../../functions/services.ts";
import type { RunningServer } from "./server.ts";

const NO_ASSETS = {
  style: "",
  resultsStyle: "",
  readingStyle: "",
  paperStyle: "",
  consoleStyle: "",
  invitingStyle: "",
  ledgerStyle: "",
  rateInline: { style: "", script: "", allowed: { style: "", script: "" } },
  rateScript: "",
  workScript: "",
  resultsScript: "",
  shareScript: "",
  organiseScript: "",
};

/** What a running server works on, beside it: for what no page of it does. It makes no pages. */
export const servicesBeside = ({ folder, instance }: RunningServer): Promise<Services> =>
  localServices(folder, instance, NO_ASSETS);
