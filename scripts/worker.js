// The service worker: keeps one release of the page, whole, and serves it without asking the network. The next release
// is kept beside it and waits until no tab uses this one, or until the user wants it.
"use strict";

// The release build (scripts/finish-dist.mjs) writes here which release this is, and the digest of each of its files.
const RELEASE = "";
const DIGESTS = {};

const OWN = `griffier ${registration.scope} `;
const CACHE = OWN + RELEASE;

const keep = async () => {
  const cache = await caches.open(CACHE);
  // A file that belongs to another release, or that somebody changed on the way, is refused by the browser: then this
  // release is not taken up.
  const wanted = Object.entries(DIGESTS).map(([path, integrity]) => new Request(path, { cache: "no-cache", integrity }));
  try {
    await cache.addAll(wanted);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
};

const forgetOthers = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OWN) && name !== CACHE).map((name) => caches.delete(name)));
};

// The path of a file of the release, or nothing. What is asked for behind a question mark is for the program.
const pathOf = (address) => {
  const url = new URL(address);
  url.search = url.hash = "";
  const path = url.href.startsWith(registration.scope) ? url.href.slice(registration.scope.length) : undefined;
  const file = path === "" || path === "index.html" ? "./" : path;
  return file in DIGESTS ? file : undefined;
};

const serve = async (path, request) => {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
};

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
addEventListener("fetch", (event) => {
  const path = event.request.method === "GET" ? pathOf(event.request.url) : undefined;
  if (path) event.respondWith(serve(path, event.request));
});
addEventListener("message", (event) => {
  if (event.data === "use") event.waitUntil(skipWaiting());
});
