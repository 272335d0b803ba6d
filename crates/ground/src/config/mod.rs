//! Settings: one typed struct from defaults ← file ← environment ← flags; a wrong key or value is refused at start
//! by its name.

mod bucket;
mod load;

use std::net::SocketAddr;
use std::path::PathBuf;

pub use bucket::{Bucket, FileStore, Secret};
pub use load::{ConfigError, Expected, Origin, Setting, Settings};

/// The settings in force.
#[derive(Clone, Debug)]
pub struct Config {
    /// The folder of the databases, the files and the keys.
    pub data: PathBuf,
    /// The address to listen on.
    pub listen: SocketAddr,
    /// The records database: `sqlite:PATH` or `postgres://…`.
    pub database: String,
    /// The event repository's database: `sqlite:PATH` or `postgres://…`.
    pub trace: String,
    /// Where the contents of files lie.
    pub files: FileStore,
    /// The address people reach this installation at; printed into QR codes.
    pub public_url: String,
    /// The hotline shown on every page.
    pub hotline: String,
    /// Working hours, `HH:MM-HH:MM` a half-day, separated by commas, Monday to Friday.
    pub working_hours: String,
    /// The name under the brand.
    pub locality: String,
    /// The code of the place this installation serves.
    pub home_place: String,
    /// Largest upload in megabytes.
    pub upload_megabytes: u64,
    /// Most pages of one paper.
    pub upload_pages: u32,
    /// Log lines as `text` or `json`.
    pub log_format: String,
    /// Seconds a session lives without use.
    pub session_seconds: u32,
    /// Whether cookies travel over TLS only.
    pub secure_cookies: bool,
    /// Whether webhooks may go to addresses of the machine and of private networks.
    pub private_webhooks: bool,
    /// Most events that a party captures in a day.
    pub trace_events_a_day: u64,
    /// The header by which the reverse proxy says from which province a visitor comes, by its two-digit code; empty
    /// where none does.
    pub province_header: String,
    /// Each value with where it came from, for `sen config`.
    pub settings: Settings,
}

impl Config {
    /// A configuration for a data folder with everything else by default.
    pub fn in_folder(data: impl Into<PathBuf>) -> Self {
        let mut settings = Settings::defaults();
        settings.set("data", data.into().display().to_string(), Origin::Flag);
        settings.build().unwrap_or_else(|error| unreachable_default(&error))
    }

    /// The records database as people may read it: a password is replaced by `•••`.
    pub fn database_shown(&self) -> String {
        load::hide_password(&self.database)
    }

    /// The event store's address without its password.
    pub fn trace_shown(&self) -> String {
        load::hide_password(&self.trace)
    }

    /// Where the SQLite file or the files of the installation lie.
    pub fn path(&self, name: &str) -> PathBuf {
        self.data.join(name)
    }
}

// The defaults are constants of this crate, proved by the tests below.
fn unreachable_default(error: &ConfigError) -> Config {
    panic!("the built-in defaults do not build: {error}")
}

#[cfg(test)]
mod tests {
    use super::{Config, FileStore, Origin, Settings};

    #[test]
    fn the_defaults_build() {
        let config = Config::in_folder("/tmp/x");
        assert_eq!(config.database, "sqlite:/tmp/x/sen.db");
        assert_eq!(config.listen.port(), 8080);
    }

    #[test]
    fn a_wrong_value_is_refused_by_its_name() {
        let mut settings = Settings::defaults();
        settings.set("listen", "nowhere".into(), Origin::Flag);
        let error = settings.build().unwrap_err().to_string();
        assert!(error.contains("listen") && error.contains("nowhere"), "{error}");
    }

    #[test]
    fn an_unknown_key_in_the_file_is_refused_by_its_name() {
        let mut settings = Settings::defaults();
        let error = settings.read_file_text("lissten = \"127.0.0.1:1\"").unwrap_err().to_string();
        assert!(error.contains("lissten"), "{error}");
    }

    #[test]
    fn a_bucket_is_read_and_its_secret_is_not_shown() {
        let mut settings = Settings::defaults();
        settings.set("files", "s3://ocop/dong-thap/".into(), Origin::File);
        settings.set("files_endpoint", "https://s3.example".into(), Origin::File);
        settings.set("files_secret", "very secret".into(), Origin::Environment);
        assert!(settings.shown().all(|s| !s.value.contains("very secret")));
        let config = settings.build().unwrap();
        assert!(!format!("{config:?}").contains("very secret"));
        let FileStore::Bucket(bucket) = config.files else { panic!("no bucket") };
        assert_eq!((bucket.name.as_str(), bucket.prefix.as_str()), ("ocop", "dong-thap"));
    }

    #[test]
    fn an_address_of_files_that_is_no_bucket_is_refused_by_its_name() {
        for wrong in ["ftp://ocop", "s3://", "s3:///x", "/srv/files"] {
            let mut settings = Settings::defaults();
            settings.set("files", wrong.into(), Origin::Flag);
            let error = settings.build().unwrap_err().to_string();
            assert!(error.contains("files") && error.contains(wrong), "{error}");
        }
    }

    #[test]
    fn webhooks_stay_in_public_networks_once_the_installation_is_public() {
        let at = |public_url: &str, private: &str| {
            let mut settings = Settings::defaults();
            settings.set("public_url", public_url.into(), Origin::File);
            settings.set("private_webhooks", private.into(), Origin::File);
            settings.build().unwrap().private_webhooks
        };
        assert!(at("http://127.0.0.1:8080", "") && at("http://localhost", "") && at("http://[::1]:80/", ""));
        assert!(!at("https://ocop.example", "") && !at("https://localhost.example", ""));
        assert!(at("https://ocop.example", "true") && !at("http://localhost", "false"));
    }

    #[test]
    fn a_password_in_an_address_is_not_shown() {
        let mut settings = Settings::defaults();
        settings.set("database", "postgres://sen:secret@db/sen".into(), Origin::Environment);
        assert!(settings.shown().all(|s| !s.value.contains("secret")));
    }
}
