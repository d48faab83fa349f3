/** What can be made again at any time: functions, their clock, gateway and edge. Holds no data. */
import { CfnOutput, Duration, Fn, Stack, type StackProps } from "aws-cdk-lib";
import { Schedule } from "aws-cdk-lib/aws-events";
import { Code } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { BACKUP_DAYS, type DataStack } from "./data-stack.ts";
import { FUNCTION_LOG, KenesFunction } from "./function.ts";
import { Gateway, GATEWAY_LOG } from "./gateway.ts";
import { Job } from "./job.ts";
import {
  afterClosingRights,
  hookRights,
  mixRights,
  recountRights,
  releaseRights,
  setupRights,
  tallyRights,
  webRights,
} from "./rights.ts";
import { Site, type SiteProps } from "./site.ts";

export interface ServiceStackProps extends StackProps, Omit<SiteProps, "api" | "siteKey"> {
  data: DataStack;
  /** The bundle: `lambda/*.mjs` and the chunks they share. */
  functionsFolder: string;
  /** Who runs the installation, and how they can be reached: told on its pages. */
  operator?: string;
  operatorContact?: string;
}

/** Pages, API and jobs. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { data } = props;
    const shared = {
      // One machine's commands and the source maps would only make the cold start longer.
      code: Code.fromAsset(props.functionsFolder, { exclude: ["local", "*.map"] }),
      environment: {
        BALLOTS_TABLE: data.tables.ballots.tableName,
        MAIN_TABLE: data.tables.main.tableName,
        EPHEMERAL_TABLE: data.tables.ephemeral.tableName,
        FILES_BUCKET: data.files.bucketName,
        SECRET_ID: data.secret.secretArn,
      },
    };

    // The stack's own random number: nobody sees it who may not read the stack. It opens nothing, and only tells
    // the function whose word it can take for where somebody asks from.
    const siteKey = Fn.select(2, Fn.split("/", this.stackId));
    const web = new KenesFunction(this, "Web", {
      ...shared,
      // The pages say who runs this and when logs and backups are gone (functions/installation.ts).
      environment: {
        ...shared.environment,
        LOG_DAYS: String(Math.max(FUNCTION_LOG, GATEWAY_LOG)),
        BACKUP_DAYS: String(BACKUP_DAYS),
        SITE_KEY: siteKey,
        OPERATOR: props.operator ?? "",
        OPERATOR_CONTACT: props.operatorContact ?? "",
      },
      handler: "lambda/web.handler",
      rights: webRights(data),
      timeout: Duration.seconds(10),
    });

    // One at a time saves work; that each ballot counts once rests on the compare-and-swap of the tally, not
    // on this. Danger: a new account with a limit of 10 concurrent runs cannot reserve any, and the deployment fails.
    const everyMinute = {
      schedule: Schedule.rate(Duration.minutes(1)),
      timeout: Duration.minutes(1),
      reservedConcurrency: 1,
    };
    new Job(this, "Tally", {
      ...shared,
      ...everyMinute,
      handler: "lambda/tally.handler",
      rights: tallyRights(data),
    });
    new Job(this, "Release", {
      ...shared,
      ...everyMinute,
      handler: "lambda/release.handler",
      rights: releaseRights(data),
      // Ten million ballots are counted on the days for groups, and after closing.
      timeout: Duration.minutes(15),
      memory: 1769,
    });
    new Job(this, "Mix", {
      ...shared,
      ...everyMinute,
      handler: "lambda/mix.handler",
      rights: mixRights(data),
      // A day's remarks are moved one by one.
      timeout: Duration.minutes(15),
    });
    new Job(this, "Recount", {
      ...shared,
      ...everyMinute,
      handler: "lambda/recount.handler",
      rights: recountRights(data),
      // What is not done goes on in the next run. A whole processor and more: it folds and hashes every ballot.
      timeout: Duration.minutes(15),
      memory: 2048,
    });

    new Job(this, "AfterClosing", {
      ...shared,
      ...everyMinute,
      handler: "lambda/after-closing.handler",
      rights: afterClosingRights(data),
      // Half a million ballots are not deleted in a minute; a run that is cut short goes on in the next.
      timeout: Duration.minutes(15),
    });

    const { api } = new Gateway(this, "Gateway", web.lambda);
    const site = new Site(this, "Site", { ...props, api, siteKey });
    // A page never names an asset that is not there yet.
    web.lambda.node.addDependency(site.assets);

    new Job(this, "Hooks", {
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

    new CfnOutput(this, "Address", { value: site.address });
    new CfnOutput(this, "SetupLinkCommand", {
      description: "Prints a link to become an organiser by, who owns every consultation",
      value: `aws lambda invoke --region ${this.region} --function-name ${setup.lambda.functionName} /dev/stdout`,
    });
  }
}
