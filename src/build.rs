//! A fingerprint of what the program is built from, so that builds for different machines know
//! themselves to be of the same sources: `CARECAST_SOURCES`.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

/// Folders of which everything counts.
const FOLDERS: [&str; 4] = ["assets", "scenarios", "src", "tests/bases"];

/// Every file under a folder that shows, by its path; line ends are those of no system.
fn gather(root: &Path, name: &str, files: &mut BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(name))? {
        let entry = entry?;
        let own = entry.file_name().to_string_lossy().into_owned();
        let name = format!("{name}/{own}");
        if own.starts_with('.') {
            continue;
        }
        match entry.path().is_dir() {
            true => gather(root, &name, files)?,
            false => drop(files.insert(name, plain(&entry.path())?)),
        }
    }
    Ok(())
}

fn plain(path: &Path) -> io::Result<Vec<u8>> {
    let bytes = fs::read(path)?;
    if !bytes.contains(&b'\r') {
        return Ok(bytes);
    }
    let next = bytes.iter().copied().skip(1).chain([0]);
    let kept = bytes
        .iter()
        .zip(next)
        .filter(|pair| *pair != (&b'\r', b'\n'));
    Ok(kept.map(|(byte, _)| *byte).collect())
}

/// What others wrote, release by release; a published package locks no member of the workspace.
fn locked(path: &Path) -> io::Result<Vec<u8>> {
    let text = plain(path)?;
    let text = String::from_utf8_lossy(&text);
    let packages = text.split("\n\n");
    let others = packages.filter(|package| package.contains("\nsource = "));
    Ok(others
        .map(str::trim)
        .collect::<Vec<_>>()
        .join("\n")
        .into_bytes())
}

fn main() -> io::Result<()> {
    let root = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let root = Path::new(&root);
    let mut files = BTreeMap::new();
    for folder in FOLDERS {
        gather(root, folder, &mut files)?;
        println!("cargo::rerun-if-changed={folder}");
    }
    // A published package holds the manifest as we wrote it under another name.
    let there = |name: &&&str| root.join(name).exists();
    let manifest = ["Cargo.toml.orig", "Cargo.toml"];
    if let Some(name) = manifest.iter().find(there) {
        files.insert("Cargo.toml".into(), plain(&root.join(name))?);
        println!("cargo::rerun-if-changed={name}");
    }
    for name in ["Cargo.lock"].iter().filter(there) {
        files.insert((*name).into(), locked(&root.join(name))?);
        println!("cargo::rerun-if-changed={name}");
    }
    let mut digest = Sha256::new();
    for (name, bytes) in files {
        for part in [name.as_bytes(), &bytes] {
            digest.update((part.len() as u64).to_le_bytes());
            digest.update(part);
        }
    }
    let hex: String = digest
        .finalize()
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    println!("cargo::rustc-env=CARECAST_SOURCES={hex}");
    Ok(())
}
