//! Writes a sample of every paper, and a dossier of all of them, into a folder: `cargo run --example samples -- OUT`.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use papers::dossier::{Entry, Part, merge};
use papers::testing::{PRINTED, samples};
use papers::{Engine, Templates};

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::args().nth(1).ok_or("name the folder to write to")?);
    fs::create_dir_all(&out)?;
    let engine = Engine::new(Templates::built_in()?);
    let mut entries = Vec::new();
    for sample in samples()? {
        let pdf = engine.typeset_facts(sample.template, sample.facts, sample.attachments, PRINTED)?;
        fs::write(out.join(sample.template.replace(".typ", ".pdf")), pdf.bytes())?;
        entries.push(Entry { title: sample.template.into(), part: Part::Pdf(pdf.into_bytes()) });
    }
    let entries = [
        Entry { title: "Văn bản".into(), part: Part::Group(entries) },
        Entry { title: "Tệp hỏng".into(), part: Part::Pdf(Vec::new()) },
    ];
    let merged = merge(&engine, "HỒ SƠ SẢN PHẨM SA ĐÉC TỬU", &entries, PRINTED)?;
    fs::write(out.join("dossier.pdf"), merged.pdf.bytes())?;
    Ok(())
}
