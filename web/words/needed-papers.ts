import { DOCUMENTS_NEEDED, type FacetCode } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { answerTo } from "#server/domain/match/answer.ts";

type Paper = Exclude<FacetCode<"documents-needed">, "none" | "can-start-without-documents">;

/** Papers that the listing asks for, as codes. */
export function neededPapers(facts: ListingFacts): readonly Paper[] {
  return DOCUMENTS_NEEDED.filter(
    (code): code is Paper =>
      code !== "none" &&
      code !== "can-start-without-documents" &&
      answerTo(facts, "documents-needed", code) === "yes",
  );
}
