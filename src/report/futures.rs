//! Finished futures in a file: what they belong to in its head, then entry by entry how long it is, a
//! checksum and its bytes. What a crash cut short at the end is dropped, and nothing else. A file
//! that is whole says so at its end: how many entries it holds, and the sha-256 of all before.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::{self, BufRead, BufReader, Read, Write};

/// First line of a file.
const MARK: &str = "carecast: finished futures, 3";
/// Longest head believed, bytes.
const HEAD: u64 = 1 << 16;
/// Longest entry believed, bytes.
const LONGEST: u32 = 1 << 30;
/// Stands where the length of an entry would, before the sum of a whole file.
const END: u32 = u32::MAX;

/// What futures must share to be of one run. How many there are does not matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Belongs {
    /// Version of the program.
    pub version: String,
    /// Fingerprint of the sources it was built from.
    pub sources: String,
    /// Fingerprint of the scenario, every default written out.
    pub question: String,
    /// Fingerprint of the base.
    pub base: String,
    /// Seed.
    pub seed: u64,
    /// In how many of the first futures facilities are recorded.
    pub hospitals: u32,
    /// The part of the run that these are, where it is lived in parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
}

/// One part of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its number, from 0.
    pub index: u32,
    /// Its first future, counted over all scenarios.
    pub first: u64,
    /// The first future after it.
    pub end: u64,
}

impl Belongs {
    /// The head of a file.
    pub fn head(&self) -> String {
        let text = serde_json::to_string(self).expect("plain data has a JSON form");
        format!("{MARK}\n{text}\n")
    }
}

/// What stands before an entry: how long it is, and a checksum.
pub fn before(entry: &[u8]) -> [u8; 8] {
    let mut bytes = [0; 8];
    bytes[..4].copy_from_slice(&(entry.len() as u32).to_le_bytes());
    bytes[4..].copy_from_slice(&crc32fast::hash(entry).to_le_bytes());
    bytes
}

/// Bytes of an entry with what stands before it.
pub fn long(entry: &[u8]) -> u64 {
    entry.len() as u64 + 8
}

/// Writes the end of a file that is whole: `sum` is that of all before.
pub fn seal(to: &mut impl Write, entries: u64, sum: Sha256) -> io::Result<()> {
    to.write_all(&END.to_le_bytes())?;
    to.write_all(&entries.to_le_bytes())?;
    to.write_all(&sum.finalize())
}

/// What stands next in a file.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    /// A whole entry.
    Entry(Vec<u8>),
    /// The end of a whole file, and whether all before it is as it was written.
    End(bool),
    /// Nothing that is whole.
    Nothing,
}

/// A file that is read entry by entry.
pub struct Reading<R> {
    from: BufReader<R>,
    /// The sum of what was read, where it is asked for.
    sum: Option<Sha256>,
    entries: u64,
    whole: u64,
}

impl<R: Read> Reading<R> {
    /// Opens it, and says what it belongs to, where it is such a file. What is `summed` is held
    /// against its sum at the end.
    pub fn open(from: R, summed: bool) -> io::Result<(Option<Belongs>, Self)> {
        let mut from = BufReader::with_capacity(1 << 16, from);
        let mut head = Vec::new();
        for _ in 0..2 {
            from.by_ref().take(HEAD).read_until(b'\n', &mut head)?;
        }
        let text = head.strip_prefix(MARK.as_bytes());
        let text = text.and_then(|text| text.strip_prefix(b"\n")?.strip_suffix(b"\n"));
        let belongs = text.and_then(|text| serde_json::from_slice(text).ok());
        let reading = Reading {
            from,
            sum: summed.then(|| Sha256::new_with_prefix(&head)),
            entries: 0,
            whole: head.len() as u64,
        };
        Ok((belongs, reading))
    }

    /// Reads entries behind a head.
    pub fn of_entries(from: R) -> Self {
        Reading {
            from: BufReader::with_capacity(1 << 16, from),
            sum: None,
            entries: 0,
            whole: 0,
        }
    }

    /// Where the last whole entry ends.
    pub fn whole(&self) -> u64 {
        self.whole
    }

    /// So many bytes, if they are there.
    fn bytes<const N: usize>(&mut self) -> io::Result<Option<[u8; N]>> {
        let mut bytes = [0; N];
        match self.from.read_exact(&mut bytes) {
            Ok(()) => Ok(Some(bytes)),
            Err(e) if e.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
            Err(e) => Err(e),
        }
    }

    /// What stands next.
    pub fn go_on(&mut self) -> io::Result<Next> {
        let Some(length) = self.bytes()? else {
            return Ok(Next::Nothing);
        };
        let long = u32::from_le_bytes(length);
        if long == END {
            return self.end();
        }
        let Some(sum) = self.bytes().map(|sum| sum.filter(|_| long <= LONGEST))? else {
            return Ok(Next::Nothing);
        };
        // Room at once for all of it, but no more than an entry takes in earnest where the length is not one.
        let mut entry = Vec::with_capacity(long.min(1 << 24) as usize);
        let mut from = self.from.by_ref().take(u64::from(long));
        from.read_to_end(&mut entry)?;
        if entry.len() < long as usize || crc32fast::hash(&entry) != u32::from_le_bytes(sum) {
            return Ok(Next::Nothing);
        }
        if let Some(all) = &mut self.sum {
            all.update([length, sum].as_flattened());
            all.update(&entry);
        }
        self.entries += 1;
        self.whole += u64::from(long) + 8;
        Ok(Next::Entry(entry))
    }

    fn end(&mut self) -> io::Result<Next> {
        let (Some(entries), Some(sum)) = (self.bytes()?, self.bytes::<32>()?) else {
            return Ok(Next::Nothing);
        };
        let own = self.sum.take().map(|all| all.finalize()[..] == sum);
        let last = self.from.fill_buf()?.is_empty();
        let counted = u64::from_le_bytes(entries) == self.entries;
        Ok(Next::End(own.unwrap_or(true) && last && counted))
    }
}

/// Entries as far as they are whole.
pub fn whole<R: Read>(mut reading: Reading<R>) -> impl Iterator<Item = Vec<u8>> {
    std::iter::from_fn(move || match reading.go_on() {
        Ok(Next::Entry(entry)) => Some(entry),
        _ => None,
    })
}
