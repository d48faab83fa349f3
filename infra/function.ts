import { type Duration, RemovalPolicy } from "aws-cdk-lib";
import { Policy, type PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Alias,
  ApplicationLogLevel,
  Architecture,
  Function as Lambda,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { codeOf } from "./code.ts";

/** How long what functions log is kept, in days. */
export const FUNCTION_LOG = RetentionDays.TWO_WEEKS;

/** What differs from one function to the next. */
export interface KenesFunctionProps {
  /** What its name begins with. */
  prefix: string;
  /** The built functions. */
  folder: string;
  /** Entry file of the build without its ending, and the name it exports: `lambda/web.handler`. */
  handler: string;
  environment: Record<string, string>;
  /** All it may do, apart from writing its own log. */
  rights: PolicyStatement[];
  timeout: Duration;
  /** In MB, and as much of a processor as belongs to it; 1,769 are one whole. */
  memory?: number;
  /** At most this many at a time. */
  reservedConcurrency?: number;
}

/** What is called: the version that was deployed last, or one that was gone back to (docs/aws.md). */
export const LIVE = "live";

/**
 * A function with this project's defaults. Its role holds exactly `rights` and the writing of its own
 * log group: none of Amazon's managed policies, which would let it write any log of the account.
 */
export class KenesFunction extends Construct {
  readonly lambda: Lambda;
  constructor(scope: Construct, id: string, props: KenesFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, "Log", {
      retention: FUNCTION_LOG,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    });
    logGroup.grantWrite(role);
    const rights = new Policy(this, "Rights", { statements: props.rights, roles: [role] });

    this.lambda = new Lambda(this, "Function", {
      functionName: `${props.prefix}-${id}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: codeOf(props.folder, props.handler.replace(/\.handler$/, "")),
      handler: props.handler,
      environment: props.environment,
      role,
      logGroup,
      timeout: props.timeout,
      memorySize: props.memory ?? 512,
      reservedConcurrentExecutions: props.reservedConcurrency,
      loggingFormat: LoggingFormat.JSON,
      // Without the START and REPORT lines of every call: a quarter of the price of storing a ballot.
      systemLogLevelV2: SystemLogLevel.WARN,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      // X-Ray would keep the times of single requests.
      tracing: Tracing.DISABLED,
      // The one before stays, to go back to.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
    });
    // A function never starts before it may do its work.
    this.lambda.node.addDependency(rights);
  }

  /** What the gateway and the clock call, made when it is first asked for. */
  get live(): Alias {
    const made = this.node.tryFindChild("Live") as Alias | undefined;
    const { currentVersion: version } = this.lambda;
    return made ?? new Alias(this, "Live", { aliasName: LIVE, version });
  }
}
