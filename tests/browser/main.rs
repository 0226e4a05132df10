//! What a person does with the page, done in real browsers through WebDriver, on the page as it is delivered.
//!
//! Every test is one journey with a browser, a driver and a web server of its own; `harness` starts and ends them. The
//! journeys are done in Chromium, in Firefox and in WebKit: `chromium::the_main_job`, `firefox::the_main_job`,
//! `webkit::the_main_job`. A journey speaks the language of `page` and its neighbours: press, paste, select, read. After
//! each, the browser's console must be free of warnings and no request may have left for another origin, as far as the
//! browser tells (`diary`).
//!
//! `make dist` builds the page first. Settings:
//!
//! - `GRIFFIER_DIST`: the folder of the page; `GRIFFIER_CORPUS`: the folder of real transcripts;
//! - `GRIFFIER_ENGINES`: which engines must be there, such as `chromium firefox webkit`; without it, `chromium`. In one
//!   that is not there and need not be, journeys are skipped;
//! - `CHROMEDRIVER`, `CHROMIUM`, `GECKODRIVER`, `FIREFOX`, `WEBKITWEBDRIVER`, `MINIBROWSER`, `XVFB`: programs that are not
//!   on the `PATH`, or others than those on it.

mod browser;
mod diary;
mod elements;
mod engine;
mod exports;
mod files;
mod folder;
mod harness;
mod journeys;
mod keys;
mod looks;
mod material;
mod npm;
mod page;
mod reading;
mod selecting;
mod site;

use engine::Engine;

/// One journey in one engine. Where its row says that it is not done there, the test is listed as ignored, and why.
macro_rules! journey {
    (Chromium $name:ident $walk:ident::$way:ident only_in Chromium $why:literal) => {
        journey!(Chromium $name $walk::$way);
    };
    ($engine:ident $name:ident $walk:ident::$way:ident only_in Chromium $why:literal) => {
        journey!($engine $name $walk::$way #[ignore = $why]);
    };
    (WebKit $name:ident $walk:ident::$way:ident not_in WebKit $why:literal) => {
        journey!(WebKit $name $walk::$way #[ignore = $why]);
    };
    ($engine:ident $name:ident $walk:ident::$way:ident not_in WebKit $why:literal) => {
        journey!($engine $name $walk::$way);
    };
    ($engine:ident $name:ident $walk:ident::$way:ident $(#[$attribute:meta])?) => {
        #[test]
        $(#[$attribute])?
        fn $name() {
            crate::harness::journey(crate::Engine::$engine, stringify!($name), crate::journeys::$walk::$way);
        }
    };
}

/// The journeys, each in every engine unless its row gives a reason against.
macro_rules! journeys {
    ($($name:ident: $walk:ident::$way:ident $(, $limit:ident $engine:ident $why:literal)?;)*) => {
        mod chromium { $(journey!(Chromium $name $walk::$way $($limit $engine $why)?);)* }
        mod firefox { $(journey!(Firefox $name $walk::$way $($limit $engine $why)?);)* }
        mod webkit { $(journey!(WebKit $name $walk::$way $($limit $engine $why)?);)* }
    };
}

journeys! {
    the_main_job: main_job::run;
    overlapping_annotations: overlaps::run;
    several_transcripts_side_by_side: side_by_side::run;
    two_tabs: two_tabs::run;
    two_tabs_that_write_the_same_at_once: two_tabs::at_once;
    bad_input_is_refused_with_a_sentence: bad_input::refused;
    a_text_without_speakers_opens_and_says_so: bad_input::without_speakers;
    a_text_with_markup_is_shown_as_text: bad_input::markup;
    a_transcript_can_be_typed: input::typed;
    what_was_pasted_is_kept_as_it_was: input::kept_as_pasted;
    blocked_storage: storage::blocked;
    full_storage: storage::full;
    everything_goes_out_in_one_file_and_comes_back: keeping::backup;
    what_a_newer_version_wrote_is_only_read: keeping::newer;
    what_was_changed_by_hand_is_put_aside: keeping::damaged;
    a_page_that_is_cut_off_loses_nothing: keeping::cut_off;
    a_page_that_is_killed_loses_nothing: keeping::killed, only_in Chromium "no other lets a page be killed";
    a_program_that_breaks_off_loses_nothing: keeping::broken;
    a_program_that_cannot_start_says_so: keeping::cannot_start;
    the_policy_is_closed: policy::run;
    languages: languages::run;
    the_keys_are_listed: keys::run;
    the_reading_is_corrected_by_hand: correcting::by_hand;
    the_kind_of_text_is_chosen_by_hand: correcting::kind_of_text;
    times_are_shown: correcting::times;
    proposals_are_taken_over_with_one_key: marking::proposals;
    sentences_are_selected_by_key: marking::by_sentences;
    finding_by_keyboard: finding::by_keyboard;
    the_outline: outline::run;
    links_and_the_way_back: links::run;
    a_link_is_followed_whatever_waits: links::before_the_address_is_shown;
    a_long_text_is_wholly_there: long_text::whole;
    a_long_text_is_wholly_told: long_text::told, only_in Chromium "no other tells what it tells assistive technology";
    a_long_text_is_wholly_printed: long_text::printed, not_in WebKit "its driver does not print";
    opening_can_be_called_off: long_text::called_off;
    the_codebook: codebook::run;
    the_list_is_filtered_and_grouped: list::run;
    all_else_by_keyboard: hands::keyboard_alone;
    all_else_by_touch: hands::touch_alone, not_in WebKit "its driver has no finger";
    passages_by_keyboard: passages::by_keyboard;
    passages_by_mouse: passages::by_mouse;
    passages_by_touch: passages::by_touch, not_in WebKit "its driver has no finger";
    a_web_page_can_be_pasted: correcting::pasted_from_a_web_page;
    the_register: register::run;
    the_register_goes_out_as_files: register_files::run;
    the_register_looks_right: register::looks;
    from_question_to_promise: register::chain;
    the_figures: register::figures;
    the_open_commitments_of_all_transcripts: open_commitments::run;
    the_first_steps: first_use::run;
    without_a_network: offline::run;
    the_page_as_one_file: offline::one_file;
    nothing_is_wrong_with_the_start_page: accessible::start;
    nothing_is_wrong_with_the_reading_page: accessible::reading;
    nothing_is_wrong_with_the_panels: accessible::panels;
    nothing_is_wrong_with_many_annotations: accessible::many;
    the_focus_is_never_lost: attention::focus;
    the_focus_outlives_what_had_it: attention::gone;
    the_focus_is_seen: attention::seen;
    the_focus_is_seen_in_a_narrow_window: attention::seen_narrow, not_in WebKit "its driver takes the focus from a window that it resizes";
    what_happens_is_said: attention::announced;
    marks_say_what_they_are: attention::marks;
    assistive_technology_is_told_of_marks: attention::told, only_in Chromium "no other tells what it tells assistive technology";
    colours_of_ones_own: surroundings::forced_colours, not_in WebKit "it has the colours of the desktop";
    nothing_moves_for_who_wants_none_of_it: surroundings::no_motion, not_in WebKit "it has what the desktop wants";
    four_times_enlarged: surroundings::enlarged, not_in WebKit "its driver enlarges nothing";
    texts_of_every_kind_fit: surroundings::texts;
    screenshots: screenshots::run;
}
