// Keeps the page for use without a network, by way of the service worker in worker.js, and tells the program when the
// next release waits. The program takes it up when the user wants it; otherwise the browser does, once no tab has the
// page any more.
"use strict";
(() => {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const WORKER = "worker.js";
  // The page's policy lets only this address be one of a script.
  const policy = window.trustedTypes?.createPolicy("griffier-worker", { createScriptURL: () => WORKER });

  const keep = async () => {
    const registration = await workers.register(policy ? policy.createScriptURL("") : WORKER, { updateViaCache: "none" });
    // The first release that comes here does not wait for another to go.
    const look = () => {
      if (registration.waiting && workers.controller) dispatchEvent(new Event("griffier-release"));
    };
    look();
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", look);
    });
    addEventListener("griffier-use-release", () => {
      if (!registration.waiting) return location.reload();
      workers.addEventListener("controllerchange", () => location.reload(), { once: true });
      registration.waiting.postMessage("use");
    });
  };

  addEventListener("TrunkApplicationStarted", () => {
    // Where the browser forbids it (no encryption, a private window), the page is there with the network only.
    keep().catch(() => {});
  });
})();
