/** Sheets of a workbook. */
export const SERVICES = "Services";
export const HELP = "How to fill it in";
export const LISTS = "Lists";
/** Hidden: how each cell went out, so that what a partner changed can be told from what the directory changed. */
export const MEMORY = "waymark";

/** What stands first on the hidden sheet: by it a workbook is known for one of ours. */
export const MARK = "waymark workbook 1";
/** Header of the first column. */
export const CODE = "Code";
/** Lines that may be filled in below the services that are there. */
export const SPARE_ROWS = 50;
/** Most services in one workbook. */
export const MOST_ROWS = 5000;
