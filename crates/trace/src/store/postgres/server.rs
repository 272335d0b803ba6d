//! Where the server is, and whether the way to it is closed to others.

use std::time::Duration;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres::config::SslMode;
use tokio_postgres::tls::MakeTlsConnect;
use tokio_postgres::{Client, Config, NoTls, Socket};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::link::told;
use crate::store::{Result, StoreError};

/// How long a connection may take to come.
const PATIENCE: Duration = Duration::from_secs(5);
/// After so long without a sign, a connection is gone.
const SILENCE: Duration = Duration::from_secs(20);

/// A server.
#[derive(Clone)]
pub(super) struct Server {
    config: Config,
    tls: Option<MakeRustlsConnect>,
}

impl Server {
    /// Of an address. `sslmode=require`, `verify-ca` and `verify-full` all mean TLS with a certificate that is proved, by
    /// the file `sslrootcert` names, else by the machine's roots; anything else means a plain connection.
    ///
    /// # Errors
    /// [`StoreError::Address`].
    pub(super) fn at(address: &str) -> Result<Self> {
        let wrong = || StoreError::Address(crate::store::shown(address));
        let (front, query) = address.split_once('?').unwrap_or((address, ""));
        let (mut secure, mut roots, mut rest) = (false, None, Vec::new());
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            match pair.split_once('=') {
                Some(("sslmode", mode)) => secure = ["require", "verify-ca", "verify-full"].contains(&mode),
                Some(("sslrootcert", path)) => roots = Some(decoded(path)),
                _ => rest.push(pair),
            }
        }
        let plain = if rest.is_empty() { front.to_owned() } else { format!("{front}?{}", rest.join("&")) };
        let mut config: Config = plain.parse().map_err(|_| wrong())?;
        config.application_name("sen trace").tcp_user_timeout(SILENCE).keepalives_idle(SILENCE);
        config.ssl_mode(if secure { SslMode::Require } else { SslMode::Disable });
        let tls = if secure { Some(tls(roots.as_deref()).ok_or_else(wrong)?) } else { None };
        Ok(Self { config, tls })
    }

    /// A connection, driven by a task of its own until it ends.
    ///
    /// # Errors
    /// [`StoreError::Away`].
    pub(super) async fn connect(&self) -> Result<Client> {
        match &self.tls {
            Some(tls) => connect(&self.config, tls.clone()).await,
            None => connect(&self.config, NoTls).await,
        }
    }
}

async fn connect<T>(config: &Config, tls: T) -> Result<Client>
where
    T: MakeTlsConnect<Socket>,
    T::TlsConnect: Send,
    T::Stream: Send + 'static,
    <T::TlsConnect as tokio_postgres::tls::TlsConnect<Socket>>::Future: Send,
{
    let away = |error: tokio_postgres::Error| StoreError::Away(told(&error));
    let connecting = tokio::time::timeout(PATIENCE, config.connect(tls)).await;
    let (client, connection) =
        connecting.map_err(|_| StoreError::Away("no answer".to_owned()))?.map_err(away)?;
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection to the event store ended");
        }
    });
    Ok(client)
}

// None where there are no roots.
fn tls(file: Option<&str>) -> Option<MakeRustlsConnect> {
    // Refused only where it is installed already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let Some(file) = file else {
        return MakeRustlsConnect::with_native_certs().ok().map(|(tls, _)| tls);
    };
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(CertificateDer::pem_file_iter(file).ok()?.filter_map(|one| one.ok()));
    let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    Some(MakeRustlsConnect::new(config))
}

fn decoded(value: &str) -> String {
    let pair = format!("v={}", value.replace('+', "%2B"));
    form_urlencoded::parse(pair.as_bytes()).next().map(|(_, value)| value.into_owned()).unwrap_or_default()
}
