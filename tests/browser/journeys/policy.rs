//! The page's Content-Security-Policy: nothing runs that is not its own, nothing leaves.
//!
//! The browser reports each refusal on the console; those reports are what this journey expects.

use serde::Deserialize;
use serde_json::json;

use crate::{page::Page, site::Site};

/// What was tried, and what came of it.
#[derive(Debug, Deserialize)]
struct Tried {
    script_ran: bool,
    fetched: bool,
    picture_came: bool,
    refused: Vec<String>,
}

const TRY: &str = "
    const [elsewhere, picture] = arguments, done = arguments[arguments.length - 1], refused = [];
    document.addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.pwned = true';
    document.body.append(script);
    const fetched = fetch(elsewhere, { mode: 'no-cors' }).then(() => true, () => false);
    const shown = new Promise(resolve => {
        const image = new Image();
        image.onload = () => resolve(true);
        image.onerror = () => resolve(false);
        image.src = picture;
    });
    Promise.all([fetched, shown]).then(([fetched, picture_came]) => setTimeout(() =>
        done({ script_ran: window.pwned === true, fetched, picture_came, refused })));";

pub(crate) async fn run(page: &Page) {
    let elsewhere = Site::of_nothing();
    let addresses = [format!("{}/secret", elsewhere.origin()), "http://127.0.0.2/picture.png".to_owned()];
    // Each browser has its own way to write it.
    page.diary.expect("Content Security Policy");
    page.diary.expect("Content-Security-Policy");
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
    assert!(!tried.script_ran && !tried.fetched && !tried.picture_came, "{tried:?}");
    for directive in ["script-src-elem", "connect-src", "img-src"] {
        assert!(tried.refused.iter().any(|refused| refused == directive), "{directive} did not refuse: {tried:?}");
    }
    assert_eq!(elsewhere.asked(), Vec::<String>::new(), "another server heard of it");

    page.diary.read(&page.driver).await;
    let console = page.diary.console();
    let refusals = console.iter().filter(|line| line.contains("Content Security Policy")).count();
    assert!(refusals >= 3, "the console tells of the refusals:\n{}", console.join("\n"));
}
