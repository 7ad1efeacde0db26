import type { TextPage } from "../../vocabulary.ts";

/** A default text: its body in the markup of `server/domain/text-blocks.ts`. */
export interface SeedText {
  readonly title: string;
  readonly body: string;
}
export type SeedTexts = Readonly<Record<TextPage, SeedText>>;
