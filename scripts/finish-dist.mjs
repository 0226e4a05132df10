// Called by Trunk after each build. In a release build it closes the page by policy: a Content-Security-Policy with
// the hash of the one inline script that Trunk writes. A development build stays open, since Trunk's server puts a
// script for reloading into the page.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

if (process.env.TRUNK_PROFILE === "release") {
  const page = join(process.env.TRUNK_STAGING_DIR, "index.html");
  // Where a module ends in a rejected `await`, WebKit tells no listener of it; scripts/guard.js must hear.
  const html = readFileSync(page, "utf8")
    .replace(/await init\((.*)\);/, "await init($1).catch((error) => { reportError(error); throw error; });");
  const hashes = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)]
    .map(([, script]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(" ")}`.trim(),
    "connect-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const closed = html
    .replace(/<!-- The release build[\s\S]*?-->/, `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
  if (closed === html || hashes.length === 0 || !html.includes("reportError")) {
    throw new Error("index.html has no place for the policy, or no script to allow that starts the program");
  }
  writeFileSync(page, closed);
}
