/** What can be made again at any time: functions, their clock, gateway and edge. Holds no data. */
import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import { Schedule } from "aws-cdk-lib/aws-events";
import type { Construct } from "constructs";
import { acceptedWildcards } from "./accepted-rights.ts";
import { Alarms } from "./alarms.ts";
import { Budget } from "./budget.ts";
import { Dashboard } from "./dashboard.ts";
import { BACKUP_DAYS, type DataStack } from "./data-stack.ts";
import { failuresQueue } from "./failures.ts";
import { FUNCTION_LOG, KenesFunction } from "./function.ts";
import { Gateway } from "./gateway.ts";
import { Job } from "./job.ts";
import { tellWhatToDo } from "./outputs.ts";
import {
  afterClosingRights,
  hookRights,
  mixRights,
  recountRights,
  releaseRights,
  setupRights,
  siteKeyRights,
  tallyRights,
  webRights,
} from "./rights.ts";
import type { Settings } from "./settings.ts";
import { makeSiteKey } from "./site-key.ts";
import { Site } from "./site.ts";

export interface ServiceStackProps extends StackProps {
  settings: Settings;
  data: DataStack;
  /** The build: `lambda/*.mjs`, the files they share, and which of them belong to each. */
  functionsFolder: string;
  /** What the build made for browsers. */
  clientFolder: string;
  /** What no other deployment is called. */
  deployment: string;
}

/**
 * How many requests are answered at once where concurrency is reserved: 1,000 ballots a second need about 30. An account has 1,000
 * for all its functions, of which it keeps 100.
 */
const WEB_CONCURRENCY = 500;

/** Pages, API and jobs. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { data, settings, deployment } = props;
    const { prefix } = settings;
    const shared = {
      prefix,
      folder: props.functionsFolder,
      environment: {
        BALLOTS_TABLE: data.tables.ballots.tableName,
        MAIN_TABLE: data.tables.main.tableName,
        EPHEMERAL_TABLE: data.tables.ephemeral.tableName,
        FILES_BUCKET: data.files.bucketName,
        SECRET_ID: data.secret.secretArn,
      },
    };

    const siteKey = makeSiteKey(this, { ...shared, deployment, rights: siteKeyRights(data) });
    const web = new KenesFunction(this, "Web", {
      ...shared,
      // The pages say who runs this and when logs and backups are gone (functions/installation.ts).
      environment: {
        ...shared.environment,
        LOG_DAYS: String(FUNCTION_LOG),
        BACKUP_DAYS: String(BACKUP_DAYS),
        SITE_SINCE: siteKey.since,
        // Makes a version of its own of each deployment: the one before knows another time.
        DEPLOYMENT: deployment,
        OPERATOR: settings.operator ?? "",
        OPERATOR_CONTACT: settings.operatorContact ?? "",
      },
      handler: "lambda/web.handler",
      rights: webRights(data),
      timeout: Duration.seconds(10),
      ...(settings.reserve && { reservedConcurrency: WEB_CONCURRENCY }),
    });

    // One at a time saves work; that each ballot counts once rests on the compare-and-swap of the tally, not
    // on this. Danger: a new account with a limit of 10 concurrent runs cannot reserve any, and the deployment fails.
    const failures = failuresQueue(this);
    const everyMinute = {
      failures,
      schedule: Schedule.rate(Duration.minutes(1)),
      timeout: Duration.minutes(1),
      ...(settings.reserve && { reservedConcurrency: 1 }),
    };
    const tally = new Job(this, "Tally", {
      ...shared,
      ...everyMinute,
      environment: {
        ...shared.environment,
        ...(settings.demonstration && { DEMONSTRATION: "yes" }),
      },
      handler: "lambda/tally.handler",
      rights: tallyRights(data),
    });
    const release = new Job(this, "Release", {
      ...shared,
      ...everyMinute,
      handler: "lambda/release.handler",
      rights: releaseRights(data),
      // Ten million ballots are counted on the days for groups, and after closing.
      timeout: Duration.minutes(15),
      memory: 1769,
    });
    const mix = new Job(this, "Mix", {
      ...shared,
      ...everyMinute,
      handler: "lambda/mix.handler",
      rights: mixRights(data),
      // A day's remarks are moved one by one.
      timeout: Duration.minutes(15),
    });
    const recount = new Job(this, "Recount", {
      ...shared,
      ...everyMinute,
      handler: "lambda/recount.handler",
      rights: recountRights(data),
      // What is not done goes on in the next run. A whole processor and more: it folds and hashes every ballot.
      timeout: Duration.minutes(15),
      memory: 2048,
    });

    const afterClosing = new Job(this, "AfterClosing", {
      ...shared,
      ...everyMinute,
      handler: "lambda/after-closing.handler",
      rights: afterClosingRights(data),
      // Half a million ballots are not deleted in a minute; a run that is cut short goes on in the next.
      timeout: Duration.minutes(15),
    });

    const { api } = new Gateway(this, "Gateway", { prefix, web: web.live });
    const site = new Site(this, "Site", { ...props, api, siteKey: siteKey.key });
    // A page never names an asset that is not there yet, and CloudFront never says a key that is not known yet.
    web.lambda.node.addDependency(site.assets);
    site.distribution.node.addDependency(web.live);

    const hooks = new Job(this, "Hooks", {
      ...shared,
      ...everyMinute,
      environment: { ...shared.environment, SITE_ADDRESS: site.address },
      handler: "lambda/hooks.handler",
      rights: hookRights(data),
      // A receiver that does not answer is waited for; each has ten seconds.
      timeout: Duration.minutes(5),
    });

    // Behind no address and with no trigger: whoever may invoke it by name is let in as an owner.
    const setup = new KenesFunction(this, "Setup", {
      ...shared,
      environment: { ...shared.environment, SITE_ADDRESS: site.address },
      handler: "lambda/setup.handler",
      rights: setupRights(data),
      timeout: Duration.seconds(10),
    });

    tellWhatToDo(this, { settings, site, setup, web });
    acceptedWildcards(this, data);
    const { alarmEmail: email, budgetUsd } = settings;
    const budget =
      budgetUsd === undefined
        ? undefined
        : new Budget(this, "Budget", { prefix, folder: shared.folder, data, budgetUsd, email });
    const alarms = new Alarms(this, "Alarms", {
      web: web.lambda,
      jobs: {
        Tally: tally.lambda,
        Release: release.lambda,
        Mix: mix.lambda,
        Recount: recount.lambda,
        AfterClosing: afterClosing.lambda,
        Hooks: hooks.lambda,
      },
      others: [setup.lambda, siteKey.maker.lambda, ...(budget ? [budget.readOnly.lambda] : [])],
      api,
      // Where concurrency is reserved a run that finds the one before at work waits there too, which is no failure.
      deadLetters: settings.reserve ? [] : [failures],
      email,
    });
    new Dashboard(this, "Dashboard", { data, alarms, api, web: web.lambda });
  }
}
