import { failing } from "./failing.ts";
import { lostFiles } from "./lost.ts";
import { organisers } from "./organisers.ts";
import { refusals } from "./refusals.ts";
import { respondents } from "./respondents.ts";
import { rights } from "./rights.ts";
import { spent } from "./spent.ts";
import { useInstallation } from "./site.ts";
import { walkTests } from "./walk.ts";

/*
 * The whole of Kenes as it is on AWS, from its first run to the last deletion, in this order: what is deployed, with the
 * environment and the tables of the template, and with no more rights than it has there.
 */

const at = useInstallation();
respondents(at);
walkTests(at);
organisers(at);
refusals(at);
lostFiles(at);
failing(at);
spent(at);
rights(at);
