/** Hanoi, VN-HN. */
import { answers, checked, closed, EVERY_DAY, fictional, phone, speaks, weekly, WORKDAYS } from "./shapes.ts";
import type { Location, Organization } from "./shapes.ts";

const HANOI_CITY = { en: "Hanoi", vi: "Hà Nội" };

/** A place in the city; its privacy is said by each. */
const inCity = (place: Omit<Location, "country" | "area" | "timeZone">): Location => ({
  country: "VN",
  area: "VN-HN",
  timeZone: "Asia/Ho_Chi_Minh",
  city: HANOI_CITY,
  ...place,
});

export const HANOI: Organization[] = [
  {
    sourceId: "demo-lotus-pond",
    name: { en: "Lotus Pond House", vi: "Nhà Ao Sen" },
    providerType: "ngo",
    locations: [
      inCity({
        sourceId: "demo-lotus-pond-home",
        lines: { en: "26 Example Pond Alley", vi: "26 ngõ Ao Ví Dụ" },
        postalCode: "00026",
        latitude: 21.0712,
        longitude: 105.8034,
        privacy: "withheld",
        residential: true,
        directions: { en: "Grey gate after the noodle shop.", vi: "Cổng xám sau quán phở." },
        privateNote: "Canary: Ms Hoa Example keeps the door list.",
      }),
    ],
    services: [
      {
        sourceId: "demo-lotus-pond-stay",
        name: { en: "Lotus Pond House", vi: "Nhà Ao Sen" },
        scope: "trafficking-specific",
        services: [
          "arrival-reception",
          "residential-programme",
          "semi-independent-living",
          "trauma-care",
          "school-return",
          "family-reunification",
          "case-manager",
        ],
        areas: ["VN-HN", "VN"],
        locations: ["demo-lotus-pond-home"],
        minimumAge: 12,
        answers: answers(
          [
            "gender-served:women",
            "gender-served:girls",
            "exploitation-forms:forced-marriage",
            "exploitation-forms:sexual-exploitation",
            "children-born-of-trafficking:accepts",
            "with-children:accepts",
            "cooperation-needed:none",
            "documents-needed:none",
            "cost:free",
            "delivery:residential",
            "shelter-rules:stay-voluntary",
            "shelter-rules:can-leave-freely",
            "shelter-rules:phone-allowed",
            "shelter-rules:may-study",
            "shelter-rules:max-stay",
          ],
          ["gender-served:men", "shelter-rules:stay-tied-to-court-case"],
        ),
        maxChildAge: 6,
        languages: speaks(["vi"], ["hmn", "tyz"]),
        contacts: [
          phone("VN", "67", {
            whoAnswers: "organization",
            recorded: "no",
            tells: { police: "no", family: "no" },
          }),
          { channel: "zalo", value: fictional("67"), country: "VN", whoAnswers: "organization" },
        ],
        costs: [{ option: "free" }],
        texts: {
          description: {
            en: "A home for women and girls, with school and time.",
            vi: "Ngôi nhà cho phụ nữ và em gái, được đi học và nghỉ ngơi.",
          },
          eligibilityDescription: {
            en: "Women and girls aged 12 or over.",
            vi: "Phụ nữ và em gái từ 12 tuổi.",
          },
          rules: {
            en: "You may leave when you want. You keep your phone.",
            vi: "Bạn có thể rời đi khi muốn. Bạn giữ điện thoại của mình.",
          },
        },
        verified: checked("2026-11-05", "house leader"),
      },
    ],
  },
  {
    sourceId: "demo-banyan",
    name: { en: "Banyan Line", vi: "Đường dây Cây Đa" },
    providerType: "ngo",
    services: [
      {
        sourceId: "demo-banyan-line",
        name: { en: "Banyan listening line", vi: "Đường dây lắng nghe Cây Đa" },
        scope: "general",
        services: [
          "emotional-support",
          "remote-counselling",
          "domestic-violence-help",
          "child-counselling",
          "parenting-skills",
        ],
        areas: ["VN-HN", "VN"],
        answers: answers([
          "age-range:any-age",
          "gender-served:all-genders",
          "lgbtqi:specific",
          "documents-needed:none",
          "cost:free",
          "delivery:phone",
          "delivery:video",
          "hours:weekend",
        ]),
        languages: speaks(["vi"], ["hmn"]),
        schedules: [
          weekly(EVERY_DAY, "07:00", "21:00"),
          closed("2027-02-05", "2027-02-09", { en: "Tet holiday", vi: "Nghỉ Tết" }),
        ],
        contacts: [
          phone("VN", "68", {
            dialScope: "country",
            whoAnswers: "volunteers",
            recorded: "yes",
            tells: { nobody: "yes" },
          }),
          { channel: "zalo", value: fictional("68"), country: "VN" },
        ],
        costs: [{ option: "free" }],
        texts: {
          description: {
            en: "Someone listens, by phone or Zalo.",
            vi: "Có người lắng nghe, qua điện thoại hoặc Zalo.",
          },
          contactCare: {
            en: "Calls are recorded and kept for 30 days.",
            vi: "Cuộc gọi được ghi âm và giữ 30 ngày.",
          },
        },
        verified: checked("2026-10-16", "line leader"),
      },
    ],
  },
  {
    sourceId: "demo-wooden-bridge",
    name: { en: "Wooden Bridge Clinic", vi: "Phòng khám Cầu Gỗ Ví Dụ" },
    providerType: "private",
    locations: [
      inCity({
        sourceId: "demo-wooden-bridge-site",
        lines: { en: "45 Example Bridge Street", vi: "45 phố Cầu Ví Dụ" },
        latitude: 21.0245,
        longitude: 105.8412,
        privacy: "public",
      }),
    ],
    services: [
      {
        sourceId: "demo-wooden-bridge-care",
        name: { en: "Wooden Bridge Clinic", vi: "Phòng khám Cầu Gỗ Ví Dụ" },
        scope: "general",
        services: [
          "primary-care",
          "sexual-health",
          "long-term-care",
          "health-cover",
          "psychological-assessment",
        ],
        locations: ["demo-wooden-bridge-site"],
        answers: answers([
          "gender-served:all-genders",
          "documents-needed:health-card",
          "documents-needed:identity-card",
          "cost:fee",
          "cost:free-if-eligible",
          "hours:appointment-needed",
        ]),
        languages: speaks(["vi", "en"], ["zh"]),
        schedules: [weekly(WORKDAYS, "07:30", "17:30"), weekly(["SA"], "07:30", "11:30")],
        contacts: [phone("VN", "69", { whoAnswers: "organization" })],
        costs: [
          {
            option: "fee",
            amount: 150000,
            currency: "VND",
            description: { en: "A visit", vi: "Mỗi lần khám" },
          },
          {
            option: "free-if-eligible",
            description: { en: "With a health card", vi: "Có thẻ bảo hiểm y tế" },
          },
        ],
        requiredDocuments: [{ en: "Health card", vi: "Thẻ bảo hiểm y tế" }],
        texts: {
          description: {
            en: "Family doctors. Free with a health card.",
            vi: "Bác sĩ gia đình. Miễn phí nếu có thẻ bảo hiểm.",
          },
        },
        verified: checked("2026-08-03", "reception"),
      },
    ],
  },
  {
    sourceId: "demo-blue-river-school",
    name: { en: "Blue River Vocational School", vi: "Trường nghề Sông Xanh" },
    providerType: "state",
    locations: [
      inCity({
        sourceId: "demo-blue-river-campus",
        lines: { en: "5 Example Dyke Road", vi: "5 đường Đê Ví Dụ" },
        latitude: 20.9812,
        longitude: 105.8701,
        privacy: "public",
      }),
    ],
    services: [
      {
        sourceId: "demo-blue-river-courses",
        name: { en: "Blue River Vocational School", vi: "Trường nghề Sông Xanh" },
        scope: "general",
        services: [
          "vocational-course",
          "professional-course",
          "training-fees",
          "higher-education",
          "job-placement",
        ],
        locations: ["demo-blue-river-campus"],
        minimumAge: 15,
        answers: answers([
          "gender-served:all-genders",
          "literacy-needed:school-grade",
          "documents-needed:school-records",
          "cost:reduced",
          "limits:months",
        ]),
        languages: speaks(["vi"]),
        schedules: [weekly(WORKDAYS, "07:30", "17:00")],
        contacts: [
          phone("VN", "70", { whoAnswers: "state" }),
          { channel: "website", value: "https://blue-river.example/" },
        ],
        costs: [
          {
            option: "reduced",
            amount: 500000,
            currency: "VND",
            description: { en: "A term", vi: "Mỗi học kỳ" },
          },
        ],
        texts: {
          description: {
            en: "Cooking, nursing care and welding, from age 15.",
            vi: "Nấu ăn, điều dưỡng và hàn, từ 15 tuổi.",
          },
          eligibilityDescription: { en: "You need school papers to class 9.", vi: "Cần học bạ hết lớp 9." },
        },
        verified: checked("2026-06-02", "student office"),
      },
    ],
  },
  {
    sourceId: "demo-ward-justice",
    name: { en: "Example Ward Justice Office", vi: "Tư pháp phường Ví Dụ" },
    providerType: "state",
    locations: [
      inCity({
        sourceId: "demo-ward-justice-office",
        lines: { en: "1 Example Ward Hall", vi: "1 trụ sở phường Ví Dụ" },
        latitude: 21.0322,
        longitude: 105.8155,
        privacy: "public",
      }),
    ],
    services: [
      {
        sourceId: "demo-ward-justice-desk",
        name: { en: "Ward papers and legal aid", vi: "Giấy tờ và trợ giúp pháp lý phường" },
        scope: "general",
        services: [
          "residence-registration",
          "child-birth-registration",
          "legal-advice",
          "social-benefits",
          "income-in-kind",
          "social-housing",
        ],
        locations: ["demo-ward-justice-office"],
        answers: answers(
          [
            "nationality-served:nationals-only",
            "residence-registration-needed:registered-in-area",
            "documents-needed:identity-card",
            "documents-needed:poor-household-certificate",
            "cost:free",
          ],
          ["documents-needed:can-start-without-documents"],
        ),
        languages: speaks(["vi"]),
        schedules: [weekly(WORKDAYS, "08:00", "11:30"), weekly(WORKDAYS, "13:30", "16:30")],
        contacts: [phone("VN", "72", { whoAnswers: "state", tells: { police: "yes" } })],
        costs: [{ option: "free" }],
        requiredDocuments: [{ en: "Identity card", vi: "Căn cước công dân" }],
        texts: {
          description: {
            en: "For people registered in this ward.",
            vi: "Dành cho người đăng ký thường trú tại phường.",
          },
          whoIsTold: { en: "The ward police see who registers.", vi: "Công an phường biết ai đăng ký." },
        },
        verified: checked("2026-03-16", "clerk"),
      },
    ],
  },
];
