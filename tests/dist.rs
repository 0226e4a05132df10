//! What a visitor downloads: each file of the built site as it goes over the wire, compressed with brotli.
//!
//! The table is printed with `cargo test --test dist -- --nocapture`. Whoever makes the page smaller lowers the limit.

use std::{env, fs, path::PathBuf};

use brotli::{BrotliCompress, enc::BrotliEncoderParams};

/// How much all files may be together, in bytes. It stands just above what they are: Yew with the libraries that read,
/// keep and translate. Without those libraries, in code of our own, the page would still be 421,000.
const LIMIT: usize = 650_000;

#[test]
fn the_download_stays_small() {
    let dist = env::var("GRIFFIER_DIST").map_or_else(|_| PathBuf::from("dist"), PathBuf::from);
    let files = fs::read_dir(&dist).expect("the site is built (make dist)");
    let mut sizes: Vec<(String, usize, usize)> = files
        .map(|file| {
            let file = file.expect("a file of the site");
            let bytes = fs::read(file.path()).expect("a file that can be read");
            (file.file_name().to_string_lossy().into_owned(), bytes.len(), compressed(&bytes))
        })
        .collect();
    sizes.sort_by_key(|(_, _, compressed)| std::cmp::Reverse(*compressed));
    let sum = |of: fn(&(String, usize, usize)) -> usize| sizes.iter().map(of).sum::<usize>();
    let (bytes, all) = (sum(|file| file.1), sum(|file| file.2));
    println!("{:<40} {:>12} {:>12}", "file", "bytes", "brotli");
    for (name, bytes, compressed) in &sizes {
        println!("{name:<40} {bytes:>12} {compressed:>12}");
    }
    println!("{:<40} {bytes:>12} {all:>12}", "all");
    assert!(all <= LIMIT, "the page is {all} bytes with brotli, and may be {LIMIT}");
}

/// How many bytes `bytes` are when they are sent as small as brotli can.
fn compressed(bytes: &[u8]) -> usize {
    let mut sent = Vec::new();
    let best = BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    BrotliCompress(&mut &*bytes, &mut sent, &best).expect("memory can be written to");
    sent.len()
}
