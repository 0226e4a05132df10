//! The page's Content-Security-Policy: nothing runs that is not its own, nothing leaves.
//!
//! The browser reports each refusal on the console; those reports are what this journey expects.

use serde::Deserialize;
use serde_json::json;

use crate::{page::Page, site::Site};

/// What was tried, and what came of it.
#[expect(clippy::struct_excessive_bools, reason = "each is an attempt that came through or did not")]
#[derive(Debug, Deserialize)]
struct Tried {
    script_ran: bool,
    evaluated: bool,
    fetched: bool,
    connected: bool,
    picture_came: bool,
    /// Whether the browser knows trusted types, and took a string for markup all the same.
    markup_came: bool,
    refused: Vec<String>,
}

const TRY: &str = "
    const [elsewhere, picture] = arguments, done = arguments[arguments.length - 1], refused = [];
    document.addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective));
    const works = act => { try { act(); return true; } catch { return false; } };
    const script = document.createElement('script');
    script.append(document.createTextNode('window.pwned = true'));
    document.body.append(script);
    // By the page's own clock: what WebDriver runs may do more than the page.
    works(() => setTimeout('window.evaluated = true'));
    const isWritten = works(() => { document.createElement('p').innerHTML = '<img src=x onerror=alert(1)>'; });
    const markup_came = 'trustedTypes' in window && isWritten;
    const connected = new Promise(resolve => {
        const address = elsewhere.replace('http', 'ws');
        if (!works(() => {
            const socket = new WebSocket(address);
            socket.onopen = () => resolve(true);
            socket.onerror = () => resolve(false);
        })) resolve(false);
    });
    const fetched = fetch(elsewhere, { mode: 'no-cors' }).then(() => true, () => false);
    const shown = new Promise(resolve => {
        const image = new Image();
        image.onload = () => resolve(true);
        image.onerror = () => resolve(false);
        image.src = picture;
    });
    Promise.all([fetched, connected, shown]).then(([fetched, connected, picture_came]) => setTimeout(() =>
        done({ script_ran: window.pwned === true, evaluated: window.evaluated === true, fetched, connected, picture_came, markup_came, refused })));";

pub(crate) async fn run(page: &Page) {
    let elsewhere = Site::of_nothing();
    let addresses = [format!("{}/secret", elsewhere.origin()), "http://127.0.0.2/picture.png".to_owned()];
    // Each browser has its own way to write it.
    page.diary.expect("Content Security Policy");
    page.diary.expect("Content-Security-Policy");
    page.diary.expect("This document requires 'Trusted");
    for address in &addresses {
        page.diary.expect(address);
    }
    page.open_sample().await;

    let policy = "return document.querySelector('meta[http-equiv=\"Content-Security-Policy\" i]')?.content ?? ''";
    let policy: String = page.ask(policy, Vec::new()).await;
    let directives: Vec<&str> = policy.split(';').map(str::trim).collect();
    assert!(directives.contains(&"default-src 'none'"), "the policy is “{policy}”");
    assert!(!policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"), "the policy is “{policy}”");

    let answer = page.driver.execute_async(TRY, vec![json!(addresses[0]), json!(addresses[1])]).await;
    let tried: Tried = answer.expect("the page can be asked").convert().expect("the answer is as asked for");
    let Tried { script_ran, evaluated, fetched, connected, picture_came, markup_came, .. } = tried;
    assert!(![script_ran, evaluated, fetched, connected, picture_came, markup_came].contains(&true), "{tried:?}");
    // A browser that knows trusted types refuses the script before it asks where scripts may come from.
    for any_of in [&["script-src-elem", "require-trusted-types-for"][..], &["connect-src"], &["img-src"]] {
        let refused = tried.refused.iter().any(|refused| any_of.contains(&refused.as_str()));
        assert!(refused, "{any_of:?} did not refuse: {tried:?}");
    }
    assert_eq!(elsewhere.asked(), Vec::<String>::new(), "another server heard of it");

    page.diary.read(&page.driver).await;
    let console = page.diary.console();
    let refusals = console.iter().filter(|line| line.contains("Content Security Policy")).count();
    assert!(refusals >= 3, "the console tells of the refusals:\n{}", console.join("\n"));
}
