// Makes one file of the page, which works from a disk, without a server.
//
// The program is packed (xz, a quarter smaller than gzip, which browsers unpack by themselves) and stands in the file byte
// for byte: the file says that it is windows-1252, in which every byte is a character. Base64 would make it a third longer.
// Four bytes mean something to a reader of HTML or are changed by it; they are written as "=" and a byte that is 64 more,
// as yEnc does.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const ESCAPE = 0x3d;
const ESCAPED = new Set([0x00, 0x0d, 0x3c, ESCAPE]); // NUL, CR, "<", "="

const written = (bytes) => {
  const result = [];
  for (const byte of bytes) {
    if (ESCAPED.has(byte)) result.push(ESCAPE, (byte + 64) & 0xff);
    else result.push(byte);
  }
  return Buffer.from(result).toString("latin1");
};

// Where a module ends in a rejected `await`, WebKit tells no listener of it; guard.js must hear.
export const HEARD = ".catch((error) => { reportError(error); throw error; })";

// Runs in the page, in the module that wasm-bindgen made, in which `init` is the name of its default export.
const start = (init) => `
if (document.characterSet !== "windows-1252") throw new Error("the file was read as " + document.characterSet);
const packed = document.getElementById("program").textContent;
const bytes = new Map([...new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))]
  .map((character, byte) => [character.charCodeAt(0), byte]));
const unpacked = new Uint8Array(packed.length);
let length = 0;
for (let at = 0; at < packed.length; at += 1) {
  let byte = bytes.get(packed.charCodeAt(at));
  if (byte === ${ESCAPE}) byte = bytes.get(packed.charCodeAt(at += 1)) - 64;
  unpacked[length++] = byte;
}
const { XzReadableStream } = window["xz-decompress"];
const stream = new XzReadableStream(new Blob([unpacked.subarray(0, length)]).stream());
const response = new Response(stream, { headers: { "content-type": "application/wasm" } });
const wasm = await ${init}({ module_or_path: response })${HEARD};
dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm } }));
`;

// As small as the format goes for WebAssembly: its instructions are not aligned.
const FILTER = "--lzma2=preset=9e,dict=4MiB,lc=4,pb=0";

const packed = (path) => execFileSync("xz", ["--stdout", "--check=crc32", FILTER, path], { maxBuffer: 2 ** 30 });

const unpacker = () => {
  const tools = execFileSync("sh", ["scripts/tools.sh", "path"]).toString().trim();
  return readFileSync(join(tools, "xz-decompress.js"), "utf8").trim();
};

// The file as a string in which every character is a byte. `html` is the page that Trunk made in `folder`.
export const onePage = (html, folder) => {
  const file = (name) => readFileSync(join(folder, name));
  const text = (name) => file(name).toString("utf8").trim();
  const reference = (pattern) => {
    const found = html.match(pattern);
    if (!found) throw new Error(`the page has no ${pattern}`);
    return found;
  };
  const [started, program] = reference(/<script type="module">[\s\S]*?from '\.\/([^']+\.js)'[\s\S]*?<\/script>/);
  const wasm = program.replace(/\.js$/, "_bg.wasm");

  const page = html
    .replace(started, "")
    .replace('<meta charset="utf-8">', '<meta charset="windows-1252">')
    // What is for a page on a server.
    .replace(/<script src="[^"]*offline[^"]*"><\/script>\n?/, "")
    .replace(/<link rel="(manifest|apple-touch-icon|modulepreload|preload)"[^>]*>\n?/g, "")
    .replace(/<link rel="icon" href="([^"]+)">/, (_, name) => `<link rel="icon" href="data:image/svg+xml;base64,${file(name).toString("base64")}">`)
    .replace(/<script src="\.\/([^"]+)"><\/script>/g, (_, name) => `<script>${text(name)}</script>`)
    .replace(/<link rel="stylesheet" href="\.\/([^"]+)"\/>/g, (_, name) => `<style>${text(name)}</style>`);
  const [before, after] = page.split("</body>");
  const [, init] = text(program).match(/export\s*{[^}]*?([\w$]+) as default/) ?? [];
  const script = `<script type="module">${text(program)}${start(init)}</script>`;
  if (!init || /[^\0-\x7f]/.test(page + script)) throw new Error("the page is not what it was made for");
  const data = `<script id="program" type="application/octet-stream">${written(packed(join(folder, wasm)))}</script>`;
  return `${before}<script>${unpacker()}</script>${data}${script}</body>${after}`;
};
