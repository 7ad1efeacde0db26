/** Tirana, AL-11. */
import { answers, checked, fictional, phone, speaks, weekly, WORKDAYS } from "./shapes.ts";
import type { Location, Organization } from "./shapes.ts";

const TIRANA_CITY = { en: "Tirana", sq: "Tiranë" };

/** A place in the county; its privacy is said by each. */
const inCounty = (place: Omit<Location, "country" | "area" | "timeZone">): Location => ({
  country: "AL",
  area: "AL-11",
  timeZone: "Europe/Tirane",
  city: TIRANA_CITY,
  ...place,
});

export const TIRANA: Organization[] = [
  {
    sourceId: "demo-olive-house",
    name: { en: "Olive House", sq: "Shtëpia e Ullirit" },
    providerType: "ngo",
    locations: [
      inCounty({
        sourceId: "demo-olive-house-site",
        lines: { en: "38 Example Olive Street", sq: "Rruga e Ullirit Shembull 38" },
        postalCode: "00038",
        latitude: 41.3512,
        longitude: 19.8534,
        privacy: "withheld",
        residential: true,
        privateNote: "Canary: second bell from the top. Ask for Mira Example.",
      }),
    ],
    services: [
      {
        sourceId: "demo-olive-house-stay",
        name: { en: "Olive House", sq: "Shtëpia e Ullirit" },
        scope: "trafficking-specific",
        services: [
          "emergency-shelter",
          "specialised-residential",
          "risk-assessment",
          "food-support",
          "individual-counselling",
          "legal-guardian",
        ],
        areas: ["AL-11", "AL"],
        locations: ["demo-olive-house-site"],
        answers: answers(
          [
            "gender-served:women",
            "gender-served:girls",
            "with-children:accepts",
            "pregnancy:accepts",
            "disability:intellectual",
            "identification-needed:presumed-victim",
            "security-risk:accepts-high-risk",
            "cost:free",
            "entry-route:professional-referral",
            "shelter-rules:stay-voluntary",
            "shelter-rules:accepts-children",
            "stage:crisis",
          ],
          ["gender-served:men", "shelter-rules:phone-allowed"],
        ),
        maxChildAge: 16,
        boysMaxAge: 12,
        languages: speaks(["sq"], ["rom", "en"]),
        contacts: [
          phone("AL", "73", {
            whoAnswers: "organization",
            recorded: "no",
            tells: { family: "no", police: "no" },
          }),
        ],
        costs: [{ option: "free" }],
        texts: {
          description: {
            en: "A guarded home for women, girls and their children.",
            sq: "Shtëpi e ruajtur për gra, vajza dhe fëmijët e tyre.",
          },
          rules: { en: "No phone in the first two weeks.", sq: "Pa telefon në dy javët e para." },
        },
        verified: checked("2026-10-13", "social worker"),
      },
      {
        sourceId: "demo-olive-flats",
        name: { en: "Olive flats for men", sq: "Apartamentet e Ullirit për burra" },
        scope: "trafficking-specific",
        services: ["rented-apartment", "rent-support", "job-coaching", "follow-up", "mentoring"],
        areas: ["AL-11"],
        minimumAge: 16,
        answers: answers(
          [
            "gender-served:men",
            "gender-served:boys",
            "exploitation-forms:forced-criminality",
            "substance-dependence:accepts",
            "cost:free",
            "shelter-rules:can-leave-freely",
            "shelter-rules:may-work",
            "stage:transition",
          ],
          ["gender-served:women"],
        ),
        languages: speaks(["sq"]),
        contacts: [
          phone("AL", "74", { whoAnswers: "organization" }),
          { channel: "whatsapp", value: fictional("74"), country: "AL", whoAnswers: "organization" },
        ],
        costs: [
          { option: "free", description: { en: "Rent paid for one year", sq: "Qiraja paguhet një vit" } },
        ],
        texts: {
          description: {
            en: "Small shared flats, and help to find work.",
            sq: "Apartamente të vogla të përbashkëta dhe ndihmë për punë.",
          },
          eligibilityDescription: { en: "Men and boys aged 16 or over.", sq: "Burra dhe djem nga 16 vjeç." },
        },
        verified: checked("2026-09-24", "flat worker"),
      },
    ],
  },
  {
    sourceId: "demo-swallow",
    name: { en: "Swallow Day Centre", sq: "Qendra Ditore Dallëndyshja" },
    providerType: "ngo",
    locations: [
      inCounty({
        sourceId: "demo-swallow-site",
        lines: { en: "7 Example Lake Road", sq: "Rruga e Liqenit Shembull 7" },
        latitude: 41.3156,
        longitude: 19.8067,
        privacy: "public",
      }),
    ],
    services: [
      {
        sourceId: "demo-swallow-days",
        name: { en: "Swallow Day Centre", sq: "Qendra Ditore Dallëndyshja" },
        scope: "general",
        services: [
          "informal-learning",
          "school-adjustment",
          "tutoring",
          "after-school-care",
          "child-counselling",
          "family-education",
          "social-recreation",
        ],
        locations: ["demo-swallow-site"],
        minimumAge: 6,
        maximumAge: 18,
        answers: answers([
          "gender-served:girls",
          "gender-served:boys",
          "general-target-group:children-at-risk",
          "ethnic-minority:inclusive",
          "documents-needed:none",
          "delivery:day-centre",
          "child-friendly:child-can-come-alone",
          "cost:free",
        ]),
        languages: speaks(["sq", "rom"]),
        schedules: [weekly(WORKDAYS, "08:00", "18:00")],
        contacts: [
          phone("AL", "75", { whoAnswers: "organization" }),
          { channel: "email", value: "dita@swallow.example.org", whoAnswers: "organization" },
        ],
        costs: [{ option: "free" }],
        texts: {
          description: {
            en: "Lunch, homework and games for children.",
            sq: "Drekë, detyra dhe lojëra për fëmijë.",
          },
        },
        verified: checked("2026-08-31", "teacher"),
      },
    ],
  },
  {
    sourceId: "demo-oak-polyclinic",
    name: { en: "Oak Polyclinic", sq: "Poliklinika Lisi" },
    providerType: "state",
    locations: [
      inCounty({
        sourceId: "demo-oak-polyclinic-site",
        lines: { en: "19 Example Oak Square", sq: "Sheshi i Lisit Shembull 19" },
        latitude: 41.3301,
        longitude: 19.8211,
        privacy: "public",
      }),
    ],
    services: [
      {
        sourceId: "demo-oak-care",
        name: { en: "Oak Polyclinic", sq: "Poliklinika Lisi" },
        scope: "general",
        services: [
          "primary-care",
          "specialist-care",
          "substance-treatment",
          "community-mental-health",
          "maternity-care",
        ],
        locations: ["demo-oak-polyclinic-site"],
        answers: answers([
          "accessible-formats:large-print",
          "general-target-group:homeless",
          "age-range:any-age",
          "gender-served:all-genders",
          "documents-needed:health-card",
          "substance-dependence:treats",
          "cost:free-if-eligible",
          "accessible-formats:step-free",
        ]),
        languages: speaks(["sq"], ["en"]),
        schedules: [weekly(WORKDAYS, "08:00", "14:00"), weekly(["SA"], "08:00", "12:00")],
        contacts: [phone("AL", "76", { whoAnswers: "state" })],
        costs: [
          { option: "free-if-eligible", description: { en: "With a health card", sq: "Me kartë shëndeti" } },
        ],
        texts: { description: { en: "Doctors for body and mind.", sq: "Mjekë për trupin dhe mendjen." } },
        verified: checked("2026-04-28", "reception"),
      },
    ],
  },
  {
    sourceId: "demo-work-office",
    name: { en: "Example Work Office", sq: "Zyra e Punës Shembull" },
    providerType: "state",
    locations: [
      inCounty({
        sourceId: "demo-work-office-hall",
        lines: { en: "2 Example Station Road", sq: "Rruga e Stacionit Shembull 2" },
        latitude: 41.3288,
        longitude: 19.8143,
        privacy: "public",
      }),
    ],
    services: [
      {
        sourceId: "demo-work-office-desk",
        name: { en: "Work, courses and support desk", sq: "Sporteli i punës, kurseve dhe ndihmës" },
        scope: "general",
        services: [
          "job-placement",
          "vocational-course",
          "training-allowance",
          "social-benefits",
          "disability-benefit",
          "benefits-paperwork",
        ],
        locations: ["demo-work-office-hall"],
        minimumAge: 16,
        answers: answers([
          "gender-served:all-genders",
          "general-target-group:persons-with-disabilities",
          "residence-registration-needed:registered-in-area",
          "documents-needed:identity-card",
          "cost:free",
        ]),
        languages: speaks(["sq"]),
        schedules: [weekly(WORKDAYS, "08:00", "16:00")],
        contacts: [phone("AL", "81", { whoAnswers: "state" })],
        costs: [{ option: "free" }],
        requiredDocuments: [{ en: "Identity card", sq: "Letërnjoftim" }],
        texts: {
          description: {
            en: "Find a job or a course. Ask about money support.",
            sq: "Gjeni punë ose kurs. Pyesni për ndihmë financiare.",
          },
        },
        verified: checked("2026-07-02", "counter"),
      },
    ],
  },
  {
    sourceId: "demo-stone-arch",
    name: { en: "Stone Arch Law Clinic", sq: "Klinika Ligjore Harku i Gurit" },
    providerType: "ngo",
    services: [
      {
        sourceId: "demo-stone-arch-law",
        name: { en: "Stone Arch Law Clinic", sq: "Klinika Ligjore Harku i Gurit" },
        scope: "trafficking-specific",
        services: [
          "cross-border-referral",
          "legal-representation",
          "child-legal-representation",
          "special-testimony",
          "compensation-claim",
          "witness-protection",
          "return-to-support",
        ],
        areas: ["AL"],
        answers: answers([
          "gender-served:all-genders",
          "age-range:any-age",
          "time-since-trafficking:accepts-former-clients",
          "cost:free",
          "delivery:phone",
          "hours:appointment-needed",
        ]),
        languages: speaks(["sq", "en"], ["rom"]),
        contacts: [
          phone("AL", "80", { whoAnswers: "organization", recorded: "no", tells: { nobody: "yes" } }),
          { channel: "viber", value: fictional("80"), country: "AL", whoAnswers: "organization" },
        ],
        costs: [{ option: "free" }],
        texts: {
          description: {
            en: "Lawyers in court, also years later.",
            sq: "Avokatë në gjykatë, edhe pas vitesh.",
          },
          accessLater: { en: "You can come back after a no.", sq: "Mund të ktheheni edhe pas një refuzimi." },
        },
        verified: checked("2026-11-12", "lawyer"),
      },
    ],
  },
];
