/** Vientiane, LA-VT. */
import { answers, checked, closed, phone, speaks, weekly, WORKDAYS } from "./shapes.ts";
import type { Location, Organization } from "./shapes.ts";

const VIENTIANE_CITY = { en: "Vientiane", lo: "ວຽງຈັນ" };

/** A place in the capital; its privacy is said by each. */
const inCapital = (place: Omit<Location, "country" | "area" | "timeZone">): Location => ({
  country: "LA",
  area: "LA-VT",
  timeZone: "Asia/Vientiane",
  city: VIENTIANE_CITY,
  ...place,
});

export const VIENTIANE: Organization[] = [
  {
    sourceId: "demo-river-bend",
    name: { en: "River Bend Centre", lo: "ສູນໂຄ້ງນ້ຳ" },
    providerType: "state",
    locations: [
      inCapital({
        sourceId: "demo-river-bend-house",
        lines: { en: "15 Example Bend Road", lo: "15 ຖະໜົນໂຄ້ງຕົວຢ່າງ" },
        postalCode: "00015",
        latitude: 17.9512,
        longitude: 102.6456,
        privacy: "withheld",
        residential: true,
        privateNote: "Canary: rooms 1 to 6 look onto the yard. Ms Kham Example decides.",
      }),
    ],
    services: [
      {
        sourceId: "demo-river-bend-stay",
        name: { en: "River Bend Centre", lo: "ສູນໂຄ້ງນ້ຳ" },
        scope: "trafficking-specific",
        services: [
          "emergency-shelter",
          "residential-programme",
          "trauma-care",
          "life-skills",
          "vocational-course",
          "case-manager",
        ],
        areas: ["LA-VT", "LA"],
        locations: ["demo-river-bend-house"],
        answers: answers(
          [
            "gender-served:women",
            "gender-served:girls",
            "gender-served:boys",
            "with-children:accepts",
            "identification-needed:presumed-victim",
            "cost:free",
            "delivery:residential",
            "shelter-rules:max-stay",
            "shelter-rules:may-study",
          ],
          ["gender-served:men"],
        ),
        maxChildAge: 14,
        boysMaxAge: 12,
        languages: speaks(["lo"], ["hmn", "kjg"]),
        contacts: [phone("LA", "54", { whoAnswers: "state" })],
        costs: [{ option: "free" }],
        texts: {
          description: {
            en: "A state house for women and children, up to one year.",
            lo: "ເຮືອນພັກຂອງລັດ ສຳລັບແມ່ຍິງ ແລະ ເດັກ ບໍ່ເກີນໜຶ່ງປີ",
          },
          limits: { en: "Up to one year.", lo: "ບໍ່ເກີນໜຶ່ງປີ" },
        },
        verified: checked("2026-09-03", "duty worker"),
      },
      {
        sourceId: "demo-river-bend-annex",
        name: { en: "River Bend men's annex", lo: "ຕຶກຜູ້ຊາຍ ສູນໂຄ້ງນ້ຳ" },
        // Not running for now: such a listing stays out of everything public.
        status: "temporarily closed",
        scope: "trafficking-specific",
        services: ["transit-accommodation"],
        areas: ["LA-VT"],
        locations: ["demo-river-bend-house"],
        contacts: [phone("LA", "54")],
        texts: { description: { en: "Closed while the roof is mended.", lo: "ປິດຊົ່ວຄາວ ກຳລັງສ້ອມແປງ" } },
      },
    ],
  },
  {
    sourceId: "demo-frangipani",
    name: { en: "Frangipani Clinic", lo: "ຄລີນິກດອກຈຳປາ" },
    providerType: "private",
    locations: [
      inCapital({
        sourceId: "demo-frangipani-site",
        lines: { en: "21 Example Fountain Square", lo: "21 ສະໜາມນ້ຳພຸຕົວຢ່າງ" },
        latitude: 17.9651,
        longitude: 102.6098,
        privacy: "public",
      }),
    ],
    services: [
      {
        sourceId: "demo-frangipani-care",
        name: { en: "Frangipani Clinic", lo: "ຄລີນິກດອກຈຳປາ" },
        scope: "general",
        services: ["primary-care", "specialist-care", "dental-care", "sexual-health", "psychiatric-care"],
        locations: ["demo-frangipani-site"],
        answers: answers(
          [
            "age-range:any-age",
            "gender-served:all-genders",
            "documents-needed:none",
            "cost:fee",
            "hours:evening",
            "accessible-formats:step-free",
          ],
          ["cost:free", "travel-support:reimbursed"],
        ),
        languages: speaks(["lo", "th", "en"], ["vi"]),
        schedules: [
          weekly(["MO", "TU", "WE", "TH", "FR", "SA"], "08:00", "20:00"),
          closed("2027-04-14", "2027-04-16", { en: "Lao New Year", lo: "ປີໃໝ່ລາວ" }),
        ],
        contacts: [
          phone("LA", "56", { whoAnswers: "organization" }),
          { channel: "email", value: "desk@frangipani.example", whoAnswers: "organization" },
        ],
        costs: [{ option: "fee", amount: 80000, currency: "LAK", description: { en: "A visit", lo: "ຕໍ່ຄັ້ງ" } }],
        texts: {
          description: { en: "Doctors and dentist. You pay for each visit.", lo: "ໝໍ ແລະ ໝໍແຂ້ວ ຈ່າຍເງິນແຕ່ລະຄັ້ງ" },
          feesDescription: { en: "80,000 kip a visit. Medicine is extra.", lo: "80,000 ກີບຕໍ່ຄັ້ງ ບໍ່ລວມຄ່າຢາ" },
        },
        verified: checked("2026-06-18", "reception"),
      },
    ],
  },
  {
    sourceId: "demo-sticky-rice",
    name: { en: "Sticky Rice Skills Yard", lo: "ເດີ່ນທັກສະເຂົ້າໜຽວ" },
    providerType: "ngo",
    locations: [
      inCapital({
        sourceId: "demo-sticky-rice-yard",
        lines: { en: "33 Example Ring Road", lo: "33 ຖະໜົນວົງແຫວນຕົວຢ່າງ" },
        latitude: 17.9987,
        longitude: 102.6321,
        privacy: "public",
      }),
    ],
    services: [
      {
        sourceId: "demo-sticky-rice-courses",
        name: { en: "Sticky Rice Skills Yard", lo: "ເດີ່ນທັກສະເຂົ້າໜຽວ" },
        scope: "general",
        services: [
          "self-defence",
          "vocational-course",
          "internship",
          "job-coaching",
          "business-training",
          "literacy-numeracy",
          "youth-centre",
          "childcare",
        ],
        locations: ["demo-sticky-rice-yard"],
        minimumAge: 15,
        maximumAge: 35,
        answers: answers([
          "gender-served:all-genders",
          "documents-needed:none",
          "literacy-needed:none",
          "disability:physical",
          "disability:learning",
          "childcare-on-site:available",
          "travel-support:reimbursed",
          "cost:free",
        ]),
        languages: speaks(["lo"], ["hmn"]),
        schedules: [weekly(WORKDAYS, "08:30", "16:00")],
        contacts: [
          phone("LA", "57", { whoAnswers: "organization" }),
          { channel: "whatsapp", value: "000 0000 057", country: "LA" },
        ],
        costs: [{ option: "free" }],
        texts: {
          description: {
            en: "Learn motorbike repair, baking or sewing. Children can play.",
            lo: "ຮຽນສ້ອມລົດຈັກ ເຮັດເຂົ້າໜົມ ຫຼື ຫຍິບເຄື່ອງ ເດັກຫຼິ້ນໄດ້",
          },
          eligibilityDescription: { en: "Anyone aged 15 to 35.", lo: "ທຸກຄົນອາຍຸ 15 ຫາ 35 ປີ" },
        },
        verified: checked("2026-10-01", "course leader"),
      },
    ],
  },
  {
    sourceId: "demo-lamp-boat",
    name: { en: "Lamp Boat Rights Desk", lo: "ໂຕະສິດທິເຮືອໄຟ" },
    providerType: "community-group",
    locations: [
      inCapital({
        sourceId: "demo-lamp-boat-desk",
        lines: { en: "Example Village Hall", lo: "ຫ້ອງການບ້ານຕົວຢ່າງ" },
        latitude: 17.9402,
        longitude: 102.6187,
        privacy: "public",
      }),
    ],
    services: [
      {
        sourceId: "demo-lamp-boat-papers",
        name: { en: "Lamp Boat papers and rights", lo: "ເອກະສານ ແລະ ສິດທິ ເຮືອໄຟ" },
        scope: "general",
        services: [
          "legal-advice",
          "identity-documents",
          "child-custody",
          "divorce-help",
          "family-legal-help",
          "community-mediation",
        ],
        locations: ["demo-lamp-boat-desk"],
        answers: answers([
          "gender-served:all-genders",
          "ethnic-minority:inclusive",
          "ethnic-minority:minority-languages",
          "documents-needed:local-authority-signature",
          "cost:free-if-eligible",
        ]),
        languages: speaks(["lo", "hmn"], ["kjg"]),
        schedules: [weekly(["TU", "FR"], "13:00", "16:00")],
        contacts: [phone("LA", "58", { whoAnswers: "volunteers", tells: { nobody: "no" } })],
        texts: {
          description: {
            en: "Village volunteers explain papers and family law.",
            lo: "ອາສາສະໝັກບ້ານອະທິບາຍເອກະສານ ແລະ ກົດໝາຍຄອບຄົວ",
          },
        },
      },
    ],
  },
  {
    sourceId: "demo-ferry-bell",
    name: { en: "Ferry Bell", lo: "ກະດິ່ງເຮືອບັກ" },
    providerType: "ngo",
    services: [
      {
        sourceId: "demo-ferry-bell-return",
        name: { en: "Ferry Bell, help after coming home", lo: "ກະດິ່ງເຮືອບັກ ຊ່ວຍເຫຼືອຫຼັງກັບບ້ານ" },
        scope: "trafficking-specific",
        services: [
          "safety-plan",
          "self-return-support",
          "child-return",
          "return-escort",
          "family-assessment",
          "cash-assistance",
          "school-costs",
        ],
        areas: ["LA-VT", "LA-VI"],
        answers: answers(
          [
            "place-of-exploitation-or-return:listed",
            "family-support:no-family-support-prioritised",
            "exploitation-forms:labour-domestic",
            "gender-served:all-genders",
            "migration-status:self-returned",
            "identification-needed:none",
            "time-since-trafficking:any",
            "cost:free",
            "delivery:home-visit",
            "limits:one-off",
          ],
          ["delivery:residential"],
        ),
        languages: speaks(["lo", "th"]),
        contacts: [
          phone("LA", "59", {
            whoAnswers: "organization",
            recorded: "no",
            tells: { police: "no", family: "no" },
          }),
        ],
        costs: [{ option: "free" }],
        texts: {
          description: {
            en: "Money for the first month, and someone who visits.",
            lo: "ເງິນສຳລັບເດືອນທຳອິດ ແລະ ມີຄົນໄປຢາມ",
          },
        },
        verified: checked("2026-08-11", "field worker"),
      },
    ],
  },
];
