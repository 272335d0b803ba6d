//! `sen verify`: a certificate's signed statement, checked offline.

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::Context;
use certificate::seal::{KeySet, verify};
use certificate::state::State;
use clap::Args;
use ground::Clock;

use super::{Lang, Outcome, complain, say};

/// Most bytes of a statement or of a set of keys.
const INPUT_BYTES: u64 = 1024 * 1024;
/// Where keys are looked for when none are named: what `/.well-known/sen-keys.json` answers, kept as a file.
const KEYS: &str = "sen-keys.json";

/// Example: sen verify certificate.json --keys sen-keys.json
#[derive(Debug, Args)]
#[command(after_help = "Example: sen verify certificate.json --keys sen-keys.json")]
pub(crate) struct VerifyArgs {
    /// The JSON that the certificate's page answers, or its signed statement alone; - reads standard input.
    file: PathBuf,
    /// The public keys, as the issuing installation shows them at /.well-known/sen-keys.json.
    #[arg(long, value_name = "FILE", default_value = KEYS)]
    keys: PathBuf,
}

/// Verifies; "no" says why.
pub(crate) fn run(args: &VerifyArgs, lang: Lang) -> anyhow::Result<Outcome> {
    let keys = KeySet::parse(&read(&args.keys)?).with_context(|| args.keys.display().to_string())?;
    let today = Clock::real().today();
    let verified = match verify(&read(&args.file)?, &keys, today) {
        Ok(verified) => verified,
        Err(why) => {
            complain(&format!("{}: {why}", args.file.display()));
            return Ok(Outcome::No);
        }
    };
    say(&serde_json::to_string_pretty(&verified.statement)?)?;
    let words = words(verified.state, lang);
    let asked =
        lang.pick("chữ ký đúng; theo lời khai này, hôm nay", "the signature holds; by this statement, today");
    say(&format!("{} {asked} {}: {words}", verified.key, today.people()))?;
    Ok(if verified.state.holds() { Outcome::Done } else { Outcome::No })
}

fn words(state: State, lang: Lang) -> &'static str {
    match state {
        State::Valid => lang.pick("còn hiệu lực", "valid"),
        State::Expiring => lang.pick("còn hiệu lực, sắp hết hạn", "valid, expiring"),
        State::InReEvaluation => lang.pick("còn hiệu lực, đang đánh giá lại", "valid while in re-evaluation"),
        State::Expired => lang.pick("đã hết hạn", "expired"),
        State::Suspended => lang.pick("đang bị đình chỉ", "suspended"),
        State::Revoked => lang.pick("đã bị thu hồi", "revoked"),
        State::Superseded => lang.pick("đã có giấy chứng nhận mới thay", "superseded by a newer certificate"),
    }
}

fn read(path: &Path) -> anyhow::Result<String> {
    let mut text = String::new();
    if path == Path::new("-") {
        std::io::stdin().lock().take(INPUT_BYTES).read_to_string(&mut text)?;
    } else {
        let file = std::fs::File::open(path).with_context(|| path.display().to_string())?;
        file.take(INPUT_BYTES).read_to_string(&mut text).with_context(|| path.display().to_string())?;
    }
    Ok(text)
}
