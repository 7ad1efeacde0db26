import { computed, signal } from "@preact/signals";
import type { Answer } from "#db/vocabulary.ts";
import type { ListingDetail, Preview } from "#server/contract/curate/listing-detail.ts";
import type { Conflict, ListingForm, Saved } from "#server/contract/curate/listing-form.ts";
import { openQuestions } from "#server/domain/open-questions.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { ApiError, get, post } from "../api.ts";
import { reasonOf } from "../load.ts";
import { dropDraft, keepDraft, readDraft } from "./drafts.ts";

const same = (a: unknown, b: unknown): boolean => stableJson(a ?? null) === stableJson(b ?? null);

/** One listing while somebody edits it: what is saved, what was typed since, and what others did meanwhile. */
export class EditorModel {
  readonly id: string;
  readonly detail = signal<ListingDetail | null>(null);
  /** Fields that were typed and are not saved. */
  readonly changes = signal<ListingForm>({});
  readonly saving = signal(false);
  readonly savedAt = signal<string | null>(null);
  readonly failed = signal<string | null>(null);
  readonly wrong = signal<Readonly<Record<string, string>>>({});
  readonly conflicts = signal<readonly Conflict[]>([]);
  /** What others changed while this was open, by name. */
  readonly others = signal<readonly { readonly by: string; readonly fields: readonly string[] }[]>([]);
  readonly proposed = signal(false);
  readonly preview = signal<Preview | null>(null);
  /** When the changes were typed that came back from an earlier visit, ISO; null: none did. */
  readonly broughtBack = signal<string | null>(null);
  /** How many typed fields are too private to lie in this browser. */
  readonly notKept = signal(0);
  /** The revision that brought-back changes were made to; null: the one that is shown. */
  private base: number | null = null;
  private readonly steps: { field: string; value: unknown }[] = [];

  readonly unsaved = computed(() => Object.keys(this.changes.value).length);

  constructor(id: string) {
    this.id = id;
  }

  get path(): string {
    return `/api/listings/${encodeURIComponent(this.id)}`;
  }

  /** A field as it stands with what was typed; null when it is empty. */
  value(field: string): unknown {
    const { value } = this.changes;
    return Object.hasOwn(value, field) ? value[field] : (this.detail.value?.form[field] ?? null);
  }

  text(field: string): string {
    const found = this.value(field);
    return typeof found === "string" ? found : "";
  }

  answer = (term: string): Answer | null => {
    const found = this.value(`answer:${term}`);
    return found === "yes" || found === "no" ? found : null;
  };

  /** Names of the fields that begin with a prefix and are not empty. */
  fields(prefix: string): readonly string[] {
    const names = new Set([
      ...Object.keys(this.detail.value?.form ?? {}),
      ...Object.keys(this.changes.value),
    ]);
    return [...names].filter((name) => name.startsWith(prefix) && this.value(name) !== null).sort();
  }

  /** The questions that matter and that nobody has answered. */
  open(): readonly string[] {
    return openQuestions((this.value("services") ?? []) as readonly string[], this.answer);
  }

  set(field: string, value: unknown): void {
    this.steps.push({ field, value: this.value(field) });
    this.put(field, value);
  }

  undo(): void {
    const step = this.steps.pop();
    if (step !== undefined) this.put(step.field, step.value);
  }

  get mayUndo(): boolean {
    return this.steps.length > 0;
  }

  private put(field: string, value: unknown): void {
    const { [field]: _old, ...rest } = this.changes.value;
    const saved = this.detail.value?.form[field] ?? null;
    this.changes.value = same(saved, value) ? rest : { ...rest, [field]: value };
    const { [field]: wrong, ...fine } = this.wrong.value;
    this.wrong.value = fine;
    // Mended: what was said of it is true no more.
    if (wrong !== undefined && Object.keys(fine).length === 0) this.failed.value = null;
  }

  /** Fetches the listing; what was typed stays. Says what others changed since it was last fetched. */
  async load(): Promise<void> {
    try {
      const before = this.detail.peek();
      const next = await get<ListingDetail>(this.path);
      if (before !== null && next.revision > before.revision) this.noticeOthers(before.revision, next);
      this.detail.value = next;
      this.failed.value = null;
    } catch (error) {
      this.failed.value = reasonOf(error);
    }
  }

  /** Brings back what was typed on an earlier visit and never sent. */
  async bringBack(): Promise<void> {
    const draft = await readDraft(this.id).catch(() => null);
    const detail = this.detail.peek();
    if (draft === null || detail === null || this.unsaved.peek() > 0) return;
    const open = Object.entries(draft.changes).filter(([field, value]) => !same(detail.form[field], value));
    if (open.length === 0) return dropDraft(this.id);
    this.base = draft.base;
    this.changes.value = Object.fromEntries(open);
    this.broughtBack.value = draft.at;
  }

  /** Keeps what was typed in this browser until it is saved. Where that fails, it stays in memory as before. */
  async keep(): Promise<void> {
    const detail = this.detail.peek();
    if (detail === null) return;
    const base = this.base ?? detail.revision;
    const changes = this.changes.peek();
    this.notKept.value = await keepDraft(this.id, base, changes).catch(() => Object.keys(changes).length);
  }

  /** Throws away what was brought back. */
  forget(): void {
    dropDraft(this.id);
    this.base = null;
    this.broughtBack.value = null;
    this.changes.value = {};
  }

  private ownRevisions = new Set<number>();

  private noticeOthers(since: number, next: ListingDetail): void {
    const entries = next.history.filter(
      ({ revision }) => revision !== null && revision > since && !this.ownRevisions.has(revision),
    );
    if (entries.length === 0) return;
    this.others.value = entries.map(({ by, changed }) => ({ by, fields: changed }));
  }

  /** Saves what was typed. What conflicts stays typed until somebody decides. */
  async save(mine: readonly string[] = []): Promise<void> {
    const detail = this.detail.peek();
    const changes = this.changes.peek();
    if (detail === null || Object.keys(changes).length === 0) return;
    this.saving.value = true;
    try {
      const base = this.base ?? detail.revision;
      const saved = await post<Saved>(`${this.path}/save`, { base, changes, mine });
      this.base = null;
      this.broughtBack.value = null;
      const open = new Set(saved.conflicts.map(({ field }) => field));
      this.ownRevisions.add(saved.revision);
      this.changes.value = Object.fromEntries(Object.entries(changes).filter(([field]) => open.has(field)));
      this.conflicts.value = saved.conflicts;
      this.proposed.value = saved.proposed;
      this.steps.length = 0;
      this.savedAt.value = new Date().toISOString();
      this.wrong.value = {};
      await this.load();
    } catch (error) {
      if (error instanceof ApiError) this.wrong.value = error.fields;
      this.failed.value = reasonOf(error);
    } finally {
      this.saving.value = false;
    }
  }

  /** Settles a conflict: keeps one's own value, or takes the other's. */
  async settle(field: string, keepMine: boolean): Promise<void> {
    this.conflicts.value = this.conflicts.value.filter((conflict) => conflict.field !== field);
    if (keepMine) return this.save([field]);
    const { [field]: _mine, ...rest } = this.changes.value;
    this.changes.value = rest;
  }

  /** What the public would see with what was typed. A preview that fails leaves the old one. */
  async look(): Promise<void> {
    if (this.detail.peek() === null) return;
    try {
      this.preview.value = await post<Preview>(`${this.path}/preview`, { changes: this.changes.peek() });
    } catch {
      // Half-typed values do not fit yet; saving says which.
    }
  }
}
