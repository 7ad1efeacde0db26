import { type Signal, signal } from "@preact/signals";
import type { MyAccess, RestrictedArea, RestrictedListing } from "#server/contract/curate/restricted.ts";
import { get, post } from "../api.ts";
import { reasonOf } from "../load.ts";

/**
 * What was opened of the restricted tier while the tools stand on the screen. It lies in this object alone: no store of
 * the browser, no file and no print has it, and it goes with the page.
 */
export class RestrictedTier {
  /** Null until it is known; stays null for who is no practitioner. */
  readonly access: Signal<MyAccess | null> = signal(null);
  readonly areas: Signal<readonly RestrictedArea[]> = signal([]);
  readonly failed: Signal<string | null> = signal(null);

  async readAccess(): Promise<void> {
    this.access.value = await get<MyAccess>("/api/restricted");
  }

  /** Opens a whole area, which is written down. What goes wrong is said in `failed`. */
  async open(area: string): Promise<void> {
    this.failed.value = null;
    try {
      const found = await post<RestrictedArea>("/api/restricted/open", { area });
      this.areas.value = [...this.areas.value.filter((one) => one.area !== area), found];
      await this.readAccess();
    } catch (error) {
      this.failed.value = reasonOf(error);
    }
  }

  /** What the opened areas add to a listing; null: nothing. */
  entryOf(code: string): RestrictedListing | null {
    for (const { listings } of this.areas.value) {
      const found = listings.find((one) => one.code === code);
      if (found !== undefined) return found;
    }
    return null;
  }

  close(): void {
    this.areas.value = [];
  }
}
