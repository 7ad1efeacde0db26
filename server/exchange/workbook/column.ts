import type { ListingForm } from "#server/contract/curate/listing-form.ts";

/** Words of the back office, which speaks English; handed in because they live with its app. */
export interface WorkbookWords {
  /** Heading of a facet. */
  facet(facet: string): string;
  /** `facet:code` as a statement to answer yes or no. */
  code(term: string): string;
  /** Name of a text of a listing. */
  text(field: string): string;
}

/** One column of the workbook: how a fact of a listing stands in a cell, and what a cell makes of a listing. */
export interface WorkbookColumn {
  /** Stable name; the hidden sheet keeps it for the header. */
  readonly key: string;
  readonly header: string;
  /** What the spreadsheet shows beside a chosen cell. */
  readonly note: string;
  /** Letters that a spreadsheet should make room for. */
  readonly width: number;
  /** What may be chosen; undefined: anything may be typed. */
  readonly list?: readonly string[] | undefined;
  /** A question that is answered yes, no or not known. */
  readonly question?: boolean;
  /** What is known, as it stands in the cell; empty when nothing is. */
  cell(form: ListingForm): string;
  /**
   * Fields of the listing after the cell was taken. `form` holds what earlier cells of the row made of it, `before`
   * the listing without them. Empty cells never come here. Throws `CellError`.
   */
  changes(text: string, form: ListingForm, before: ListingForm): ListingForm;
}
