/**
 * The closed questions of the UNHCR Jordan set and their answers in both languages.
 *
 * The Arabic column is what the Arabic words say, not what the source's phrase table claims: that table renders
 * “Open to all” as “serious medical condition” (data notes, finding 1). Where the two texts of an answer mean
 * different things, readers on each side were told different things, and neither is preferred.
 */
import { lookUp } from "../look-up.ts";

export const QUESTIONS = {
  registration: { number: 1, en: "1. Registration Type Requirement" },
  nationality: { number: 2, en: "2. Nationality" },
  intake: { number: 3, en: "3. Intake Criteria" },
  accessibility: { number: 4, en: "4. Accessibility" },
  coverage: { number: 5, en: "5. Coverage" },
  availability: { number: 6, en: "6. Availability" },
  days: { number: 7, en: "7. Availability Day" },
  opens: { number: 8, en: "8. Office Open at" },
  closes: { number: 9, en: "9. Office close at" },
  referral: { number: 10, en: "10. Referral Method" },
  nextStep: { number: 11, en: "11. Immediate Next step  response after referal" },
  responseDelay: { number: 12, en: "12. Response delay after referrals" },
  feedback: { number: 13, en: "13. Feedback Mechanism" },
  feedbackDelay: { number: 14, en: "14. Feedback delay" },
} as const;
export type Question = keyof typeof QUESTIONS;

/** The one heading that has no number in the Arabic file. */
export const ARABIC_NEXT_STEP = "الخطوة المباشرة التالية بعد الإحالة";

