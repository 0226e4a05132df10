// Called by Trunk after each build. It makes a release of what Trunk built: scripts and style sheets without what only
// people need, a Content-Security-Policy, the list of files for the service worker, and the whole page as one file.
// A development build stays as it is, since Trunk's server puts a script for reloading into the page.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { HEARD, onePage } from "./one-page.mjs";

const WORKER = "worker.js";
const staging = process.env.TRUNK_STAGING_DIR;

const digest = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;

const read = (name) => readFileSync(join(staging, name), "utf8");
const write = (name, text) => writeFileSync(join(staging, name), text);

const replaced = (text, what, by) => {
  const result = text.replace(what, () => by);
  if (result === text) throw new Error(`there is no ${what} to be replaced`);
  return result;
};

const minify = (name) => {
  const file = join(staging, name);
  execFileSync("esbuild", [file, "--minify", "--target=esnext", "--allow-overwrite", `--outfile=${file}`, "--log-level=warning"]);
};

// `script` says which scripts run, `rest` what else the page may load.
const policy = (script, rest) =>
  [
    "default-src 'none'",
    `script-src ${script} 'wasm-unsafe-eval'`,
    ...rest,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");

// The policy comes first, so that nothing in the page comes before it.
const close = (html, policy) =>
  replaced(html, /<!-- The release build[\s\S]*?-->/, `<meta http-equiv="Content-Security-Policy" content="${policy}">`);

// The digests of what stands in the page itself, in elements of this name.
const digests = (html, name) =>
  [...html.matchAll(new RegExp(`<${name}(?![^>]*\\b(?:src=|octet-stream))[^>]*>([\\s\\S]*?)</${name}>`, "g"))]
    .map(([, text]) => `'${digest(text)}'`)
    .join(" ");

const finish = () => {
  const names = readdirSync(staging, { recursive: true });
  names.filter((name) => /\.(js|css)$/.test(name) && name !== WORKER).forEach(minify);
  const open = replaced(read("index.html"), "_bg.wasm' });", `_bg.wasm' })${HEARD};`);

  const page = onePage(open, staging);
  const alone = policy(digests(page, "script"), [`style-src ${digests(page, "style")}`, "img-src data:", "trusted-types griffier"]);
  writeFileSync(join(staging, "griffier.html"), close(page, alone), "latin1");

  const own = policy(`'self' ${digests(open, "script")}`, [
    "connect-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "manifest-src 'self'",
    "worker-src 'self'",
    "trusted-types griffier griffier-worker",
  ]);
  write("index.html", close(open, own));

  const kept = names.filter((name) => /\.(html|js|css|wasm|svg|png|webmanifest)$/.test(name) && name !== WORKER);
  const files = kept.map((name) => [name === "index.html" ? "./" : name, digest(readFileSync(join(staging, name)))]);
  const list = JSON.stringify(Object.fromEntries(files));
  const worker = replaced(read(WORKER), "DIGESTS = {}", `DIGESTS = ${list}`);
  write(WORKER, replaced(worker, 'RELEASE = ""', `RELEASE = "${digest(list)}"`));
  minify(WORKER);
};

if (process.env.TRUNK_PROFILE === "release") finish();
