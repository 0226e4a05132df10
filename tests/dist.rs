//! What a visitor downloads: each file of the built site as it goes over the wire, compressed with brotli.
//!
//! The table is printed with `cargo test --test dist -- --nocapture`. Whoever makes the page smaller lowers the limit.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use brotli::{BrotliCompress, enc::BrotliEncoderParams};

/// How much all files may be together, in bytes. It stands just above what they are: Yew with the libraries that read,
/// keep and translate; 6,000 of it is what keeps the page without a network, and its help; 91,000 is the register,
/// 22,000 of that the files it goes out as, 34,000 its figures, its chains and the page of open commitments. Without those
/// libraries, in code of our own, the page without its register would still be 421,000.
const LIMIT: usize = 760_000;

/// How large the page as one file may be, in bytes, as it is.
const ONE_FILE_LIMIT: usize = 900_000;

/// The page as one file: nobody who visits the site downloads it, unless they want it.
const ONE_FILE: &str = "griffier.html";

fn dist() -> PathBuf {
    env::var("GRIFFIER_DIST").map_or_else(|_| PathBuf::from("dist"), PathBuf::from)
}

/// The files of the site, with their bytes.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the site is built (make dist)") {
        let path = entry.expect("a file of the site").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            found.push((name, fs::read(path).expect("a file that can be read")));
        }
    }
    found
}

#[test]
fn the_page_as_one_file_stays_small() {
    let bytes = fs::read(dist().join(ONE_FILE)).expect("the site is built (make dist)").len();
    println!("{ONE_FILE:<40} {bytes:>12}");
    assert!(bytes <= ONE_FILE_LIMIT, "the page as one file is {bytes} bytes, and may be {ONE_FILE_LIMIT}");
}

#[test]
fn the_download_stays_small() {
    let files = files(&dist()).into_iter().filter(|(name, _)| name != ONE_FILE);
    let mut sizes: Vec<(String, usize, usize)> =
        files.map(|(name, bytes)| (name, bytes.len(), compressed(&bytes))).collect();
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
