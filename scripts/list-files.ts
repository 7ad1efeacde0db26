import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Folders that lie beside the build as they are. */
const AS_THEY_ARE = ["fonts", "map", "places"];

/** Words of one language: the site's, and those of the practitioners' forms. */
const OF_A_LANGUAGE = /(?:i18n\/compiled|forms\/words)\/([\w-]+?)(?:\.(?:more|services|forms))?\.js(?:on)?$/u;

/**
 * Writes `keep.json`: every file of the public site with its size in bytes, and the language of those that belong to
 * one, for "Keep on this device". The back office is not in it.
 */
export function listFiles(publicFolder: string): Plugin {
  return {
    name: "list-files",
    apply: "build",
    generateBundle(_options, bundle) {
      const files: [string, number, string | null][] = [];
      const seen = new Set<string>();
      const size = (code: string | Uint8Array) =>
        typeof code === "string" ? Buffer.byteLength(code) : code.byteLength;
      const take = (name: string): void => {
        const file = bundle[name];
        if (file === undefined || seen.has(name)) return;
        seen.add(name);
        if (file.type === "asset") return void files.push([`/${name}`, size(file.source), null]);
        const lang = OF_A_LANGUAGE.exec(file.facadeModuleId ?? "")?.[1];
        files.push([`/${name}`, size(file.code), lang ?? null]);
        const styles =
          (file as { viteMetadata?: { importedCss: Set<string> } }).viteMetadata?.importedCss ?? [];
        for (const next of [...file.imports, ...file.dynamicImports, ...styles]) take(next);
      };
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === "chunk" && file.facadeModuleId?.endsWith("web/entry.tsx")) take(name);
        if (file.type === "asset" && /(?:more-[\w-]+\.css|lines-[\w-]+\.svg)$/u.test(name)) take(name);
      }
      for (const folder of AS_THEY_ARE)
        for (const name of readdirSync(join(publicFolder, folder)))
          if (/\.(?:json|woff2)$/u.test(name))
            files.push([`/${folder}/${name}`, statSync(join(publicFolder, folder, name)).size, null]);
      this.emitFile({ type: "asset", fileName: "keep.json", source: JSON.stringify({ files }) });
    },
  };
}
