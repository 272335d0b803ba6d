//! Reading settings and where each came from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use super::Config;
use super::bucket::{Bucket, FileStore, Secret};

/// Where a value came from; later ones win.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Built in.
    Default,
    /// `sen.toml`.
    File,
    /// `SEN_…`.
    Environment,
    /// The command line.
    Flag,
}

impl Origin {
    /// One word for `sen config`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::File => "file",
            Self::Environment => "environment",
            Self::Flag => "flag",
        }
    }
}

/// One value as shown, secrets hidden.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The key.
    pub key: &'static str,
    /// The value, a password replaced by `•••`.
    pub value: String,
    /// Where it came from.
    pub origin: Origin,
}

/// What fits where a value does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Expected {
    /// Where to listen.
    #[error("ADDRESS:PORT")]
    Address,
    /// A whole number.
    #[error("a whole number")]
    Number,
    /// A yes or no.
    #[error("true or false")]
    Flag,
    /// A database.
    #[error("sqlite:PATH or postgres://…")]
    Database,
    /// A bucket.
    #[error("s3://BUCKET or s3://BUCKET/PREFIX")]
    Bucket,
    /// An address of the web.
    #[error("https://…")]
    Web,
    /// A shape of the log.
    #[error("text or json")]
    LogFormat,
}

/// A setting that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// No such key.
    #[error("there is no setting “{0}”; run `sen config` for the list")]
    UnknownKey(String),
    /// The value does not fit.
    #[error("the setting “{key}” cannot be “{value}”: expected {expected}")]
    BadValue {
        /// The key.
        key: &'static str,
        /// The value as given.
        value: String,
        /// What fits.
        expected: Expected,
    },
    /// The file is no TOML or not readable.
    #[error("the settings file cannot be read: {0}")]
    File(String),
}

// Shown instead of what nobody may read.
pub(super) const HIDDEN: &str = "•••";

const SECRET: &str = "files_secret";

// Key and default.
const KEYS: &[(&str, &str)] = &[
    ("data", "./data"),
    ("listen", "127.0.0.1:8080"),
    ("database", ""),
    ("trace", ""),
    ("files", ""),
    ("files_endpoint", ""),
    ("files_region", "us-east-1"),
    ("files_key_id", ""),
    ("files_secret", ""),
    ("public_url", "http://127.0.0.1:8080"),
    ("hotline", "0277 000 0000"),
    ("working_hours", "07:30-11:30,13:30-17:00"),
    ("locality", "Đồng Tháp"),
    ("home_place", "82"),
    ("upload_megabytes", "20"),
    ("upload_pages", "300"),
    ("log_format", "text"),
    ("session_seconds", "28800"),
    ("secure_cookies", "false"),
    ("private_webhooks", ""),
    ("trace_events_a_day", "10000000"),
    ("province_header", ""),
];

/// Values by key, before they are parsed.
#[derive(Clone)]
pub struct Settings(BTreeMap<&'static str, (String, Origin)>);

impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.shown()).finish()
    }
}

impl Settings {
    /// The built-in values.
    pub fn defaults() -> Self {
        Self(KEYS.iter().map(|(key, value)| (*key, ((*value).to_owned(), Origin::Default))).collect())
    }

    /// Sets a key of the list, unless something stronger has set it already: the order of reading does not matter.
    pub fn set(&mut self, key: &'static str, value: String, origin: Origin) {
        if self.0.get(key).is_none_or(|(_, held)| *held <= origin) {
            self.0.insert(key, (value, origin));
        }
    }

    /// The data folder, before every value is parsed.
    pub fn data(&self) -> PathBuf {
        PathBuf::from(self.text("data"))
    }

    /// Reads the text of a settings file.
    ///
    /// # Errors
    /// Not TOML, or an unknown key.
    pub fn read_file_text(&mut self, text: &str) -> Result<(), ConfigError> {
        let table: toml::Table =
            text.parse().map_err(|e: toml::de::Error| ConfigError::File(e.to_string()))?;
        for (key, value) in table {
            let known = KEYS.iter().find(|(k, _)| **k == key).ok_or(ConfigError::UnknownKey(key.clone()))?.0;
            let value = match value {
                toml::Value::String(text) => text,
                other => other.to_string(),
            };
            self.set(known, value, Origin::File);
        }
        Ok(())
    }

    /// Reads `SEN_<KEY>` variables; an unknown one is refused.
    ///
    /// # Errors
    /// An unknown key.
    pub fn read_environment(
        &mut self,
        vars: impl Iterator<Item = (String, String)>,
    ) -> Result<(), ConfigError> {
        for (name, value) in vars {
            let Some(rest) = name.strip_prefix("SEN_") else { continue };
            // Tests name their servers in the same style; they are no settings of the program.
            if rest.starts_with("TEST_") {
                continue;
            }
            let key = rest.to_lowercase();
            let known = KEYS.iter().find(|(k, _)| **k == key).ok_or(ConfigError::UnknownKey(name.clone()))?.0;
            self.set(known, value, Origin::Environment);
        }
        Ok(())
    }

