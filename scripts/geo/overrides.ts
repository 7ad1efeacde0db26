/**
 * What the sources lack or get wrong, one line each with the reason. Editable: run `scripts/build-geo.ts` afterwards.
 * Code, name and date facts are from ISO 3166-2 newsletters and the laws named.
 */
export interface AreaOverride {
  /** Leave the code out. */
  omit?: true;
  kind?: string;
  parent?: string;
  /** GeoNames admin1 code, where the crosswalk has none. */
  geonames?: string;
  /** The older shape that this newer area lies inside. */
  inside?: readonly string[];
  names?: Readonly<Record<string, string>>;
  spellings?: readonly string[];
  timeZone?: string;
  mergedInto?: string;
  /** [lat, lon], for areas that have neither a shape nor a town in the sources. */
  point?: readonly [number, number];
}

const each = (codes: string, override: AreaOverride): Record<string, AreaOverride> =>
  Object.fromEntries(codes.split(" ").map((code) => [code, override]));

/** The list of codes has a wrong accent here. */
const KIEN_GIANG: AreaOverride = { names: { vi: "Kiên Giang", en: "Kiên Giang" } };

export const AREA_OVERRIDES: Readonly<Record<string, AreaOverride>> = {
  // Thailand: Pattaya is a special city inside Chon Buri, coded beside the provinces.
  "TH-S": {
    kind: "special city",
    parent: "TH-20",
    point: [12.927, 100.877],
    names: { en: "Pattaya", th: "พัทยา" },
    spellings: ["เมืองพัทยา"],
  },
  "TH-10": { kind: "metropolis", names: { en: "Bangkok" }, spellings: ["Krung Thep"] },

  // Cambodia: made of the eastern half of Kampong Cham in 2013.
  "KH-25": {
    geonames: "31",
    inside: ["KH-3"],
    names: { en: "Tboung Khmum", km: "ត្បូងឃ្មុំ", th: "ตโบงฆมุม" },
    spellings: ["Tbong Khmum"],
  },
  "KH-12": { kind: "municipality" },

  // Laos: the capital and the province of the same name; Xaisomboun was made of parts of two provinces in 2013.
  "LA-VT": {
    kind: "prefecture",
    geonames: "24",
    names: { en: "Vientiane Capital", lo: "ນະຄອນຫຼວງວຽງຈັນ" },
    spellings: ["Vientiane", "Vientiane Prefecture", "Viangchan", "ວຽງຈັນ"],
  },
  "LA-VI": {
    geonames: "27",
    names: { en: "Vientiane Province" },
    spellings: ["Viangchan", "Vientiane", "ແຂວງວຽງຈັນ"],
  },
  "LA-XS": {
    geonames: "28",
    inside: ["LA-VI", "LA-XI"],
    names: { en: "Xaisomboun", lo: "ໄຊສົມບູນ" },
    spellings: ["Xaysomboun", "Saysomboun"],
  },

  // Myanmar: the capital's territory was cut out of Mandalay Region in 2010.
  "MM-18": {
    kind: "union territory",
    geonames: "18",
    inside: ["MM-04"],
    names: { en: "Naypyidaw", my: "နေပြည်တော်" },
    spellings: ["Nay Pyi Taw", "Naypyitaw"],
  },

  // Indonesia: island groups are not administrative areas; provinces made in 2012 and 2022; three time zones.
  ...each("ID-JW ID-KA ID-ML ID-NU ID-PP ID-SL ID-SM", { omit: true }),
  ...each("ID-BA ID-NB ID-NT ID-KS ID-KI ID-SA ID-ST ID-SN ID-SR ID-GO ID-SG", { timeZone: "Asia/Makassar" }),
  ...each("ID-MA ID-MU ID-PA ID-PB", { timeZone: "Asia/Jayapura" }),
  "ID-KU": { geonames: "42", inside: ["ID-KI"], timeZone: "Asia/Makassar" },
  "ID-PD": { geonames: "PD", inside: ["ID-PB"], timeZone: "Asia/Jayapura" },
  "ID-PE": {
    geonames: "PE",
    inside: ["ID-PA"],
    timeZone: "Asia/Jayapura",
    spellings: ["Papua Pegunungan"],
    names: { en: "Highland Papua", id: "Papua Pegunungan" },
  },
  "ID-PS": { geonames: "PS", inside: ["ID-PA"], timeZone: "Asia/Jayapura" },
  "ID-PT": { geonames: "PT", inside: ["ID-PA"], timeZone: "Asia/Jayapura" },

  // Philippines: regions hold provinces; splits of 2006, 2013 and 2022.
  ...each("PH-01 PH-02 PH-03 PH-05 PH-06 PH-07 PH-08 PH-09 PH-10 PH-11 PH-12 PH-13 PH-14 PH-15 PH-40 PH-41", {
    kind: "region",
  }),
  "PH-00": {
    kind: "region",
    geonames: "NCR",
    names: { en: "Metro Manila", fil: "Kalakhang Maynila" },
    spellings: ["National Capital Region", "NCR"],
  },
  "PH-COM": { names: { en: "Davao de Oro", fil: "Davao de Oro" }, spellings: ["Compostela Valley"] },
  "PH-DIN": { inside: ["PH-SUN"] },
  "PH-DVO": { inside: ["PH-DAS"] },
  "PH-MGS": { inside: ["PH-MGN"] },

  "AL-02": { names: { th: "ดูร์เรส" } }, // CLDR has a person's name here.

  // China: Taiwan is left out: the shapes follow de facto lines, and TW has its own ISO 3166-1 code.
  "CN-TW": { omit: true },
  "CN-HK": { kind: "special administrative region", timeZone: "Asia/Hong_Kong", geonames: "HK" },
  "CN-MO": { kind: "special administrative region", timeZone: "Asia/Macau", geonames: "MO" },
  ...each("CN-BJ CN-SH CN-TJ CN-CQ", { kind: "municipality" }),
  ...each("CN-GX CN-NM CN-NX CN-XJ CN-XZ", { kind: "autonomous region" }), // Official time is Beijing time here too.

  "AU-ACT": { kind: "territory", timeZone: "Australia/Sydney" },
  "AU-NT": { kind: "territory", timeZone: "Australia/Darwin" },
  "AU-QLD": { timeZone: "Australia/Brisbane" },
  "AU-SA": { timeZone: "Australia/Adelaide" },
  "AU-TAS": { timeZone: "Australia/Hobart" },
  "AU-VIC": { timeZone: "Australia/Melbourne" },
  "AU-WA": { timeZone: "Australia/Perth" },

  "BD-35": { point: [23.542, 90.535] },
  "BD-53": { point: [23.757, 89.645] },
  "BD-H": { geonames: "H", inside: ["BD-C"] }, // Made of the north of Dhaka Division in 2015.

  // Nepal: the provinces of 2015. Only the zones they replaced have open shapes, and those do not nest.
  "NP-P1": { geonames: "1", names: { en: "Koshi" }, spellings: ["Province No. 1", "Province 1"] },
  "NP-P2": { geonames: "2", names: { en: "Madhesh" }, spellings: ["Province No. 2", "Province 2"] },
  "NP-P3": { geonames: "3", names: { en: "Bagmati" }, spellings: ["Province No. 3", "Province 3"] },
  "NP-P4": { geonames: "4", names: { en: "Gandaki" }, spellings: ["Province No. 4", "Province 4"] },
  "NP-P5": { geonames: "5", names: { en: "Lumbini" }, spellings: ["Province No. 5", "Province 5"] },
  "NP-P6": { geonames: "6", names: { en: "Karnali" }, spellings: ["Province No. 6", "Province 6"] },
  "NP-P7": { geonames: "7", names: { en: "Sudurpashchim" }, spellings: ["Province No. 7", "Province 7"] },

  "JO-AM": {
    names: { en: "Amman", ar: "عمّان", th: "อัมมาน" },
    spellings: ["Al Asimah", "العاصمة", "محافظة العاصمة"],
  },

  MM: { spellings: ["Burma"] },
  LA: { spellings: ["Lao PDR", "Lao People's Democratic Republic", "Lao"] },
  VN: { spellings: ["Viet Nam"] },
  BN: { spellings: ["Brunei Darussalam"] },
  TL: { spellings: ["East Timor"] },
  CN: { spellings: ["PRC", "People's Republic of China"] },
  PH: { spellings: ["The Philippines", "Pilipinas"] },

  "JO-IR": { names: { th: "อิรบิด" } }, // CLDR has another word here.

  // Older and shorter names that people still use.
  "TH-14": { spellings: ["Ayutthaya", "อยุธยา"] },
  "TH-30": { spellings: ["Korat", "Khorat", "โคราช"] },
  "MM-02": { spellings: ["Pegu"] },
  "MM-05": { spellings: ["Tenasserim"] },
  "MM-06": { spellings: ["Rangoon"] },
  "MM-07": { spellings: ["Irrawaddy"] },
  "MM-12": { spellings: ["Karenni"] },
  "MM-13": { spellings: ["Karen State"] },
  "MM-16": { spellings: ["Arakan"] },
  "MY-01": { spellings: ["Johore"] },
  "MY-04": { spellings: ["Malacca"] },
  "MY-07": { spellings: ["Penang"] },
  "ID-YO": { spellings: ["Jogja", "Yogya", "DI Yogyakarta"] },
  "ID-JK": { spellings: ["DKI Jakarta", "DKJ"] },
  "VN-SG": { spellings: ["Saigon", "Sài Gòn", "HCMC", "TP HCM"] },
  "BD-06": { spellings: ["Barisal"] },
  "BD-03": { spellings: ["Bogra"] },
  "BD-08": { spellings: ["Comilla"] },
  "BD-10": { spellings: ["Chittagong"] },
  "BD-22": { spellings: ["Jessore"] },
  ...vietNamMerger(),
};

