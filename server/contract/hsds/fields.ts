/** The kinds of values that HSDS 3.1 knows. Every field but the ones that HSDS requires may be left out. */
import * as v from "valibot";

export const text = v.string();
export const number = v.number();
export const id = v.pipe(v.string(), v.uuid());
/** RFC 3986. Told to JSON Schema as `uri`, as HSDS writes it. */
export const uri = v.pipe(v.string(), v.url());
export const email = v.pipe(v.string(), v.email());
/** RFC 3339, with time and zone. */
export const moment = v.pipe(v.string(), v.isoTimestamp());

export const optionalText = v.optional(text);
export const optionalNumber = v.optional(number);
export const optionalId = v.optional(id);
export const optionalUri = v.optional(uri);
export const optionalEmail = v.optional(email);

/** An optional list. */
export const listOf = <S extends v.GenericSchema>(item: S) => v.optional(v.array(item));

/** A field with its one line for readers of the schema. */
export const told = <S extends v.GenericSchema>(schema: S, description: string) =>
  v.pipe(schema, v.description(description));
