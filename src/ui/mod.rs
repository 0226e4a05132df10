//! What is on the screen: Yew components, one file or folder for each region. No decisions about the domain; the
//! DOM's selection is read in one module, [`selection`].

mod annotations;
mod app;
mod card;
mod cards;
mod chain;
mod codebook;
mod commitment_form;
mod correcting;
mod dialogs;
mod fields;
mod find;
mod first_steps;
mod frame;
mod guide;
mod help;
mod how_read;
mod i18n;
mod kinds;
mod list_filter;
mod listening;
mod loading;
mod menu;
mod notice;
mod open_commitments;
mod outline;
mod paper;
mod passages;
mod pointing;
mod quote;
mod reached;
mod reading;
mod register;
mod selection;
mod shared;
mod start;
mod strip;
mod toolbar;
mod transcript;
mod view;
mod work;

/// Puts the application into the page's body, in place of what stood there while it loaded.
pub fn mount() {
    yew::Renderer::<app::App>::new().render();
}
