/**
 * What is spent in a month, of the whole account: told by e-mail at half of it, at four fifths and at all, and then nothing new
 * is taken any more. Danger: AWS reckons costs up to a day late, so this is a brake and no limit; what bounds a flood while
 * it lasts is the throttle of the gateway (gateway.ts).
 */
import { Duration, Stack } from "aws-cdk-lib";
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { LambdaSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { DataStack } from "./data-stack.ts";
import { KenesFunction } from "./function.ts";
import { readOnlyRights } from "./rights.ts";

/** In per cent of the budget. */
const TOLD_AT = [50, 80, 100];

export interface BudgetProps {
  data: DataStack;
  /** What its name begins with. */
  prefix: string;
  /** The built functions. */
  folder: string;
  /** In dollars a month. */
  budgetUsd: number;
  /** Who is told; without it only the last step is taken. */
  email: string | undefined;
}

/** A budget, and the function that it calls when it is spent. */
export class Budget extends Construct {
  readonly readOnly: KenesFunction;

  constructor(
    scope: Construct,
    id: string,
    { data, prefix, folder, budgetUsd, email }: BudgetProps,
  ) {
    super(scope, id);
    this.readOnly = new KenesFunction(this, "ReadOnly", {
      prefix,
      folder,
      handler: "lambda/read-only.handler",
      environment: { MAIN_TABLE: data.tables.main.tableName },
      rights: readOnlyRights(data),
      timeout: Duration.seconds(10),
      memory: 256,
    });
    const topic = new Topic(this, "Spent", { enforceSSL: true });
    topic.addSubscription(new LambdaSubscription(this.readOnly.lambda));
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("budgets.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );

    const byMail = email === undefined ? [] : [{ subscriptionType: "EMAIL", address: email }];
    const spent = { subscriptionType: "SNS", address: topic.topicArn };
    const notifications = TOLD_AT.map((threshold) => ({
      notification: {
        notificationType: "ACTUAL",
        comparisonOperator: "GREATER_THAN",
        thresholdType: "PERCENTAGE",
        threshold,
      },
      subscribers: threshold === 100 ? [...byMail, spent] : byMail,
    })).filter(({ subscribers }) => subscribers.length > 0);
    const budget = new CfnBudget(this, "Budget", {
      budget: {
        budgetType: "COST",
        timeUnit: "MONTHLY",
        budgetLimit: { amount: budgetUsd, unit: "USD" },
      },
      notificationsWithSubscribers: notifications,
    });
    // It asks whether it may send when it is made.
    budget.node.addDependency(topic);
  }
}
