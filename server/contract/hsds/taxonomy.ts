/** Taxonomies, their terms, and the attributes that tie terms to anything (HSDS 3.1). */
import * as v from "valibot";
import { id, listOf, optionalId, optionalText, optionalUri, text } from "./fields.ts";

/** Earlier values of a field. Read from nobody and written for nobody: an earlier value may be withheld by now. */
export const Metadata = v.object({
  id,
  resource_id: optionalId,
  resource_type: optionalText,
  last_action_date: text,
  last_action_type: text,
  field_name: text,
  previous_value: text,
  replacement_value: text,
  updated_by: text,
});
const metadata = listOf(Metadata);

export const Taxonomy = v.object({
  id,
  name: text,
  description: text,
  uri: optionalUri,
  version: optionalText,
  metadata,
});
export type Taxonomy = v.InferOutput<typeof Taxonomy>;

export const TaxonomyTerm = v.object({
  id,
  code: optionalText,
  name: text,
  description: text,
  parent_id: optionalId,
  taxonomy: optionalText,
  taxonomy_detail: v.optional(Taxonomy),
  language: optionalText,
  taxonomy_id: optionalId,
  term_uri: optionalUri,
  metadata,
});
export type TaxonomyTerm = v.InferOutput<typeof TaxonomyTerm>;

export const Attribute = v.object({
  id,
  link_id: optionalId,
  taxonomy_term_id: optionalId,
  link_type: optionalText,
  link_entity: optionalText,
  value: optionalText,
  taxonomy_term: v.optional(TaxonomyTerm),
  metadata,
  label: optionalText,
});
export type Attribute = v.InferOutput<typeof Attribute>;

/** On nearly every object. */
export const noted = { attributes: listOf(Attribute), metadata };
