import type { Document, Schema } from './document.js';

/** One form that a value may have: a schema without references, combinations and `nullable`. */
export interface Shape {
  /** Type of JSON; `undefined` for any. */
  readonly type: string | undefined;
  /** The values that are possible, if they are listed. */
  readonly values: readonly unknown[] | undefined;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  readonly items: Schema | undefined;
  /** The schema that has the bounds of the value. */
  readonly bounds: Schema;
}

/** The forms that a value of `schema` may have: one for each type and each alternative. */
export const shapesOf = (schema: Schema, document: Document): Shape[] => {
  const { oneOf, anyOf, ...flat } = flatten(schema, document);
  const alternatives = oneOf ?? anyOf;
  if (alternatives) return alternatives.flatMap((one) => shapesOf({ allOf: [one, flat] }, document));
  const isNullable = flat.nullable === true && flat.type !== undefined;
  return [...[flat.type].flat(), ...(isNullable ? ['null'] : [])].map((type) =>
    toShape(type, type === 'null' ? {} : flat),
  );
};

const toShape = (type: string | undefined, schema: Schema): Shape => ({
  type,
  values: schema.enum ?? ('const' in schema ? [schema.const] : undefined),
  properties: schema.properties ?? {},
  required: schema.required ?? [],
  items: schema.items,
  bounds: schema,
});

/** Puts what `$ref` and `allOf` name into the schema itself. */
const flatten = (schema: Schema, document: Document): Schema => {
  const { $ref, allOf, ...own } = schema;
  const referred = $ref === undefined ? [] : [componentAt($ref, document)];
  return [...referred, ...(allOf ?? [])].map((part) => flatten(part, document)).reduce(merge, own);
};

const merge = (a: Schema, b: Schema): Schema => ({
  ...b,
  ...a,
  ...((a.properties ?? b.properties) && { properties: { ...b.properties, ...a.properties } }),
  ...((a.required ?? b.required) && { required: [...(a.required ?? []), ...(b.required ?? [])] }),
});

const componentAt = (reference: string, { components }: Document): Schema => {
  const schema = components?.schemas?.[reference.replace('#/components/schemas/', '')];
  if (!schema) throw new Error(`${reference} is nowhere in the document`);
  return schema;
};
