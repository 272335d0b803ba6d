//! Writes a sample of every paper into a folder: `cargo run --example samples -- OUT`.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use papers::testing::{PRINTED, samples};
use papers::{Engine, Templates};

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::args().nth(1).ok_or("name the folder to write to")?);
    fs::create_dir_all(&out)?;
    let engine = Engine::new(Templates::built_in()?);
    for sample in samples()? {
        let pdf = engine.typeset_facts(sample.template, sample.facts, sample.attachments, PRINTED)?;
        fs::write(out.join(sample.template.replace(".typ", ".pdf")), pdf.bytes())?;
    }
    Ok(())
}
