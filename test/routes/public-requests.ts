import { TEXT_PAGES } from "#db/vocabulary.ts";
import { WORD_PAGES } from "#server/contract/page.ts";

/** One request to the public side, with the status that it must get. */
export interface PublicRequest {
  readonly method: "GET" | "POST" | "HEAD" | "OPTIONS";
  readonly path: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What the requests name of a demo directory: a current part of a bundle, and a listing. */
export interface Known {
  readonly part: string;
  readonly id: string;
  readonly code: string;
}

const get = (path: string, status: number, headers: Record<string, string> = {}): PublicRequest => ({
  method: "GET",
  path,
  status,
  headers: { "Accept-Encoding": "identity", ...headers },
});
const json = (path: string, status: number, body: unknown): PublicRequest => ({
  method: "POST",
  path,
  status,
  headers: { "Accept-Encoding": "identity", "Content-Type": "application/json" },
  body: typeof body === "string" ? body : JSON.stringify(body),
});
const form = (
  path: string,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): PublicRequest => ({
  method: "POST",
  path,
  status,
  headers: {
    "Accept-Encoding": "identity",
    "Content-Type": "application/x-www-form-urlencoded",
    "Sec-Fetch-Site": "same-origin",
    ...headers,
  },
  body,
});

/**
 * Every public route, with answers of each kind: the one list that is run through the app, through Node and
 * through workerd. Nothing in it depends on the moment.
 */
export function publicRequests({ part, id, code }: Known): readonly PublicRequest[] {
  return [
    get("/healthz", 200),
    get("/", 303),
    get("/", 303, { "Accept-Language": "th" }),
    get("/en", 308),
    get("/en/", 200),
    get("/th/", 200),
    get("/en/areas", 200),
    ...[...WORD_PAGES, ...TEXT_PAGES, "guide", "suggest"].map((page) => get(`/th/${page}`, 200)),
    get("/en/rights/TH", 404),
    get("/en/emergency/more", 404),
    form("/en/tell-us", 200, `listing=${code}&kind=closed`, {
      Origin: "null",
      "Sec-Fetch-Site": "same-origin",
    }),
    form("/en/tell-us", 403, `listing=${code}&kind=closed`, {
      Origin: "null",
      "Sec-Fetch-Site": "cross-site",
    }),
    form("/en/tell-us", 400, `listing=${code}&kind=rumour`),
    form("/th/suggest", 200, "name=Rice+mill&area=TH-50&need=legal&channel=phone&contact=000+0000", {
      Origin: "null",
      "Sec-Fetch-Site": "same-origin",
    }),
    form("/th/suggest", 403, "name=Rice+mill", { Origin: "null", "Sec-Fetch-Site": "cross-site" }),
    form("/th/suggest", 400, "name=Rice+mill"),
    get("/en/area/TH-50", 200),
    get("/th/area/TH", 200),
    get("/en/area/TH-50/sheet", 200),
    get("/exit", 303),
    get("/blank", 200),
    get("/colours.css", 200),
    get("/robots.txt", 200),
    form("/en/narrow", 200, "area=TH-50&gender=men&language=&age=17", {
      Origin: "null",
      "Sec-Fetch-Site": "same-origin",
    }),
    form("/en/narrow", 403, "area=TH-50", { Origin: "null", "Sec-Fetch-Site": "cross-site" }),
    {
      ...form("/en/narrow", 403, "area=TH-50&token=0123456789abcdef0123456789abcdef"),
      headers: { "Accept-Encoding": "identity", "Content-Type": "application/x-www-form-urlencoded" },
    },
    form("/en/narrow", 400, "area=nowhere"),
    form("/en/narrow", 404, "area=ZZ-1"),
    form("/en/narrow", 413, `area=TH-50&language=${"x".repeat(20_000)}`),

    get("/bundles/index.json", 200),
    get("/bundles/index-th.json", 200),
    get("/bundles/index-fr.json", 404),
    get(part, 200),
    get(part, 200, { "Accept-Encoding": "gzip" }),
    get(part, 200, { "Accept-Encoding": "br" }),
    get("/bundles/th-50-index.0123456789abcdef.json", 404),
    { method: "HEAD", path: "/healthz", status: 200 },

    get("/api/services?limit=100", 200),
    get("/api/services?area=TH-50&need=legal&language=th&gender=women&age=30&no_documents=1&lang=th", 200),
    get("/api/services?lat=18.79&lon=98.98&radius_km=30&include=no", 200),
    get(`/api/services?q=${encodeURIComponent("กฎหมาย")}&lang=th`, 200),
    get("/api/services?area=ZZ-1", 400),
    get("/api/services?need=nothing", 400),
    get("/api/services?service=nothing-like-it", 400),
    get("/api/services?language=klingon", 400),
    get("/api/services?language=zz", 400),
    get("/api/services?lang=xx", 400),
    get("/api/services?cursor=0123456789abcdef_20", 400),
    get("/api/services?lat=91&lon=0", 400),
    get("/api/services?nothing=1", 400),
    get("/api/services?__proto__=1&__proto__=2", 400),
    json("/api/services/search", 200, { area: ["TH-50", "KH-1"], need: "housing", limit: 5 }),
    json("/api/services/search", 400, "{"),
    json("/api/services/search", 400, "[]"),
    json("/api/services/search", 413, { q: "x".repeat(20_000) }),
    get(`/api/services/${id}`, 200),
    get(`/api/services/${code}`, 200),
    get("/api/services/K7Q2M-4", 404),
    get("/api/areas", 200),
    get("/api/taxonomy", 200),
    get("/api/places?country=TH", 200),
    get("/api/places?country=ZZ", 404),
    get("/api/places?country=thailand", 400),
    json("/api/reports", 202, { listing: code, kind: "wrong" }),
    json("/api/reports", 400, { listing: code, kind: "rumour" }),
    json("/api/reports", 400, { listing: code, kind: "wrong", proof: `${"0".repeat(32)}.1` }),
    get("/api/reports", 404),
    json("/api/suggestions", 202, {
      name: "Rice mill",
      area: "TH-50",
      need: "legal",
      channel: "phone",
      contact: "000 0000",
    }),
    json("/api/suggestions", 400, { name: "Rice mill" }),
    get("/api/nothing", 404),
    { method: "OPTIONS", path: "/api/services/search", status: 204 },

    get("/hsds", 200),
    get("/hsds/", 200),
    get("/hsds/services?per_page=2&full=true&lang=th", 200),
    get("/hsds/services/?search=legal&scope=general&area=TH-50&modified_after=2020-01-01", 200),
    get("/hsds/services?format=ndjson&minimal=true", 200),
    get("/hsds/services?taxonomy_term_id=nothing&taxonomy_id=nothing&organization_id=nothing", 200),
    get("/hsds/services?nothing=1", 400),
    get("/hsds/services?modified_after=yesterday", 400),
    get("/hsds/services?__proto__=1&__proto__=2", 400),
    get(`/hsds/services/${id}`, 200),
    get("/hsds/services/nothing", 404),
    get("/hsds/organizations?full_service=true&per_page=1", 200),
    get("/hsds/organizations/nothing", 404),
    get("/hsds/service_at_locations?per_page=1", 200),
    get("/hsds/service_at_locations?postcode=50200&proximity=1000", 200),
    get("/hsds/service_at_locations?proximity=1000", 400),
    get("/hsds/service_at_locations/nothing", 404),
    get("/hsds/taxonomies", 200),
    get("/hsds/taxonomies/nothing", 404),
    get("/hsds/taxonomy_terms?top_only=true&per_page=1", 200),
    get("/hsds/taxonomy_terms/nothing", 404),
    json("/hsds/services", 200, { search: "legal", per_page: 2 }),
    json("/hsds/services", 400, "{"),
    json("/hsds/services", 400, "[]"),
    json("/hsds/services", 413, { search: "x".repeat(20_000) }),
    get("/hsds/nothing", 404),
    { method: "OPTIONS", path: "/hsds/services", status: 204 },
    get("/profile", 200),
    get("/profile/service.json", 200),
    get("/profile/datapackage.json", 200),
    get("/profile/nothing.json", 404),
    get("/schema", 200),
    get("/schema/service.json", 200),
    get("/schema/nothing.json", 404),
    get("/openapi.json", 200),
    get("/openapi", 200),

    get("/en/nothing", 404),
    get("/en/area/ZZ-1", 404),
    get("/xx", 404),
    get("/xx/", 404),
    get("/%E0%A4%A", 404),
    get("/../../catalogue.db", 404),
    get("/.vite/manifest.json", 404),
    json("/en/", 404, {}),
  ];
}

/** Asks a running directory, in process or over HTTP, for a part and a listing to name. */
export async function knownOf(ask: (path: string) => Promise<Response> | Response): Promise<Known> {
  const index = (await (await ask("/bundles/index.json")).json()) as {
    areas: { code: string; parts: { kind: string; lang: string | null; url: string }[] }[];
  };
  const part = index.areas
    .find(({ code }) => code === "TH-50")
    ?.parts.find(({ kind, lang }) => kind === "texts" && lang === "th");
  const found = (await (await ask("/api/services?area=TH-50&limit=1")).json()) as {
    items: { id: string; code: string }[];
  };
  const [item] = found.items;
  if (part === undefined || item === undefined) throw new Error("The directory holds nothing for TH-50.");
  return { part: part.url, id: item.id, code: item.code };
}
