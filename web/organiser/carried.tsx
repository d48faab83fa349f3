import { CARRY } from "./live/carry.ts";

/** What was entered while nobody was signed in any more, on its way over the page to sign in on. */
export interface Carried {
  /** The form's own address. */
  to: string;
  fields: readonly (readonly [name: string, value: string])[];
}

/** Where a sign-in leads. */
export interface WayBack {
  to?: string | undefined;
  carried?: Carried | undefined;
}

/** The fields of a sign-in form that lead back, with all that was entered. */
export const CarriedFields = ({ to, carried }: WayBack) => (
  <>
    {to === undefined ? null : <input type="hidden" name="to" value={to} />}
    {carried === undefined ? null : (
      <>
        <input type="hidden" name="to" value={carried.to} />
        <HiddenFields fields={carried.fields} prefix={CARRY} />
      </>
    )}
  </>
);

interface HiddenProps extends Pick<Carried, "fields"> {
  prefix?: string;
}

/** Fields that are sent along and not shown; a name may stand several times. */
export const HiddenFields = ({ fields, prefix = "" }: HiddenProps) => (
  <>
    {fields.map(([name, value], index) => (
      <input key={index} type="hidden" name={prefix + name} value={value} />
    ))}
  </>
);
