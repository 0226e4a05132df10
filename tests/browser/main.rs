//! What a person does with the page, done in a real Chromium through WebDriver, on the page as it is delivered.
//!
//! Every test is one journey with a browser, a driver and a web server of its own; `harness` starts and ends them.
//! A journey speaks the language of `page` and its neighbours: press, paste, select, read. After each, the browser's
//! console must be free of warnings and no request may have left for another origin.
//!
//! `make dist` builds the page first. Settings: `GRIFFIER_DIST` (the folder of the page), `GRIFFIER_CORPUS` (the folder
//! of real transcripts), `CHROMEDRIVER` and `CHROMIUM` (programs that are not on the `PATH`).

mod browser;
mod diary;
mod elements;
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

use harness::{journey, journey_on};
use site::Site;

#[test]
fn the_main_job() {
    journey("the_main_job", journeys::main_job::run);
}

#[test]
fn overlapping_annotations() {
    journey("overlapping_annotations", journeys::overlaps::run);
}

#[test]
fn several_transcripts_side_by_side() {
    journey("several_transcripts_side_by_side", journeys::side_by_side::run);
}

#[test]
fn two_tabs() {
    journey("two_tabs", journeys::two_tabs::run);
}

#[test]
fn two_tabs_that_write_the_same_at_once() {
    journey("two_tabs_that_write_the_same_at_once", journeys::two_tabs::at_once);
}

#[test]
fn bad_input_is_refused_with_a_sentence() {
    journey("bad_input_is_refused_with_a_sentence", journeys::bad_input::refused);
}

#[test]
fn a_text_without_speakers_opens_and_says_so() {
    journey("a_text_without_speakers_opens_and_says_so", journeys::bad_input::without_speakers);
}

#[test]
fn a_text_with_markup_is_shown_as_text() {
    journey("a_text_with_markup_is_shown_as_text", journeys::bad_input::markup);
}

#[test]
fn a_transcript_can_be_typed() {
    journey("a_transcript_can_be_typed", journeys::input::typed);
}

#[test]
fn what_was_pasted_is_kept_as_it_was() {
    journey("what_was_pasted_is_kept_as_it_was", journeys::input::kept_as_pasted);
}

#[test]
fn blocked_storage() {
    journey("blocked_storage", journeys::storage::blocked);
}

#[test]
fn full_storage() {
    journey("full_storage", journeys::storage::full);
}

#[test]
fn everything_goes_out_in_one_file_and_comes_back() {
    journey("everything_goes_out_in_one_file_and_comes_back", journeys::keeping::backup);
}

#[test]
fn what_a_newer_version_wrote_is_only_read() {
    journey("what_a_newer_version_wrote_is_only_read", journeys::keeping::newer);
}

#[test]
fn what_was_changed_by_hand_is_put_aside() {
    journey("what_was_changed_by_hand_is_put_aside", journeys::keeping::damaged);
}

#[test]
fn a_page_that_is_cut_off_loses_nothing() {
    journey("a_page_that_is_cut_off_loses_nothing", journeys::keeping::cut_off);
}

#[test]
fn a_program_that_breaks_off_loses_nothing() {
    journey("a_program_that_breaks_off_loses_nothing", journeys::keeping::broken);
}

#[test]
fn a_program_that_cannot_start_says_so() {
    journey("a_program_that_cannot_start_says_so", journeys::keeping::cannot_start);
}

#[test]
fn the_policy_is_closed() {
    journey("the_policy_is_closed", journeys::policy::run);
}

#[test]
fn languages() {
    journey("languages", journeys::languages::run);
}

#[test]
fn the_keys_are_listed() {
    journey("the_keys_are_listed", journeys::keys::run);
}

#[test]
fn the_reading_is_corrected_by_hand() {
    journey("the_reading_is_corrected_by_hand", journeys::correcting::by_hand);
}

#[test]
fn the_kind_of_text_is_chosen_by_hand() {
    journey("the_kind_of_text_is_chosen_by_hand", journeys::correcting::kind_of_text);
}

#[test]
fn times_are_shown() {
    journey("times_are_shown", journeys::correcting::times);
}