    /// What `sen config` prints.
    pub fn shown(&self) -> impl Iterator<Item = Setting> + '_ {
        self.0.iter().map(|(key, (value, origin))| Setting {
            key,
            value: if *key == SECRET { hide_secret(value) } else { hide_password(value) },
            origin: *origin,
        })
    }

    fn text(&self, key: &'static str) -> String {
        self.0.get(key).map(|(value, _)| value.clone()).unwrap_or_default()
    }

    fn parsed<T: FromStr>(&self, key: &'static str, expected: Expected) -> Result<T, ConfigError> {
        let value = self.text(key);
        value.parse().map_err(|_| ConfigError::BadValue { key, value, expected })
    }

    // An empty address means a SQLite file in the data folder.
    fn address(&self, key: &'static str, data: &Path, file: &str) -> Result<String, ConfigError> {
        let value = self.text(key);
        if value.is_empty() {
            return Ok(format!("sqlite:{}", data.join(file).display()));
        }
        if ["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| value.starts_with(scheme)) {
            return Ok(value);
        }
        Err(ConfigError::BadValue { key, value: hide_password(&value), expected: Expected::Database })
    }

    // An empty address means the data folder.
    fn files(&self) -> Result<FileStore, ConfigError> {
        let value = self.text("files");
        if value.is_empty() {
            return Ok(FileStore::Folder);
        }
        let place = value.strip_prefix("s3://").unwrap_or_default();
        let (name, prefix) = place.split_once('/').unwrap_or((place, ""));
        if name.is_empty() {
            return Err(ConfigError::BadValue { key: "files", value, expected: Expected::Bucket });
        }
        let endpoint = self.text("files_endpoint");
        if !endpoint.is_empty() && !["https://", "http://"].iter().any(|scheme| endpoint.starts_with(scheme))
        {
            let (key, expected) = ("files_endpoint", Expected::Web);
            return Err(ConfigError::BadValue { key, value: endpoint, expected });
        }
        Ok(FileStore::Bucket(Bucket {
            name: name.to_owned(),
            prefix: prefix.trim_matches('/').to_owned(),
            endpoint: (!endpoint.is_empty()).then_some(endpoint),
            region: self.text("files_region"),
            key_id: self.text("files_key_id"),
            secret: Secret::new(self.text(SECRET)),
        }))
    }

    // Where nobody outside can reach this installation, it is being tried out, and so are its webhooks.
    fn private_webhooks(&self) -> Result<bool, ConfigError> {
        if !self.text("private_webhooks").is_empty() {
            return self.parsed("private_webhooks", Expected::Flag);
        }
        let public_url = self.text("public_url");
        let host = public_url.split_once("://").map_or("", |(_, rest)| rest);
        Ok(["127.0.0.1", "localhost", "[::1]"].iter().any(|loopback| {
            host.strip_prefix(loopback).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
        }))
    }

    /// Parses every value.
    ///
    /// # Errors
    /// The first value that does not fit, by its name.
    pub fn build(self) -> Result<Config, ConfigError> {
        let data = self.data();
        let database = self.address("database", &data, "sen.db")?;
        let trace = self.address("trace", &data, "trace.db")?;
        let files = self.files()?;
        let log_format = self.text("log_format");
        if !["text", "json"].contains(&log_format.as_str()) {
            let (key, expected) = ("log_format", Expected::LogFormat);
            return Err(ConfigError::BadValue { key, value: log_format, expected });
        }
        Ok(Config {
            listen: self.parsed("listen", Expected::Address)?,
            public_url: self.text("public_url").trim_end_matches('/').to_owned(),
            hotline: self.text("hotline"),
            working_hours: self.text("working_hours"),
            locality: self.text("locality"),
            home_place: self.text("home_place"),
            upload_megabytes: self.parsed("upload_megabytes", Expected::Number)?,
            upload_pages: self.parsed("upload_pages", Expected::Number)?,
            session_seconds: self.parsed("session_seconds", Expected::Number)?,
            secure_cookies: self.parsed("secure_cookies", Expected::Flag)?,
            private_webhooks: self.private_webhooks()?,
            trace_events_a_day: self.parsed("trace_events_a_day", Expected::Number)?,
            province_header: self.text("province_header").to_ascii_lowercase(),
            data,
            database,
            trace,
            files,
            log_format,
            settings: self,
        })
    }
}

fn hide_secret(value: &str) -> String {
    if value.is_empty() { String::new() } else { HIDDEN.to_owned() }
}

// postgres://user:password@host → postgres://user:•••@host
pub(super) fn hide_password(value: &str) -> String {
    let Some((scheme, rest)) = value.split_once("://") else { return value.to_owned() };
    match rest.split_once('@').and_then(|(login, host)| login.split_once(':').map(|(user, _)| (user, host))) {
        Some((user, host)) => format!("{scheme}://{user}:{HIDDEN}@{host}"),
        None => value.to_owned(),
    }
}
