//! The page: mounts the application. Natively there is nothing to mount.

fn main() {
    #[cfg(target_arch = "wasm32")]
    griffier::ui::mount();
}
