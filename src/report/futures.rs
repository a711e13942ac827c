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

/// Writes one entry.
pub fn put(to: &mut impl Write, entry: &[u8]) -> io::Result<()> {
    let length = (entry.len() as u32).to_le_bytes();
    let sum = crc32fast::hash(entry).to_le_bytes();
    to.write_all([length, sum].as_flattened())?;
    to.write_all(entry)
}

/// A file that will say that it is whole.
#[derive(Debug)]
pub struct Sealed<W> {
    to: W,
    sum: Sha256,
    entries: u64,
}

impl<W: Write> Sealed<W> {
    /// Begins it.
    pub fn begin(to: W, belongs: &Belongs) -> io::Result<Self> {
        let (sum, entries) = (Sha256::new(), 0);
        let mut file = Sealed { to, sum, entries };
        file.write_all(belongs.head().as_bytes())?;
        Ok(file)
    }

    /// Writes one entry.
    pub fn put(&mut self, entry: &[u8]) -> io::Result<()> {
        put(self, entry)?;
        self.entries += 1;
        Ok(())
    }

    /// Writes the end, and gives back where it was written to.
    pub fn seal(mut self) -> io::Result<W> {
        self.to.write_all(&END.to_le_bytes())?;
        self.to.write_all(&self.entries.to_le_bytes())?;
        self.to.write_all(&self.sum.finalize())?;
        Ok(self.to)
    }
}

impl<W: Write> Write for Sealed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.sum.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
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
        let mut entry = Vec::new();
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
