/** The process of `draw-apart.ts`: an edition comes in, the number of pages (four bytes) and the PDF go out. */
import { json } from "node:stream/consumers";
import { drawPages, type PdfOptions, type Prepared } from "./draw-pages.ts";

const { prepared, options } = (await json(process.stdin)) as { prepared: Prepared; options: PdfOptions };
const { bytes, pages } = await drawPages(prepared, options);
const head = Buffer.alloc(4);
head.writeUInt32BE(pages);
process.stdout.write(Buffer.concat([head, bytes]));
