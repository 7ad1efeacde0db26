/** Reading answers of `/hsds` in tests. */
export interface Listed {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: Item[];
}

export interface Item {
  id: string;
  name?: string;
  [field: string]: unknown;
}

type Get = (path: string) => Response | Promise<Response>;

/** A page of a list. */
export async function pageOf(get: Get, path: string): Promise<Listed> {
  return (await (await get(path)).json()) as Listed;
}

/** The names on a page. */
export async function namesOf(get: Get, path: string): Promise<string[]> {
  return (await pageOf(get, path)).contents.map(({ name }) => name ?? "");
}

/** The id of the term with this code. */
export async function termId(get: Get, code: string): Promise<string> {
  const { contents } = await pageOf(get, "/hsds/taxonomy_terms?per_page=500");
  return contents.find((term) => term["code"] === code)?.id ?? "";
}
