/**
 * Every setting of an installation on AWS, read once from CDK's context: `-c name=value`, or the section `context` of
 * `cdk.json` or `cdk.context.json`. Whatever is unknown, none of its kind, or contradicts another one is an error of
 * one line, before anything is synthesised. What each is for: docs/aws.md.
 */
import type { Node } from "constructs";
import { nearest } from "../functions/command/nearest.ts";

/** What an installation is like. */
export interface Settings {
  /** What the names of the stacks and of everything with a name begin with: two installations fit into one account. */
  prefix: string;
  /** A domain of one's own, and the ARN of its certificate in us-east-1: both or neither. */
  domain: string | undefined;
  certificate: string | undefined;
  /** Who runs the installation, and how they can be reached (e-mail or https://…): told on its pages. */
  operator: string | undefined;
  operatorContact: string | undefined;
  /** Where alarms go. */
  alarmEmail: string | undefined;
  /** US dollars a month. */
  budgetUsd: number | undefined;
  /** Whether a firewall with a rate rule is made, and the ARN of the one that CloudFront asks. */
  waf: boolean;
  webAcl: string | undefined;
  /** Whether what lasts is encrypted under a key of one's own. */
  kms: boolean;
  /** Whether functions reserve their concurrency. */
  reserve: boolean;
  /** Most write units a second of each table; above it what is sent is answered 503. */
  writeCap: number | undefined;
  /** Whether the consultation that Kenes ships is opened, as a demonstration. */
  demonstration: boolean;
}

/** Where CloudFront looks for certificates and firewalls. */
export const EDGE_REGION = "us-east-1";

/** A setting that is wrong; the message is one line. */
export class WrongSetting extends Error {}

/** Reads a value, or says what it should have been. */
type Reader<Value> = (text: string) => Value | { wanted: string };

const matching =
  (form: RegExp, wanted: string): Reader<string> =>
  (text) =>
    form.test(text) ? text : { wanted };

const yesOrNo: Reader<boolean> = (text) =>
  text === "yes" || text === "true"
    ? true
    : text === "no" || text === "false"
      ? false
      : { wanted: "yes or no" };

const wholeNumber =
  (least: number, most: number): Reader<number> =>
  (text) =>
    /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most
      ? Number(text)
      : { wanted: `a whole number from ${least} to ${most}` };

/** An ARN that only one region can have; of another region it says which it is. */
const arnInEdgeRegion =
  (form: RegExp, wanted: string): Reader<string> =>
  (text) => {
    const region = form.exec(text)?.[1];
    if (region === EDGE_REGION) return text;
    const where = `${wanted} in ${EDGE_REGION}, where CloudFront looks for it`;
    return { wanted: region === undefined ? where : `${where}, and this one is in ${region}` };
  };

const EMAIL = /^[^\s@<>,;:"]+@[^\s@.]+(\.[^\s@.]+)+$/;
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

const READERS = {
  // What AWS takes as the beginning of the name of a stack, a function or a bucket.
  prefix: matching(
    /^[A-Za-z](?!.*--)[A-Za-z0-9-]{0,22}[A-Za-z0-9]$/,
    "2 to 24 letters, digits and single hyphens, from a letter to a letter or digit",
  ),
  domain: matching(DOMAIN, "a name like consult.example.org, in small letters, without https://"),
  certificate: arnInEdgeRegion(
    /^arn:aws[a-z-]*:acm:([a-z0-9-]+):\d{12}:certificate\/[\w-]+$/,
    "the ARN of an ACM certificate",
  ),
  operator: matching(/^\S.{0,199}$/, "a name of at most 200 letters on one line"),
  operatorContact: (text: string) =>
    EMAIL.test(text) || /^https:\/\/[^\s/]+\.\S+$/.test(text)
      ? text
      : { wanted: "an e-mail address or an address that begins with https://" },
  alarmEmail: matching(EMAIL, "an e-mail address"),
  budgetUsd: wholeNumber(1, 1_000_000),
  waf: yesOrNo,
  webAcl: arnInEdgeRegion(
    /^arn:aws[a-z-]*:wafv2:([a-z0-9-]+):\d{12}:global\/webacl\/[\w/-]+$/,
    "the ARN of a web ACL for CloudFront",
  ),
  kms: yesOrNo,
  reserve: yesOrNo,
  writeCap: wholeNumber(10, 40_000),
  demonstration: yesOrNo,
} satisfies { [Name in keyof Settings]: Reader<NonNullable<Settings[Name]>> };

/** What holds where nothing is said: an installation that a new account can bear, and that costs nothing that is not needed. */
const USUAL: Settings = {
  prefix: "Kenes",
  domain: undefined,
  certificate: undefined,
  operator: undefined,
  operatorContact: undefined,
  alarmEmail: undefined,
  budgetUsd: undefined,
  waf: false,
  webAcl: undefined,
  kms: false,
  // A new account runs 10 functions at once, and none of them can be reserved: the deployment would fail.
  reserve: false,
  writeCap: undefined,
  demonstration: false,
};

/** Settings of CDK itself, which it reads: they have a stroke or a colon, or this name. */
const isOfCdk = (name: string): boolean => /[/:]/.test(name) || name === "cli-telemetry";

/** The settings of the installation that is synthesised. Throws an error of one line at the first that is wrong. */
export function readSettings(node: Node): Settings {
  const given = Object.entries(node.getAllContext() as Record<string, unknown>).filter(
    ([name, value]) => !isOfCdk(name) && value !== undefined,
  );
  const read = given.map(([name, value]) => [name, readOne(name, value)]);
  const settings: Settings = { ...USUAL, ...(Object.fromEntries(read) as Partial<Settings>) };
  if ((settings.domain === undefined) !== (settings.certificate === undefined)) {
    const [there, missing] = settings.domain
      ? ["domain", "certificate"]
      : ["certificate", "domain"];
    throw new WrongSetting(`-c ${there}=… needs -c ${missing}=… too: give both or neither.`);
  }
  if (settings.operatorContact !== undefined && settings.operator === undefined) {
    throw new WrongSetting("-c operatorContact=… needs -c operator=… too: whose address is it?");
  }
  return settings;
}

function readOne(name: string, value: unknown): unknown {
  if (!Object.hasOwn(READERS, name)) {
    const all = Object.keys(READERS);
    const meant = nearest(name, all);
    const instead = meant ? `Is ${meant} meant?` : `There are ${all.join(", ")}.`;
    throw new WrongSetting(`-c ${name}=…: there is no such setting. ${instead}`);
  }
  const read: unknown = READERS[name as keyof typeof READERS](
    ["string", "number", "boolean"].includes(typeof value) ? String(value).trim() : "",
  );
  if (typeof read === "object" && read !== null && "wanted" in read) {
    throw new WrongSetting(`-c ${name}=${String(value)}: this has to be ${String(read.wanted)}.`);
  }
  return read;
}