#[test]
fn proposals_are_taken_over_with_one_key() {
    journey("proposals_are_taken_over_with_one_key", journeys::marking::proposals);
}

#[test]
fn sentences_are_selected_by_key() {
    journey("sentences_are_selected_by_key", journeys::marking::by_sentences);
}

#[test]
fn finding_by_keyboard() {
    journey("finding_by_keyboard", journeys::finding::by_keyboard);
}

#[test]
fn the_outline() {
    journey("the_outline", journeys::outline::run);
}

#[test]
fn links_and_the_way_back() {
    journey("links_and_the_way_back", journeys::links::run);
}

#[test]
fn a_long_text_is_wholly_there() {
    journey("a_long_text_is_wholly_there", journeys::long_text::whole);
}

#[test]
fn opening_can_be_called_off() {
    journey("opening_can_be_called_off", journeys::long_text::called_off);
}

#[test]
fn the_codebook() {
    journey("the_codebook", journeys::codebook::run);
}

#[test]
fn the_list_is_filtered_and_grouped() {
    journey("the_list_is_filtered_and_grouped", journeys::list::run);
}

#[test]
fn all_else_by_keyboard() {
    journey("all_else_by_keyboard", journeys::hands::keyboard_alone);
}

#[test]
fn all_else_by_touch() {
    journey("all_else_by_touch", journeys::hands::touch_alone);
}

#[test]
fn passages_by_keyboard() {
    journey("passages_by_keyboard", journeys::passages::by_keyboard);
}

#[test]
fn passages_by_mouse() {
    journey("passages_by_mouse", journeys::passages::by_mouse);
}

#[test]
fn passages_by_touch() {
    journey("passages_by_touch", journeys::passages::by_touch);
}

#[test]
fn a_web_page_can_be_pasted() {
    journey("a_web_page_can_be_pasted", journeys::correcting::pasted_from_a_web_page);
}

#[test]
fn the_first_steps() {
    journey("the_first_steps", journeys::first_use::run);
}

#[test]
fn without_a_network() {
    journeys::offline::on_a_copy("without_a_network");
}

#[test]
fn the_page_as_one_file() {
    journey_on(Site::of_one_file(), "the_page_as_one_file", journeys::offline::one_file);
}

#[test]
fn nothing_is_wrong_with_the_start_page() {
    journey("nothing_is_wrong_with_the_start_page", journeys::accessible::start);
}

#[test]
fn nothing_is_wrong_with_the_reading_page() {
    journey("nothing_is_wrong_with_the_reading_page", journeys::accessible::reading);
}

#[test]
fn nothing_is_wrong_with_the_panels() {
    journey("nothing_is_wrong_with_the_panels", journeys::accessible::panels);
}

#[test]
fn nothing_is_wrong_with_many_annotations() {
    journey("nothing_is_wrong_with_many_annotations", journeys::accessible::many);
}

#[test]
fn the_focus_is_never_lost() {
    journey("the_focus_is_never_lost", journeys::attention::focus);
}

#[test]
fn the_focus_outlives_what_had_it() {
    journey("the_focus_outlives_what_had_it", journeys::attention::gone);
}

#[test]
fn the_focus_is_seen() {
    journey("the_focus_is_seen", journeys::attention::seen);
}

#[test]
fn what_happens_is_said() {
    journey("what_happens_is_said", journeys::attention::announced);
}

#[test]
fn marks_say_what_they_are() {
    journey("marks_say_what_they_are", journeys::attention::marks);
}

#[test]
fn colours_of_ones_own() {
    journey("colours_of_ones_own", journeys::surroundings::forced_colours);
}

#[test]
fn nothing_moves_for_who_wants_none_of_it() {
    journey("nothing_moves_for_who_wants_none_of_it", journeys::surroundings::no_motion);
}

#[test]
fn four_times_enlarged() {
    journey("four_times_enlarged", journeys::surroundings::enlarged);
}

#[test]
fn texts_of_every_kind_fit() {
    journey("texts_of_every_kind_fit", journeys::surroundings::texts);
}

#[test]
fn screenshots() {
    journey("screenshots", journeys::screenshots::run);
}
