/** What stands in a template as CloudFormation makes values of it, in an account that does not exist. */
import type { Json, Resource, Stack } from "./stacks.ts";

export const REGION = "eu-central-1";
export const ACCOUNT = "111122223333";
const STACK_NUMBER = "0c9f1b2e-4a55-4d6e-9a51-7a3f2d1c0b9a";

/** Under which property a resource may be given its name. */
const NAMED: Readonly<Record<string, string>> = {
  "AWS::DynamoDB::Table": "TableName",
  "AWS::Lambda::Function": "FunctionName",
  "AWS::Logs::LogGroup": "LogGroupName",
  "AWS::S3::Bucket": "BucketName",
  "AWS::SecretsManager::Secret": "Name",
  "AWS::SNS::Topic": "TopicName",
  "AWS::SQS::Queue": "QueueName",
};

const regional = (service: string, rest: string) =>
  `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;
const ARNS: Readonly<Record<string, (name: string) => string>> = {
  "AWS::DynamoDB::Table": (name) => regional("dynamodb", `table/${name}`),
  "AWS::IAM::Role": (name) => `arn:aws:iam::${ACCOUNT}:role/${name}`,
  "AWS::Lambda::Function": (name) => regional("lambda", `function:${name}`),
  "AWS::Logs::LogGroup": (name) => regional("logs", `log-group:${name}:*`),
  "AWS::S3::Bucket": (name) => `arn:aws:s3:::${name}`,
  "AWS::SecretsManager::Secret": (name) => regional("secretsmanager", `secret:${name}-AbCdEf`),
  "AWS::SNS::Topic": (name) => regional("sns", name),
  "AWS::SQS::Queue": (name) => regional("sqs", name),
};
/** Which resources a bare reference names by their ARN. */
const BY_ARN = new Set(["AWS::SecretsManager::Secret", "AWS::SNS::Topic"]);

export interface Resolving {
  /** A value of a stack's template; throws at whatever it does not know. */
  valueOf(stack: Stack, value: Json): Json;
  arnOf(stack: Stack, id: string): string;
}

/**
 * Resolves values of these stacks. `secretOf` has what Secrets Manager holds under an ARN, `custom` the attributes of what
 * functions made, by logical name.
 */
export function resolving(
  stacks: readonly Stack[],
  secretOf: (arn: string) => string,
  custom: ReadonlyMap<string, Readonly<Record<string, string>>>,
): Resolving {
  const nameOf = (stack: Stack, id: string): string => {
    const { Type, Properties } = resourceOf(stack, id);
    const given = Properties[NAMED[Type] ?? ""];
    if (given !== undefined) return String(valueOf(stack, given));
    const name = `${stack.name}-${id}`;
    return Type === "AWS::S3::Bucket" ? name.toLowerCase() : name;
  };
  const arnOf = (stack: Stack, id: string): string => {
    const { Type } = resourceOf(stack, id);
    return ARNS[Type]?.(nameOf(stack, id)) ?? regional(Type.split("::")[1]!.toLowerCase(), id);
  };
  const attributeOf = (stack: Stack, id: string, attribute: string): string => {
    const own = custom.get(id)?.[attribute];
    if (own !== undefined) return own;
    if (attribute.endsWith("Arn") || attribute.endsWith("ARN")) return arnOf(stack, id);
    const host = `${id.toLowerCase()}.example`;
    return attribute.endsWith("Endpoint") ? `https://${host}` : host;
  };
  const refer = (stack: Stack, name: string): string => {
    if (name in PSEUDO) return PSEUDO[name]!;
    if (name === "AWS::StackName") return stack.name;
    if (name === "AWS::StackId") {
      return regional("cloudformation", `stack/${stack.name}/${STACK_NUMBER}`);
    }
    return BY_ARN.has(resourceOf(stack, name).Type) ? arnOf(stack, name) : nameOf(stack, name);
  };
  const importOf = (name: string): Json => {
    const stack = stacks.find(({ exports }) => name in exports);
    if (stack === undefined) throw new Error(`nothing is exported as ${name}`);
    return valueOf(stack, stack.exports[name]);
  };

  const FUNCTIONS: Readonly<Record<string, (stack: Stack, argument: Json) => Json>> = {
    Ref: refer,
    "Fn::GetAtt": (stack, at) => {
      const [id, ...attribute] = typeof at === "string" ? at.split(".") : (at as string[]);
      return attributeOf(stack, id!, attribute.join("."));
    },
    "Fn::ImportValue": (stack, name) => importOf(valueOf(stack, name)),
    "Fn::Join": (stack, [between, parts]) => valueOf(stack, parts).join(between),
    "Fn::Select": (stack, [place, list]) => valueOf(stack, list)[Number(place)],
    "Fn::Split": (stack, [at, text]) => String(valueOf(stack, text)).split(at),
    "Fn::Sub": (stack, argument) => {
      const [text, own = {}] = typeof argument === "string" ? [argument] : argument;
      return String(text).replace(/\$\{([^!}][^}]*)\}/g, (_, name: string) => {
        if (name in own) return valueOf(stack, own[name]);
        const [id, ...attribute] = name.split(".");
        return attribute.length === 0
          ? refer(stack, name)
          : attributeOf(stack, id!, attribute.join("."));
      });
    },
  };

  function valueOf(stack: Stack, value: Json): Json {
    if (typeof value === "string") return withSecrets(value);
    if (Array.isArray(value)) return value.map((one) => valueOf(stack, one));
    if (typeof value !== "object" || value === null) return value;
    const [[name, argument] = ["", undefined], ...more] = Object.entries(value);
    if (more.length === 0 && (name === "Ref" || name.startsWith("Fn::"))) {
      const make = FUNCTIONS[name];
      if (make === undefined) throw new Error(`the rehearsal does not know ${name}`);
      return withSecrets(make(stack, argument));
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, valueOf(stack, one)]),
    );
  }

  /** What CloudFormation fetches from Secrets Manager when it deploys. */
  const withSecrets = (value: Json): Json =>
    typeof value === "string"
      ? value.replace(/\{\{resolve:secretsmanager:(arn:.+?):SecretString:[^}]*\}\}/g, (_, arn) =>
          secretOf(arn),
        )
      : value;

  return { valueOf, arnOf };
}

const PSEUDO: Readonly<Record<string, string>> = {
  "AWS::AccountId": ACCOUNT,
  "AWS::Partition": "aws",
  "AWS::Region": REGION,
  "AWS::URLSuffix": "amazonaws.com",
  "AWS::NoValue": "",
};

function resourceOf({ resources, name }: Stack, id: string): Resource {
  const found = resources[id];
  if (found === undefined) throw new Error(`${name} has no ${id}`);
  return found;
}
