//! The files were written by pyarrow 26 and `DuckDB` 2.0: forty rows, of which the eighth and the twenty-first have no value.

use std::fs::File;
use std::path::Path;

use super::records;

/// What is read of the file of this name.
fn read(name: &str) -> Result<Vec<String>, String> {
    let file = File::open(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/parquet").join(name)).unwrap();
    let mut all = Vec::new();
    let take = &mut |record: &str| {
        all.push(record.to_owned());
        Ok(())
    };
    records(&file, take).map_err(|error| format!("{error:#}"))?;
    Ok(all)
}

/// The values that the files hold.
fn rows() -> Vec<String> {
    (0..40).filter(|number| ![7, 20].contains(number)).map(|number| format!("{{\"n\":{number},\"mot\":\"été\"}}")).collect()
}

#[test]
fn files_of_other_programs_are_read_whatever_packs_and_encodes_them() {
    assert_eq!(read("snappy-dictionary.parquet"), Ok(rows()));
    assert_eq!(read("zstd-second-layout.parquet"), Ok(rows()));
    assert_eq!(read("duckdb.parquet"), Ok(rows()));
    let required: Vec<String> = read("gzip-required.parquet").unwrap();
    assert_eq!((required.len(), required.into_iter().filter(|text| !text.is_empty()).collect()), (40, rows()));
}

#[test]
fn what_is_not_read_says_why() {
    assert_eq!(read("no-record.parquet"), Err("has no column of text named record or value".to_owned()));
    assert_eq!(read("nested.parquet"), Err("has columns within columns; write the records as one column of text".to_owned()));
    let packed = "is packed in a way that is not read; write it with snappy, gzip or zstd";
    assert_eq!(read("brotli.parquet"), Err(packed.to_owned()));
}

#[test]
fn damaged_files_are_refused_or_read_and_never_break_the_reader() {
    for name in ["snappy-dictionary.parquet", "zstd-second-layout.parquet", "duckdb.parquet"] {
        let whole = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/parquet").join(name)).unwrap();
        for at in 0..whole.len() {
            for damaged in [whole.get(..at).unwrap().to_vec(), flipped(&whole, at, 0xFF), flipped(&whole, at, 1)] {
                let mut file = tempfile::tempfile().unwrap();
                std::io::Write::write_all(&mut file, &damaged).unwrap();
                let _ = records(&file, &mut |_| Ok(()));
            }
        }
    }
}

/// `bytes` with the bits of `mask` changed in the one at `at`.
fn flipped(bytes: &[u8], at: usize, mask: u8) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= mask;
    }
    bytes
}
