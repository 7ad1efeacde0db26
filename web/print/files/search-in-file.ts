/** A search inside a file that somebody carries: one small script, and a policy of the file that allows it alone. */
import { sha256 } from "#server/domain/digest.ts";

/** Leaves the entries that hold every word; nothing is asked for, kept or put into an address. */
const SCRIPT = `(()=>{const box=document.getElementById("find"),said=document.getElementById("found");
const plain=t=>t.normalize("NFKD").replace(/\\p{Mn}/gu,"").toLowerCase();
const all=[...document.querySelectorAll(".ed-entry")].map(e=>[e,plain(e.textContent)]);
const find=()=>{const words=plain(box.value).split(/\\s+/u).filter(Boolean);let n=0;
for(const[e,t]of all){e.hidden=!words.every(w=>t.includes(w));if(!e.hidden)n+=1}
said.textContent=words.length?n+" / "+all.length:""};
box.addEventListener("input",find);document.getElementById("search").hidden=false})()`;

/** A digest in hex as a policy writes it. */
const inBase64 = (hex: string) =>
  btoa(String.fromCharCode(...(hex.match(/../gu) ?? []).map((byte) => Number.parseInt(byte, 16))));

/** Nothing can be fetched and nothing sent; of scripts only this one runs. */
export const filePolicy = async (): Promise<string> =>
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline';font-src data:;img-src data:;form-action 'none';base-uri 'none';script-src 'sha256-${inBase64(await sha256(SCRIPT))}'">`;

const STYLE =
  "<style>[hidden]{display:none!important}.find{max-inline-size:46rem;margin:1rem auto;padding:0 1rem}.find input{font:inherit;inline-size:100%;min-block-size:44px;box-sizing:border-box}@media print{.find{display:none}}</style>";

const escaped = (text: string) => text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`);

/** The field, with its label; without script it stays hidden, and nothing is lost. */
export const searchField = (label: string): string =>
  `${STYLE}<div class="find" id="search" role="search" hidden><label for="find">${escaped(label)}</label><input id="find" type="search" autocomplete="off"><output id="found" for="find"></output></div>`;

/** Stands last, when everything is there to look through. */
export const SEARCH = `<script>${SCRIPT}</script>`;
