/** A date in each of the three forms that HTTP has ever had (RFC 9110, 5.6.7), with nothing before or after it. */
const FORMS = [
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>\d\d) (?<month>\w{3}) (?<year>\d{4}) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\d\d)-(?<month>\w{3})-(?<year>\d\d) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<month>\w{3}) (?<day>[ \d]\d) (?<time>\d\d:\d\d:\d\d) (?<year>\d{4})$/,
];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The moment that a date of HTTP names; `undefined` for what is none. */
export function httpDate(text: string): Date | undefined {
  const parts = FORMS.map((form) => form.exec(text)?.groups).find((one) => one !== undefined);
  if (parts === undefined) return undefined;
  const { day = "", month = "", year = "", time = "" } = parts;
  const number = MONTHS.indexOf(month) + 1;
  // Two digits are of this century: nothing here is older.
  const whole = year.length === 2 ? `20${year}` : year;
  const two = (part: string) => part.trim().padStart(2, "0");
  const iso = `${whole}-${two(String(number))}-${two(day)}T${time}.000Z`;
  const at = new Date(iso);
  // 30 February is none, and neither is a month without a name.
  return !Number.isNaN(at.getTime()) && at.toISOString() === iso ? at : undefined;
}
