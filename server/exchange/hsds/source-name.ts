const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;

/**
 * The name of a source that nobody named. UUIDs are their own name in every directory. Numbered ids are not: two
 * sources that both begin at 1 must not write over each other, so theirs carry the name of the organization with the
 * lowest id. Organizations are told one by one, so that a source of any length has a name as well.
 */
export class SourceName {
  private first: { readonly id: string; readonly name: string } | undefined;
  private numbered = false;

  add(id: string, name: string): void {
    this.numbered ||= !UUID.test(id.replace(/#\d+$/u, ""));
    const isLower = this.first === undefined || id.localeCompare(this.first.id, "en", { numeric: true }) < 0;
    if (isLower) this.first = { id, name };
  }

  toString(): string {
    if (!this.numbered) return "hsds";
    const slug = (this.first?.name ?? "")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
      .replaceAll(/^-|-$/gu, "");
    return `hsds:${slug}`;
  }
}
