/** Columns that are written for colleagues: notes, and people who work there or who keep the list. */
const STAFF =
  /internal|staff|remark|comment|case_?(?:worker|manager)|supervisor|director|coordinator|(?:contact|focal)_?(?:person|name|point)|(?:entered|updated|created|modified|verified|assigned)_?(?:by|to)|^(?:private_?)?notes?$|_notes?$|admin_?note/iu;

/** Whether a column is for colleagues, by its name. What stands in it goes to the private note. */
export function isStaffColumn(column: string): boolean {
  return STAFF.test(column.trim().replaceAll(/[\s-]+/gu, "_"));
}
