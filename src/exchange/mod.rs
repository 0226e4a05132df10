//! Files in and out: one file per format, each with its own types for what it writes and reads.

mod decode;
mod docx;
mod entities;
mod html;
mod markup;
mod project_file;

pub use decode::{DecodeError, Decoded, Encoding, accept, decode, is_json};
pub use html::from_html;
pub use project_file::{
    Exported, ImportError, Imported, Placed, ProjectFile, VERSION, export, file_name, import, json_schema,
};
