import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Compress } from "#server/publication/build-parts.ts";

/** Node's own zlib. */
export const compress: Compress = {
  brotli: (bytes, quality) =>
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      },
    }),
  gzip: (bytes) => gzipSync(bytes, { level: 9 }),
};
