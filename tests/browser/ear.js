// Tells the site what this page would have on its console, and what it asks of other origins.
{
    const site = new URL("told", document.currentScript.src);
    // At once: what is still under way when a page goes would be lost.
    const tell = (kind, words) => {
        const request = new XMLHttpRequest();
        request.open("POST", site, false);
        request.send(`${kind}: ${words}`);
    };
    for (const [name, kind] of [["warn", "WARNING"], ["error", "SEVERE"]]) {
        const said = console[name];
        console[name] = (...words) => {
            said.apply(console, words);
            tell(kind, words.join(" "));
        };
    }
    // Captured, so that a file that does not come is heard of, too.
    addEventListener("error", event => {
        const file = event.target.src ?? event.target.href;
        tell("SEVERE", file ? `${file} does not come` : `Uncaught ${event.message}`);
    }, true);
    addEventListener("unhandledrejection", event => tell("SEVERE", `Uncaught (in promise) ${event.reason}`));
    addEventListener("securitypolicyviolation", event =>
        tell("SEVERE", `Content Security Policy: ${event.effectiveDirective} refuses ${event.blockedURI}`));
    new PerformanceObserver(list => {
        const strangers = list.getEntries().filter(({ name }) => new URL(name).origin !== site.origin);
        strangers.forEach(({ name }) => tell("REQUEST", name));
    }).observe({ type: "resource", buffered: true });
}
