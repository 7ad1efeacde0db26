/**
 * The countries of the place data. Adding one is one line here and a run of `scripts/build-geo.ts`; what its sources
 * get wrong goes into `overrides.ts`.
 */
export interface CountrySource {
  /** ISO 3166-1 alpha-2. */
  code: string;
  /** File name in the province shapes (@superset-ui/legacy-plugin-chart-country-map, esm/countries). */
  shapes: string;
  /** IANA time zone of areas that `overrides.ts` gives no other. */
  timeZone: string;
  /** What a first-level area is called here, in the words of ISO 3166-2. */
  kind: string;
  /** Languages whose script the towns' local names are written in. */
  scripts: readonly string[];
  /** Interface language that the Latin names of ISO 3166-2 are written in, if any. */
  latin?: string;
  /** Where a town's area comes from; `admin1` unless said otherwise. */
  townArea?: "admin2" | "shape";
  /** Further ISO 3166-1 codes under which GeoNames files towns of this country's areas. */
  geonames?: readonly string[];
}

export const COUNTRIES: readonly CountrySource[] = [
  { code: "TH", shapes: "thailand", timeZone: "Asia/Bangkok", kind: "province", scripts: ["th"] },
  { code: "KH", shapes: "cambodia", timeZone: "Asia/Phnom_Penh", kind: "province", scripts: ["km"] },
  { code: "LA", shapes: "laos", timeZone: "Asia/Vientiane", kind: "province", scripts: ["lo"] },
  { code: "MM", shapes: "myanmar", timeZone: "Asia/Yangon", kind: "state or region", scripts: ["my"] },
  {
    code: "VN",
    shapes: "vietnam",
    timeZone: "Asia/Ho_Chi_Minh",
    kind: "province",
    scripts: [],
    latin: "vi",
    townArea: "shape",
  },
  { code: "ID", shapes: "indonesia", timeZone: "Asia/Jakarta", kind: "province", scripts: [], latin: "id" },
  {
    code: "PH",
    shapes: "philippines",
    timeZone: "Asia/Manila",
    kind: "province",
    scripts: [],
    latin: "fil",
    townArea: "admin2",
  },
  { code: "MY", shapes: "malaysia", timeZone: "Asia/Kuala_Lumpur", kind: "state", scripts: [], latin: "ms" },
  {
    code: "SG",
    shapes: "singapore",
    timeZone: "Asia/Singapore",
    kind: "district",
    scripts: ["zh"],
    townArea: "shape",
  },
  { code: "BN", shapes: "brunei", timeZone: "Asia/Brunei", kind: "district", scripts: [], latin: "ms" },
  { code: "TL", shapes: "timorleste", timeZone: "Asia/Dili", kind: "municipality", scripts: [] },
  { code: "AL", shapes: "albania", timeZone: "Europe/Tirane", kind: "county", scripts: [], latin: "sq" },
  {
    code: "CN",
    shapes: "china",
    timeZone: "Asia/Shanghai",
    kind: "province",
    scripts: ["zh"],
    geonames: ["HK", "MO"],
  },
  { code: "AU", shapes: "australia", timeZone: "Australia/Sydney", kind: "state", scripts: [] },
  {
    code: "BD",
    shapes: "bangladesh",
    timeZone: "Asia/Dhaka",
    kind: "division",
    scripts: ["bn"],
    townArea: "admin2",
  },
  { code: "NP", shapes: "nepal", timeZone: "Asia/Kathmandu", kind: "province", scripts: ["ne"] },
  { code: "JO", shapes: "jordan", timeZone: "Asia/Amman", kind: "governorate", scripts: ["ar"] },
  { code: "KE", shapes: "kenya", timeZone: "Africa/Nairobi", kind: "county", scripts: [] },
  { code: "NG", shapes: "nigeria", timeZone: "Africa/Lagos", kind: "state", scripts: [] },
];