/**
 * Viet Nam went from 63 to 34 provinces on 1 July 2025 (National Assembly resolution 202/2025/QH15). ISO 3166-2 and the
 * shapes still have the 63, which people go on using; each that was absorbed says into which.
 */
function vietNamMerger(): Record<string, AreaOverride> {
  const absorbed: Record<string, string> = {
    "VN-07": "VN-03",
    "VN-02": "VN-06",
    "VN-69": "VN-53",
    "VN-68": "VN-70 VN-14",
    "VN-56": "VN-54",
    "VN-66": "VN-20",
    "VN-HP": "VN-61",
    "VN-18": "VN-63 VN-67",
    "VN-25": "VN-24",
    "VN-DN": "VN-27",
    "VN-29": "VN-28",
    "VN-30": "VN-31",
    "VN-34": "VN-36",
    "VN-35": "VN-72 VN-40",
    "VN-33": "VN-32",
    "VN-SG": "VN-57 VN-43",
    "VN-39": "VN-58",
    "VN-37": "VN-41",
    "VN-CT": "VN-52 VN-73",
    "VN-49": "VN-50 VN-51",
    "VN-45": "VN-46",
    "VN-59": "VN-55",
    "VN-44": "VN-47",
  };
  return Object.fromEntries(
    Object.entries(absorbed).flatMap(([into, codes]) =>
      codes.split(" ").map((code) => [code, { mergedInto: into, ...(code === "VN-47" ? KIEN_GIANG : {}) }]),
    ),
  );
}

