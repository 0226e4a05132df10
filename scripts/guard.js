// The page's last resort, which needs no WebAssembly. When the program cannot start, or breaks off, it says so, hands
// out everything that is stored as one file (the same as `src/journal/backup.rs` writes), and offers to load anew.
"use strict";
(() => {
  const TEXTS = {
    en: {
      start: "Griffier cannot start",
      startWhy: "This browser does not run WebAssembly here, or a part of the page did not arrive. Load the page again; if that does not help, use another or a newer browser, or ask who looks after this computer whether WebAssembly is blocked.",
      broken: "Something broke, and Griffier had to stop",
      brokenWhy: "What the page said was saved is in this browser. Load the page again to go on. To be sure, save a copy of everything first: it can be opened again on the start page.",
      kept: "Nothing that was saved is lost.",
      none: "Nothing is stored in this browser.",
      save: "Save a copy of everything",
      reload: "Load the page again",
    },
    nl: {
      start: "Griffier kan niet starten",
      startWhy: "Deze browser voert hier geen WebAssembly uit, of een deel van de pagina kwam niet aan. Laad de pagina opnieuw; helpt dat niet, gebruik dan een andere of nieuwere browser, of vraag de beheerder van deze computer of WebAssembly is geblokkeerd.",
      broken: "Er ging iets stuk, en Griffier moest stoppen",
      brokenWhy: "Wat volgens de pagina bewaard was, staat in deze browser. Laad de pagina opnieuw om verder te gaan. Wilt u zeker zijn, bewaar dan eerst een kopie van alles: die kunt u op de startpagina weer openen.",
      kept: "Van wat bewaard was, is niets verloren.",
      none: "Er is niets bewaard in deze browser.",
      save: "Bewaar een kopie van alles",
      reload: "Laad de pagina opnieuw",
    },
  };
  const PREFIX = "griffier:";
  let isStarted = false;

  const stored = () => {
    try {
      return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(PREFIX)));
    } catch {
      return {};
    }
  };

  const language = (values) => {
    let chosen;
    try {
      chosen = JSON.parse(values[`${PREFIX}settings`] ?? "{}").language;
    } catch {
      // Then the browser's own.
    }
    const wanted = [new URLSearchParams(location.search).get("lang"), chosen, ...navigator.languages];
    return wanted.map((tag) => String(tag).slice(0, 2)).find((tag) => tag in TEXTS) ?? "en";
  };

  const save = (values) => {
    const version = Number(values[`${PREFIX}version`] ?? 1);
    const file = new Blob([JSON.stringify({ format: "griffier-backup", version, values })], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = "griffier.backup.json";
    link.click();
  };

  const show = (what) => {
    if (document.querySelector(".broken")) return;
    const values = stored();
    const lang = language(values);
    const texts = TEXTS[lang];
    const isEmpty = !Object.keys(values).some((key) => key.endsWith(":source"));
    const make = (name, text) => Object.assign(document.createElement(name), { textContent: text });
    const button = (text, act) => {
      const button = make("button", text);
      button.addEventListener("click", act);
      return button;
    };
    const layer = make("div", "");
    layer.className = "broken";
    layer.lang = lang;
    layer.setAttribute("role", "alertdialog");
    layer.setAttribute("aria-modal", "true");
    layer.setAttribute("aria-labelledby", "broken");
    const heading = Object.assign(make("h1", texts[what]), { id: "broken", tabIndex: -1 });
    const buttons = make("div", "");
    buttons.className = "buttons";
    if (!isEmpty) buttons.append(button(texts.save, () => save(values)));
    buttons.append(button(texts.reload, () => location.reload()));
    layer.append(heading, make("p", texts[`${what}Why`]), make("p", isEmpty ? texts.none : texts.kept), buttons);
    // What is left of the page would only answer with more errors.
    for (const rest of document.body.children) rest.inert = true;
    document.body.append(layer);
    heading.focus();
  };

  const failed = (error) => {
    const isBroken = typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
    if (!isBroken && isStarted) return;
    const what = isBroken ? "broken" : "start";
    if (document.body) show(what);
    else addEventListener("DOMContentLoaded", () => show(what));
  };

  addEventListener("TrunkApplicationStarted", () => { isStarted = true; });
  // What does not arrive (a script, a style sheet) tells only the element that wanted it.
  addEventListener("error", (event) => {
    if (event.error || event.target !== window) failed(event.error);
  }, true);
  addEventListener("unhandledrejection", (event) => failed(event.reason));
  if (typeof WebAssembly !== "object") failed();
})();
