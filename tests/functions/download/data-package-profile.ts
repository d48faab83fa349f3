/**
 * The profiles of Data Package 2.0 (datapackage.org/profiles/2.0: datapackage, dataresource, tabledialect, tableschema), as far
 * as a package of ours uses them, written down anew: what is required, of which type, by which pattern. What the profiles
 * leave open is refused here, so that a misspelt property is found.
 */
import * as z from "zod";

const path = z.string().regex(/^(?=[^./~])(?!file:)((?!\/\.\.\/)(?!\\)(?!:\/\/).)*$/);
const url = z.string().regex(/^(http|ftp)s?:\/\/.*$/);
const profile = (name: string) => z.literal(`https://datapackage.org/profiles/2.0/${name}.json`);
const labelled = <Value extends z.ZodType>(value: Value) =>
  z.array(z.strictObject({ value, label: z.string().min(1) })).min(1);

const named = { name: z.string().min(1), title: z.string().min(1), description: z.string().min(1) };
const field = z.discriminatedUnion("type", [
  z.strictObject({
    ...named,
    type: z.literal("string"),
    categories: z.optional(labelled(z.string())),
  }),
  z.strictObject({
    ...named,
    type: z.literal("integer"),
    categories: z.optional(labelled(z.int())),
  }),
  z.strictObject({ ...named, type: z.literal("number") }),
  z.strictObject({ ...named, type: z.literal("boolean") }),
  z.strictObject({ ...named, type: z.literal("datetime") }),
]);

const resource = z.strictObject({
  $schema: profile("dataresource"),
  name: z.string().regex(/^[-a-z0-9._]+$/),
  path,
  format: z.string().min(1),
  mediatype: z.string().regex(/^(.+)\/(.+)$/),
  encoding: z.literal("utf-8"),
  bytes: z.int().positive(),
  hash: z.string().regex(/^[^:]+:[a-fA-F0-9]+$/),
  type: z.optional(z.literal("table")),
  dialect: z.optional(
    z.strictObject({
      $schema: profile("tabledialect"),
      lineTerminator: z.string(),
      delimiter: z.string().length(1),
    }),
  ),
  schema: z.optional(
    z.strictObject({
      $schema: profile("tableschema"),
      fields: z.array(field).min(1),
      missingValues: labelled(z.string()),
    }),
  ),
});

export const dataPackageProfile = z.strictObject({
  $schema: profile("datapackage"),
  name: z.string().regex(/^[-a-z0-9._]+$/),
  id: z.string(),
  title: z.string().min(1),
  description: z.string().min(1),
  homepage: url,
  version: z.string().min(1),
  created: z.iso.datetime(),
  contributors: z
    .array(z.strictObject({ title: z.string().min(1), roles: z.array(z.string()).min(1) }))
    .min(1),
  sources: z.array(z.strictObject({ title: z.string().min(1) })),
  licenses: z
    .array(
      z.strictObject({ name: z.string().regex(/^[-a-zA-Z0-9._]+$/), path: url, title: z.string() }),
    )
    .min(1),
  resources: z.array(resource).min(1),
  /** A property of ours: the standard allows any. */
  kenes: z.record(z.string(), z.unknown()),
});