/**
 * Shapes whose code is not the ISO 3166-2 one: by code, by `code:name`, or by `code@lon,lat` of the first vertex to
 * one decimal. null leaves the shape out of the areas (it still counts as part of the country).
 */
export const SHAPE_CODES: Readonly<Record<string, string | null>> = {
  "LA-VI:Vientiane [prefecture]": "LA-VT",
  "PH-MNL": "PH-00",
  "PH-BCD": "PH-NEC",
  "PH-MDE": "PH-CEB",
  "PH-LAP": "PH-CEB",
  "PH-MAG": "PH-MGN",
  "PH-DAV:Davao": "PH-DAS", // Davao City and Zamboanga City are counted with the southern provinces.
  "PH-ZAN:Zamboanga": "PH-ZAS",
  "PH-NCO@124.2,7.2": "PH-MGN", // Cotabato City, an enclave on the coast, not the province of that name.
  "CN-91": "CN-HK",
  "CN-92": "CN-MO",
  "AU-X02~": "AU-NSW", // Jervis Bay Territory has no code of its own.
  ...Object.fromEntries(
    "KA MA SE DH GA BA JA SA KO ME NA LU RA BH".split(" ").map((zone) => [`NP-${zone}`, null]),
  ),
  // Kenya: the shapes are the eight provinces of before 2013, the codes the 47 counties; the nearest town decides.
  ...Object.fromEntries("110 200 300 400 500 600 700 800".split(" ").map((old) => [`KE-${old}`, null])),
};

