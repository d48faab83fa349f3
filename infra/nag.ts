import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/** Says why a rule of cdk-nag does not hold for something, and for what is within it. */
export function accepted(what: IConstruct, id: string, reason: string): void {
  Validations.of(what).acknowledge({ id, reason });
}
