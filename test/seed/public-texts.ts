import type { OrganizationRecord } from "#server/contract/catalogue-record.ts";

type Service = OrganizationRecord["services"][number];
type Localized = Readonly<Record<string, string>>;

/** Words that no public page says, in English and in the languages of the demo (requirements §8, design §6). */
export const BANNED = [
  /victim/iu,
  /beneficiar/iu,
  /reintegrat/iu,
  /traffick/iu,
  /rescu/iu,
  /prostitut/iu,
  /\billegal/iu,
  /เหยื่อ/u,
  /ค้ามนุษย์/u,
  /ជួញដូរ/u,
  /រងគ្រោះ/u,
  /ຄ້າມະນຸດ/u,
  /လူကုန်ကူး/u,
  /nạn nhân/iu,
  /buôn bán người/iu,
  /mại dâm/iu,
  /viktim/iu,
  /trafik/iu,
];

/** Every text of a service that anyone may read, by language, with where it stands. */
export function publicTexts(service: Service): readonly (readonly [string, Localized])[] {
  return [
    ["name", service.name],
    ...Object.entries(service.texts).map(([field, text]) => [field, text ?? {}] as const),
    ...service.contacts
      .filter((contact) => contact.audience === "public")
      .flatMap((contact) => [
        ["contact label", contact.label ?? {}] as const,
        ["contact hours", contact.hours ?? {}] as const,
      ]),
    ...service.costs.map((cost) => ["cost", cost.description ?? {}] as const),
    ...service.requiredDocuments.map((text) => ["document", text] as const),
    ...service.schedules.map((schedule) => ["schedule", schedule.description ?? {}] as const),
  ];
}

/** The most words in one sentence of an English text. */
export function longestSentence(text: string): number {
  const sentences = text.split(/[.!?;\n]/u);
  return Math.max(...sentences.map((sentence) => sentence.trim().split(/\s+/u).length));
}
