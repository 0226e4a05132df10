//! Markup that the program wrote, on its way into the page.
//!
//! The page's policy (`require-trusted-types-for 'script'`) keeps strings out of what browsers parse as HTML, but for
//! what comes through the policy that is made here. <https://w3c.github.io/trusted-types/dist/spec/>

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Element;

use super::window;

/// The name that the page's policy allows.
const POLICY: &str = "griffier";

thread_local! {
    /// Makes trusted markup of a string; `None` where the browser takes strings.
    static CREATE: Option<Create> = create_policy();
}

/// A function of an object.
struct Create {
    policy: JsValue,
    create_html: Function,
}

/// Has the browser parse `html`, which the program wrote and in which everything from outside is escaped, and put it
/// in the place of what is in `element`.
pub fn set_markup(element: &Element, html: &str) {
    CREATE.with(|create| {
        let Some(Create { policy, create_html }) = create else { return element.set_inner_html(html) };
        if let Ok(trusted) = create_html.call1(policy, &html.into()) {
            // The types of `web_sys` know only strings.
            let _ = Reflect::set(element, &"innerHTML".into(), &trusted);
        }
    });
}

fn create_policy() -> Option<Create> {
    let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok().filter(|value| !value.is_falsy());
    let function = |object: &JsValue, name: &str| get(object, name)?.dyn_into::<Function>().ok();
    let window = window();
    let factory = get(&window, "trustedTypes")?;
    let rules = Object::new();
    // It has nothing to add: `String` gives back the string that it is given.
    Reflect::set(&rules, &"createHTML".into(), &get(&window, "String")?).ok()?;
    let policy = function(&factory, "createPolicy")?.call2(&factory, &POLICY.into(), &rules).ok()?;
    let create_html = function(&policy, "createHTML")?;
    Some(Create { policy, create_html })
}
