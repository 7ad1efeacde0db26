import type { SeedText } from "../seed-text.ts";

export default {
  title: "แหล่งที่มาและสัญญาอนุญาต",
  body: `
## สถานที่และแผนที่
- เมืองและตำแหน่ง: GeoNames, geonames.org สัญญาอนุญาต CC BY 4.0 เราเลือกบางส่วนและปัดตัวเลข
- รูปร่างบนแผนที่: Made with Natural Earth, naturalearthdata.com สาธารณสมบัติ เส้นเขตแดนไม่ใช่ความเห็นของเรา
- ชื่อประเทศและพื้นที่: Unicode CLDR สัญญาอนุญาตของ Unicode

## ตัวหนังสือและรูป
- ตัวหนังสือ: Atkinson Hyperlegible Next และ Noto Sans สัญญาอนุญาต SIL Open Font License 1.1
- รูป: Phosphor Icons สัญญาอนุญาต MIT

## รายการเขียนอย่างไร
แบบของรายการเป็นไปตาม HSDS (Human Services Data Specification) ของ Open Referral

## รายการ
แต่ละรายการบอกแหล่งที่มา ถ้ามี เบอร์ที่ยังไม่มีใครที่นี่โทร จะบอกไว้

## โปรแกรม
Waymark สัญญาอนุญาต Apache 2.0 แผนที่วาดด้วย Leaflet สัญญาอนุญาต BSD
`,
} satisfies SeedText;
