/** "Not yet checked by a native speaker", said in the language itself: the list of languages alone needs it. */
export const NOT_CHECKED: Readonly<Record<string, string>> = {
  en: "Not yet checked by a native speaker",
  th: "ยังไม่ได้ตรวจโดยเจ้าของภาษา",
  lo: "ຍັງບໍ່ໄດ້ກວດໂດຍເຈົ້າຂອງພາສາ",
  km: "មិនទាន់ពិនិត្យដោយម្ចាស់ភាសា",
  my: "မိခင်ဘာသာပြောသူ မစစ်ဆေးရသေးပါ",
  vi: "Chưa được người bản ngữ kiểm tra",
  id: "Belum diperiksa penutur asli",
  ms: "Belum disemak penutur jati",
  fil: "Hindi pa nasuri ng likas na tagapagsalita",
  zh: "尚未由母语者检查",
  sq: "Ende e pakontrolluar nga folës amtar",
  ar: "لم يراجعها متحدث أصلي بعد",
};
