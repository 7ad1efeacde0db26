import * as v from "valibot";
import type { Query } from "#server/domain/query.ts";
import { AreaCode, SearchInput } from "./search.ts";

const {
  language,
  direct,
  gender,
  age,
  scope,
  no_documents,
  no_identification,
  no_cooperation,
  without_staying,
} = SearchInput.entries;

/**
 * The narrowing form of the page without JavaScript: fields are named as in `/api/services`; an empty field is
 * an unanswered question. Comes out as the area and the query for `match`.
 */
export const NarrowInput = v.pipe(
  v.strictObject({
    area: AreaCode,
    language,
    direct,
    gender,
    age,
    scope,
    no_documents,
    no_identification,
    no_cooperation,
    without_staying,
  }),
  v.transform(({ area, ...asked }): { area: string; query: Query } => ({
    area,
    query: {
      ...(asked.language === undefined ? {} : { languages: asked.language }),
      direct: asked.direct,
      gender: asked.gender,
      age: asked.age,
      scope: asked.scope,
      noDocuments: asked.no_documents,
      noIdentification: asked.no_identification,
      noCooperation: asked.no_cooperation,
      withoutStaying: asked.without_staying,
    },
  })),
);
