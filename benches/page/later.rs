//! Scripts whose answer the page gives later.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::page::Page;

impl Page {
    /// Runs a script in the page that must work, the body of an asynchronous function, and waits for what it returns.
    /// Its arguments are `given`.
    pub(crate) async fn ask_later<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> T {
        let whole = format!(
            "const [done, ...given] = [[...arguments].pop(), ...arguments];
            (async () => {{ {script} }})().then(value => done({{ value }}), error => done({{ error: String(error) }}));"
        );
        let answer = self.driver.execute_async(whole, arguments).await;
        let answer = answer.unwrap_or_else(|error| panic!("the page cannot be asked `{script}`: {error}"));
        let error = &answer.json()["error"];
        assert!(error.is_null(), "the page fails at `{script}`: {error}");
        let value = answer.json()["value"].clone();
        serde_json::from_value(value).unwrap_or_else(|error| panic!("the page answers `{script}` otherwise: {error}"))
    }
}
