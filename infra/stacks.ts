import { join } from "node:path";
import { type App, type StackProps, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { DataStack } from "./data-stack.ts";
import { FirewallStack } from "./firewall-stack.ts";
import { ServiceStack } from "./service-stack.ts";
import { EDGE_REGION, readSettings } from "./settings.ts";

/** What is deployed, and what no other deployment is called. */
export interface Deployed {
  /** The folder that holds the whole build: `client/` and `functions/`. */
  build: string;
  deployment: string;
}

/**
 * All stacks of an installation, as its settings say, held to the rules of cdk-nag when they are synthesised. Throws an
 * error of one line at the first setting that is wrong, with nothing made.
 */
export function makeStacks(app: App, { build, deployment }: Deployed) {
  const settings = readSettings(app.node);
  const { prefix } = settings;
  const clientFolder = join(build, "client");
  const named = (what: string): StackProps => ({
    description: `Kenes, ${prefix}: ${what}`,
    tags: { Kenes: prefix },
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const firewall = settings.waf
    ? new FirewallStack(app, `${prefix}Firewall`, {
        ...named("the firewall in front of CloudFront."),
        env: { region: EDGE_REGION },
        clientFolder,
      })
    : undefined;
  const data = new DataStack(app, `${prefix}Data`, {
    ...named("what must last. Deleting this stack deletes none of it."),
    settings,
  });
  const service = new ServiceStack(app, `${prefix}Service`, {
    ...named("what can be made again at any time."),
    settings,
    data,
    functionsFolder: join(build, "functions"),
    clientFolder,
    deployment,
  });
  return { data, service, firewall };
}