/** Shapes that belong to no area and to no country of ours. */
export const OMITTED_SHAPES: ReadonlySet<string> = new Set(["CN-71"]);

/** GeoNames second-level names that ISO 3166-2 spells otherwise, folded on both sides. */
export const ADMIN2_NAMES: Readonly<Record<string, string>> = {
  "PH Cotabato City": "PH-MGN",
  "PH Occidental Mindoro": "PH-MDC",
  "PH Oriental Mindoro": "PH-MDR",
  "PH Davao de Oro": "PH-COM",
  "PH Capital District": "PH-00",
  "PH Eastern Manila District": "PH-00",
  "PH Northern Manila District": "PH-00",
  "PH Southern Manila District": "PH-00",
  "BD Barisal": "BD-06",
  "BD Bogra": "BD-03",
  "BD Chapai Nababganj": "BD-45",
  "BD Chittagong": "BD-10",
  "BD Jessore": "BD-22",
  "BD Jhalokati": "BD-25",
  "BD Kishoregonj": "BD-26",
  "BD Maulvibazar": "BD-38",
};

/** Further names of towns, by country and the town's GeoNames name: spellings that people use and GeoNames lacks. */
export const TOWN_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  "KH Paoy Paet": ["Poipet", "Poi Pet", "ប៉ោយប៉ែត"],
  "KH Sihanoukville": ["Kampong Som", "ក្រុងព្រះសីហនុ", "西港"],
  "MM Bago": ["Pegu"],
  "MM Dawei": ["Tavoy"],
  "MM Mawlamyine": ["Moulmein"],
  "MM Myeik": ["Mergui"],
  "MM Pathein": ["Bassein"],
  "MM Pyay": ["Prome"],
  "MM Pyin Oo Lwin": ["Maymyo"],
  "MM Sittwe": ["Akyab"],
  "MM Yangon": ["Rangoon"],
  "TH Nakhon Ratchasima": ["Korat", "Khorat", "โคราช"],
  "TH Phra Nakhon Si Ayutthaya": ["Ayutthaya", "อยุธยา"],
  "VN Ho Chi Minh City": ["Saigon", "Sài Gòn", "HCMC"],
  "MY George Town": ["பினாங்கு"],
  "MY Ipoh": ["ஈப்போ"],
  "MY Johor Bahru": ["ஜொகூர் பாரு"],
  "MY Kuala Lumpur": ["கோலாலம்பூர்"],
  "LA Vientiane": ["万象"],
  "VN Hanoi": ["河内"],
  "CN Guangzhou": ["Canton"],
  "CN Mengmao": ["Ruili", "瑞丽"], // The seat of Ruili City.
  "SG Singapore": ["சிங்கப்பூர்"],
  "MM Laukkai": ["Laukkaing", "Laogai", "老街"],
  "MM Myawaddy": ["Myawadi", "妙瓦底"],
  "MM Tachilek": ["Tachileik"],
};

/** Codes of the crosswalk that ISO 3166-2 has changed since: China's numbers became letters in 2017. */
export const CROSSWALK_CODES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "11 BJ,12 TJ,13 HE,14 SX,15 NM,21 LN,22 JL,23 HL,31 SH,32 JS,33 ZJ,34 AH,35 FJ,36 JX,37 SD,41 HA,42 HB,43 HN," +
    "44 GD,45 GX,46 HI,50 CQ,51 SC,52 GZ,53 YN,54 XZ,61 SN,62 GS,63 QH,64 NX,65 XJ"
  )
    .split(",")
    .map((pair) => pair.split(" "))
    .map(([number = "", letters = ""]) => [`CN-${number}`, `CN-${letters}`]),
);
