//! Packages from npm that only tests and benchmarks need, put below the build's own folder.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{self, Command},
};

use serde_json::Value;

/// Puts a package into `folder`, unless it is there already. Gives the folder of the package.
pub(crate) fn install(package: &str, version: &str, folder: &Path) -> PathBuf {
    let place = folder.join("node_modules").join(package);
    if installed(&place).as_deref() == Some(version) {
        return place;
    }
    eprintln!("griffier: installing {package} {version} from npm, below the build's folder alone");
    // Beside its place, and moved there as a whole: other tests may install it at the same time.
    let beside = folder.join(format!("installing-{}", process::id()));
    let wanted = format!("{package}@{version}");
    let arguments = ["install", "--silent", "--no-fund", "--no-audit", "--no-save", &wanted, "--prefix"];
    let run = Command::new("npm").args(arguments).arg(&beside).status();
    let status = run.unwrap_or_else(|error| panic!("npm does not start ({error}); install Node.js 18 or later"));
    assert!(status.success(), "npm could not install {wanted}; is the network there?");
    let (from, to) = (beside.join("node_modules"), folder.join("node_modules"));
    if fs::rename(&from, &to).is_err() && installed(&place).as_deref() != Some(version) {
        // Another version is there.
        let moved = fs::remove_dir_all(&to).and_then(|()| fs::rename(&from, &to));
        moved.expect("the build's folder can be written to");
    }
    // What is left of it is in nobody's way.
    let _ = fs::remove_dir_all(&beside);
    place
}

/// The version of the package in a folder.
fn installed(place: &Path) -> Option<String> {
    let text = fs::read_to_string(place.join("package.json")).ok()?;
    let package: Value = serde_json::from_str(&text).ok()?;
    Some(package["version"].as_str()?.to_owned())
}
