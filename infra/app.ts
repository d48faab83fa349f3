/**
 * The AWS hosting: what must last (`KenesData`) apart from what can be made again (`KenesService`).
 * Makes no lookup and names no account or region: it synthesises anywhere, with or without a network.
 * A domain of one's own: `npx cdk deploy --all -c domain=… -c certificate=<ARN in us-east-1>`. Who runs it,
 * told on the page /about: `-c operator=… -c operatorContact=<e-mail or https://…>`.
 */
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { DataStack } from "./data-stack.ts";
import { ServiceStack } from "./service-stack.ts";

const app = new App();
const dist = join(import.meta.dirname, "../dist");

const data = new DataStack(app, "KenesData");
new ServiceStack(app, "KenesService", {
  data,
  functionsFolder: join(dist, "functions"),
  assetsFolder: join(dist, "client/assets"),
  domain: app.node.tryGetContext("domain"),
  certificate: app.node.tryGetContext("certificate"),
  operator: app.node.tryGetContext("operator"),
  operatorContact: app.node.tryGetContext("operatorContact"),
  alarmEmail: app.node.tryGetContext("alarmEmail"),
  budgetUsd: Number(app.node.tryGetContext("budgetUsd")) || undefined,
});
