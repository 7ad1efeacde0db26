/**
 * Listings that make the situations of a helper real: a lawyer at home who works with the other country, an office for
 * children whose relatives were part of it, and a circle for helpers themselves.
 */
import { answers, checked, phone, speaks, weekly, WORKDAYS } from "./shapes.ts";
import type { Organization } from "./shapes.ts";

export const SITUATIONS: Organization[] = [
  {
    sourceId: "demo-sugar-palm",
    name: { en: "Sugar Palm Law Room", km: "បន្ទប់ច្បាប់ដើមត្នោត" },
    providerType: "ngo",
    locations: [
      {
        sourceId: "demo-sugar-palm-room",
        country: "KH",
        area: "KH-2",
        timeZone: "Asia/Phnom_Penh",
        privacy: "public",
        lines: { en: "33 Example Market Street", km: "៣៣ ផ្លូវផ្សារឧទាហរណ៍" },
        city: { en: "Battambang town", km: "ទីរួមខេត្តបាត់ដំបង" },
        latitude: 13.0972,
        longitude: 103.1989,
      },
    ],
    services: [
      {
        sourceId: "demo-sugar-palm-home",
        name: { en: "Sugar Palm, law help at home", km: "ដើមត្នោត ជំនួយច្បាប់នៅស្រុក" },
        scope: "general",
        services: ["legal-advice", "compensation-claim", "wage-claim", "cross-border-referral"],
        locations: ["demo-sugar-palm-room"],
        answers: answers([
          "age-range:any-age",
          "gender-served:all-genders",
          "general-target-group:everyone",
          "general-target-group:returned-migrants",
          "documents-needed:none",
          "identification-needed:none",
          "cooperation-needed:none",
          "time-since-trafficking:any",
          "access-later:can-return-later",
          "literacy-support:help-with-forms",
          "cost:free",
          "entry-route:walk-in",
          "delivery:phone",
          "delivery:community",
        ]),
        languages: speaks(["km"], ["th"]),
        schedules: [weekly(WORKDAYS, "08:00", "16:00")],
        contacts: [
          phone("KH", "83", {
            whoAnswers: "organization",
            recorded: "no",
            tells: { nobody: "yes", police: "no", immigration: "no" },
          }),
        ],
        costs: [{ option: "free" }],
        texts: {
          description: {
            en: "A lawyer who writes to the court or lawyer in the other country for you.",
            km: "មេធាវីដែលសរសេរទៅតុលាការ ឬមេធាវីនៅប្រទេសម្ខាងទៀតជំនួសអ្នក។",
          },
          whatHappensFirst: {
            en: "You tell what you want to know.\nThey ask the other country, with your yes.\nThey call you with the answer.",
            km: "អ្នកប្រាប់អ្វីដែលអ្នកចង់ដឹង។\nគេសួរប្រទេសម្ខាងទៀត ពេលអ្នកយល់ព្រម។\nគេទូរស័ព្ទប្រាប់អ្នក។",
          },
        },
        verified: checked("2026-10-20", "lawyer"),
      },
    ],
  },
  {
    sourceId: "demo-little-bridge",
    name: { en: "Little Bridge children's office", th: "สำนักงานเด็กสะพานน้อย" },
    providerType: "state",
    locations: [
      {
        sourceId: "demo-little-bridge-office",
        country: "TH",
        area: "TH-50",
        timeZone: "Asia/Bangkok",
        privacy: "area-only",
        lines: { en: "8 Example Lane", th: "8 ซอยตัวอย่าง" },
        city: { en: "Chiang Mai town", th: "ตัวเมืองเชียงใหม่" },
      },
    ],
    services: [
      {
        sourceId: "demo-little-bridge-guardian",
        name: { en: "Little Bridge guardian desk", th: "โต๊ะผู้ปกครองสะพานน้อย" },
        scope: "general",
        services: ["legal-guardian", "child-protection", "foster-care", "best-interests-assessment"],
        locations: ["demo-little-bridge-office"],
        maximumAge: 17,
        answers: answers(
          [
            "gender-served:girls",
            "gender-served:boys",
            "child-status:family-complicit",
            "child-status:separated-or-unaccompanied",
            "child-status:orphan",
            "child-friendly:child-protection-policy",
            "child-friendly:child-friendly-procedure",
            "child-friendly:child-can-come-alone",
            "staff-training:child-trained",
            "documents-needed:none",
            "identification-needed:none",
            "cooperation-needed:none",
            "nationality-served:any",
            "cost:free",
            "entry-route:call-first",
            "entry-route:someone-can-call-for-you",
            "confidentiality:tells-child-protection",
          ],
          ["child-friendly:guardian-consent-needed"],
        ),
        languages: speaks(["th"], ["my", "shn"]),
        schedules: [weekly(WORKDAYS, "08:30", "16:30")],
        contacts: [
          phone("TH", "84", { whoAnswers: "state", recorded: "no", tells: { "child-protection": "yes" } }),
        ],
        costs: [{ option: "free" }],
        texts: {
          description: {
            en: "An adult who decides with you when your family cannot. You say whom they may call.",
            th: "ผู้ใหญ่ที่ตัดสินใจร่วมกับหนูเมื่อครอบครัวทำไม่ได้ หนูบอกได้ว่าให้โทรหาใคร",
          },
          whoIsTold: {
            en: "They are the child protection office. They do not call your family without asking you.",
            th: "เป็นสำนักงานคุ้มครองเด็ก จะไม่โทรหาครอบครัวโดยไม่ถามก่อน",
          },
        },
        verified: checked("2026-10-30", "duty officer"),
      },
    ],
  },
  {
    sourceId: "demo-still-water",
    name: { en: "Still Water circle", th: "วงน้ำนิ่ง" },
    providerType: "ngo",
    services: [
      {
        sourceId: "demo-still-water-helpers",
        name: { en: "Still Water, talks for helpers", th: "น้ำนิ่ง วงคุยของคนช่วยคน" },
        scope: "general",
        services: ["practitioner-support"],
        areas: ["TH"],
        answers: answers([
          "age-range:any-age",
          "gender-served:all-genders",
          "delivery:video",
          "delivery:phone",
          "cost:free",
          "staff-training:professional-licensed",
        ]),
        languages: speaks(["th", "en"]),
        schedules: [weekly(["WE"], "18:00", "20:00")],
        contacts: [
          phone("TH", "85", { whoAnswers: "organization", recorded: "no", tells: { nobody: "yes" } }),
        ],
        costs: [{ option: "free" }],
        texts: {
          description: {
            en: "A talk with a counsellor for people who help others every day.",
            th: "พูดคุยกับนักให้คำปรึกษา สำหรับคนที่ช่วยคนอื่นทุกวัน",
          },
        },
        verified: checked("2026-10-14", "counsellor"),
      },
    ],
  },
];
