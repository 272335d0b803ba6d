//! What keeps a call from beginning, in the reader's language: settings that cannot be used, a house that does not open.

use ground::config::{ConfigError, Expected};
use ground::records::MigrateError;
use ground::{Config, OpenError};

use trace::store::StoreError;

use super::Lang;
use crate::house;

/// The line for an error: a text of the word files where there is one, else what the library says.
pub(crate) fn told(error: &anyhow::Error, lang: Lang) -> String {
    let known = error.chain().find_map(|cause| {
        let setting = cause.downcast_ref::<ConfigError>().map(|error| setting(error, lang));
        let opening = || cause.downcast_ref::<OpenError>().map(|error| opening(error, lang));
        setting.or_else(opening)
    });
    match known {
        Some(Ok(line)) => line,
        Some(Err(_)) | None => format!("{error:#}"),
    }
}

/// Why the event store does not open.
pub(crate) fn of_store(error: &StoreError, config: &Config, lang: Lang) -> anyhow::Error {
    let mut args = vec![("address", config.trace_shown())];
    if let StoreError::Newer { found, known } = error {
        args.extend([("found", found.to_string()), ("known", known.to_string())]);
    }
    match house::text(lang, error.code(), &args) {
        Ok(line) => anyhow::anyhow!("{line}").context(error.to_string()),
        Err(_) => anyhow::anyhow!("{error}"),
    }
}

fn setting(error: &ConfigError, lang: Lang) -> Result<String, web::WordsError> {
    match error {
        ConfigError::UnknownKey(key) => house::text(lang, "setting-unknown", &[("key", key.clone())]),
        ConfigError::BadValue { key, value, expected } => {
            let expected = house::text(lang, fits(*expected), &[])?;
            let args = [("key", (*key).to_owned()), ("value", value.clone()), ("expected", expected)];
            house::text(lang, "setting-bad", &args)
        }
        ConfigError::File(why) => house::text(lang, "setting-file", &[("why", why.clone())]),
    }
}

fn fits(expected: Expected) -> &'static str {
    match expected {
        Expected::Address => "setting-expects-address",
        Expected::Number => "setting-expects-number",
        Expected::Flag => "setting-expects-flag",
        Expected::Database => "setting-expects-database",
        Expected::Bucket => "setting-expects-bucket",
        Expected::Web => "setting-expects-web",
        Expected::LogFormat => "setting-expects-log-format",
    }
}

fn opening(error: &OpenError, lang: Lang) -> Result<String, web::WordsError> {
    let (key, what) = match error {
        OpenError::Folder(folder, error) => ("open-folder", format!("{folder}: {error}")),
        OpenError::Policies(why) => ("open-policies", why.clone()),
        OpenError::Database(refusal) => ("open-database", refusal.to_string()),
        OpenError::Migrate(MigrateError::Newer(migration)) => ("open-newer", migration.clone()),
        OpenError::Migrate(error) => ("open-migrate", error.to_string()),
        OpenError::Files(refusal) => ("open-files", refusal.to_string()),
    };
    house::text(lang, key, &[("what", what)])
}