/** What an Arabic answer says, in the words of the English answers; several when it says several. */
export const ARABIC_MEANING: Readonly<Record<string, readonly string[]>> = {
  // 1. Registration
  "لا توجد متطلبات": ["No Requirement"],
  "وثيقة طلب اللجوء و بطاقة الخدمات الصادرة عن وزارة الداخلية صالحتان": ["Valid UNHCR ASC and MOI card"],
  "وثيقة طلب اللجوء و بطاقة الخدمات الصادرة عن وزارة الداخلية صالحتان أو منتهيتان الصلاحية": [
    "Expired and Valid UNHCR ASC and MOI",
  ],
  "وثيقة طلب اللجوء": ["UNHCR ASC"],
  "الإثبات الاصلي للهوية السورية": ["Orginal Proof of Syrian ID"],
  "بطاقة الخدمات الصادرة عن وزارة الداخلية": ["MOI card"],
  // 2. Nationality
  "لا توجد قيود": ["No restriction"],
  "السوريون فقط": ["Syrians only"],
  "جنسيات أخرى فقط": ["Other nationalities only"],
  "الأردنيون فقط": ["Jordanians only"],
  // 3. Intake
  "حساب وتقدير مستوى الضعف المحدد": ["Specific Vulnerability Calculation/Scoring"],
  "حالة صحية خطيرة": ["Serious medical condition"],
  "وحدة الأسرة": ["Family unity"],
  "طفل في خطر": ["Child at risk"],
  إعاقة: ["Disability"],
  "الوالد الوحيد أو مقدم الرعاية": ["Single parent or caregiver"],
  "امرأة في خطر": ["Woman at risk"],
  "مسن في خطر": ["Older person at risk"],
  "ضحايا العنف الجنسي والقائم على نوع الجنس": ["SGBV"],
  "الطفل الغير المصحوب أو المنفصل (UASC)": ["Unaccompanied or separated child"],
  // 4. Accessibility. “The service is there for everyone who asks for it” is walking in.
  "المحالون فقط": ["Referrals only"],
  "الاتصال بالخط الساخن والزيارة المنزلية المتابعة للاتصال": ["Hotline and follow up home visit"],
  "الخدمة متوفرة لكل من يطلبها": ["Walk-in"],
  "الخدمة متوفرة لكل من يطلبها & المحالون فقط": ["Walk-in", "Referrals only"],
  الوصول: ["Access"],
  // 5. Coverage
  "المقاطعة التي تقع فيها الخدمة": ["District where the service is located"],
  "المحافظة حيث تقع الخدمة": ["Governorate where the service is located"],
  "البلد كله": ["Countrywide"],
  "المدينة التي تقع فيها الخدمة": ["City where the service is located"],
  "موقع المكتب فقط- مسافة المشي": ["Office location only - walk in distance"],
  "شمال الاردن": ["North"],
  "المحافظة والمحافظات المجاورة": ["Governorate & Adjacent Governorates"],
  "جنوب الاردن": ["South"],
  "وسط الاردن": ["Central"],
  // 6. Availability. “Biweekly” is twice a week or every second week; the Arabic says the second.
  "كل يوم": ["Every Day"],
  "كل شهر": ["Once a month"],
  "مرة في الأسبوع": ["Once a week"],
  "كل أسبوعين": ["Biweekly"],
  "مرة واحدة فقط": ["One Off"],
  "مرة واحدة": ["One time"],
  "كل شهرين": ["Bimonthly"],
  "كل ثلاثة أشهر": ["Once per trimester or more"],
  // 7. Days
  "الأحد-الخميس": ["Sun-Thurs"],
  "أيام الاثنين فقط": ["Mondays only"],
  "الاثنين-الخميس والسبت": ["Mon-Thurs  and Sat"],
  "أيام الثلاثاء فقط": ["Tuesdays only"],
  "أيام الأحد فقط": ["Sundays only"],
  "أيام السبت فقط": ["Saturdays only"],
  "أيام الخميس فقط": ["Thursdays only"],
  // 8 and 9. Hours
  "مفتوح دائما": ["Always open"],
  "يغلق عند الساعة 19:00 مساء": ["Close at 19:00pm"],
  "يغلق عند الساعة 18:00 مساء": ["Close at 18:00pm"],
  "يغلق عند الساعة 17:00 مساء": ["Close at 17:00pm"],
  "يغلق عند الساعة 16:00 مساء": ["Close at 16:00pm"],
  "يغلق عند الساعة 15:00 مساء": ["Close at 15:00pm"],
  "يغلق عند الساعة 14:00 مساء": ["Close at 14:00pm"],
  "لا يغلق أبداً": ["Never closed"],
  // 10. Referral
  "الإتصال بايميل على أساس كل حالة تستجد": ["Email on a per case basis"],
  "إستمارة للإحالة بين الوكالات": ["IA Form"],
  "الإتصال هاتفياً على أساس كل حالة تستجد": ["Telephone on a per case basis"],
  // 11. Next step
  "الإتصال المتابع": ["Follow up call"],
  "الاتصال لترتيب زيارة منزلية": ["Call to arrange  home visit"],
  "الباحث عن الخدمة يتصل بالوكالة": ["Client approaches receiving organisation"],
  // 12 and 14. Delays
  "على أساس كل حالة تستجد": ["Case by case basis"],
  "أسبوع واحد": ["One week"],
  "شهر واحد": ["One month"],
  "يوم واحد": ["One day"],
  "تأخير على أساس كل حالة تستجد": ["Delay on Case by case"],
  "تأخير يوم واحد": ["Delay One day"],
  "تأخير أسبوع واحد": ["Delay One week"],
  "تأجيل شهر واحد": ["Delay One month"],
  // 13. Feedback
  "إرسال البريد الإلكتروني إلى المؤسسة التي قامت بالتحويل": ["Email to refering organisation"],
  "يكون متطلب من الوكالة المعيدة للاستمارة": ["To be requested by the sending organisation"],
  "جدول اكسل للمتابعة": ["Excel Tracking table"],
  "الاتصال هاتفياً بالمؤسسة التي قامت بالتحويل": ["Phone call to sender organisation"],
  "RAIS أدخل الحدث في": ["Event entered in RAIS"],
  "إعادة الاستمارة الموقعة للإحالة بين الوكالات": ["Sending back IA form signed"],
  "مع موافقة المستفيد": ["With consent of the beneficiary"],
  "لا توجد آلية لتبادل التعليقات": ["No feedback mecanism"],
};

/** What an English answer says, when it says more than one thing. */
const ENGLISH_MEANING: Readonly<Record<string, readonly string[]>> = {
  "Walk-in & Outreach": ["Walk-in", "Outreach"],
};

/** The meanings of answers in English words; answers that no table knows stand for themselves. */
export function meanings(language: "en" | "ar", answers: readonly string[]): Set<string> {
  const table = language === "ar" ? ARABIC_MEANING : ENGLISH_MEANING;
  return new Set(answers.flatMap((answer) => lookUp(table, answer.trim()) ?? [answer.trim()]));
}
