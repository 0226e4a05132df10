//! Files in and out: one file per format, each with its own types for what it writes and reads.

mod calendar;
mod decode;
mod docx;
mod entities;
mod fact_check;
mod house;
mod html;
mod markup;
mod project_file;
mod spreadsheet;

pub use calendar::{Deadline, calendar};
pub use decode::{DecodeError, Decoded, Encoding, accept, decode, is_json};
pub use fact_check::{CheckedClaim, claims};
pub use house::{Toezegging, toezeggingen};
pub use html::from_html;
pub use project_file::{
    Exported, ImportError, Imported, Placed, ProjectFile, VERSION, export, file_name, import, json_schema,
};
pub use spreadsheet::{Separator, csv};
