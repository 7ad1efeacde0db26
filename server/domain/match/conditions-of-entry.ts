import { DOCUMENTS_NEEDED } from "#db/vocabulary.ts";
import { answerTo, anyYes, type Condition } from "./answer.ts";

const PAPERS = DOCUMENTS_NEEDED.filter((code) => code !== "none" && code !== "can-start-without-documents");

/**
 * No papers (R08). Papers that are needed are a "no" only where it is known that nobody can start without
 * them; circular demands for papers are what blocks people, so the question is worth asking.
 */
export const noDocuments: Condition = (facts, query) => {
  if (!query.noDocuments) return null;
  if (answerTo(facts, "documents-needed", "none") === "yes")
    return { answer: "yes", code: "no-documents-needed" };
  const start = answerTo(facts, "documents-needed", "can-start-without-documents");
  if (start === "yes") return { answer: "yes", code: "can-start-without-documents" };
  const needed =
    anyYes(facts, "documents-needed", PAPERS) || answerTo(facts, "documents-needed", "none") === "no";
  if (start === "no" && needed) return { answer: "no", code: "documents-needed" };
  return { answer: "unknown", code: "documents-unknown" };
};

/** Not identified by anybody (R17): "presumed" needs no paper, but somebody decides, so it is a question. */
export const noIdentification: Condition = (facts, query) => {
  if (!query.noIdentification) return null;
  const none = answerTo(facts, "identification-needed", "none");
  if (none === "yes") return { answer: "yes", code: "no-identification-needed" };
  if (answerTo(facts, "identification-needed", "presumed-victim") === "yes") {
    return { answer: "unknown", code: "identification-unknown" };
  }
  const needed = anyYes(facts, "identification-needed", ["informally-identified", "formally-identified"]);
  if (needed || none === "no") return { answer: "no", code: "identification-needed" };
  return { answer: "unknown", code: "identification-unknown" };
};

/** No police and no court (R16). */
export const noCooperation: Condition = (facts, query) => {
  if (!query.noCooperation) return null;
  const none = answerTo(facts, "cooperation-needed", "none");
  if (none === "yes") return { answer: "yes", code: "no-police-needed" };
  if (none === "no" || anyYes(facts, "cooperation-needed", ["police-report", "testimony"])) {
    return { answer: "no", code: "police-needed" };
  }
  return { answer: "unknown", code: "police-unknown" };
};
