/** What a form of a page would send. */
export interface Post {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`, "u").exec(tag)?.[1];

/** The forms that a page of ours holds, with what their hidden fields and first button say; fields to fill in are empty. */
export function formsIn(html: string): readonly Post[] {
  return [...html.matchAll(/<form ([^>]*)>(.*?)<\/form>/gsu)].map(([, head = "", body = ""]) => {
    const hidden = [...body.matchAll(/<input [^>]*type="hidden"[^>]*>/gu)].map(([tag]) => tag);
    const button = [...body.matchAll(/<button [^>]*name="[^>]*>/gu)].map(([tag]) => tag).slice(0, 1);
    const fields = [...hidden, ...button].map((tag) => [
      attribute(tag, "name") ?? "",
      attribute(tag, "value") ?? "",
    ]);
    return { action: attribute(` ${head}`, "action") ?? "", fields: Object.fromEntries(fields) };
  });
}
