//! Opening the store of contents.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::prefix::PrefixStore;
use object_store::{BackoffConfig, ClientOptions, ObjectStore, RetryConfig};

use crate::Result;
use crate::config::Bucket;

/// A person waits for the answer.
const REQUEST_TIME: Duration = Duration::from_secs(30);
const CONNECT_TIME: Duration = Duration::from_secs(5);
const RETRY_TIME: Duration = Duration::from_secs(10);
const RETRIES: usize = 3;

pub(super) fn folder(folder: &Path) -> Result<Arc<dyn ObjectStore>> {
    Ok(Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true)))
}

pub(super) fn bucket(bucket: &Bucket) -> Result<Arc<dyn ObjectStore>> {
    // Refused only where it is installed already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = ClientOptions::new().with_timeout(REQUEST_TIME).with_connect_timeout(CONNECT_TIME);
    let retry =
        RetryConfig { backoff: BackoffConfig::default(), max_retries: RETRIES, retry_timeout: RETRY_TIME };
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(&bucket.name)
        .with_region(&bucket.region)
        .with_client_options(client)
        .with_retry(retry);
    if let Some(endpoint) = &bucket.endpoint {
        // Plain HTTP only where the operator wrote it.
        builder = builder.with_endpoint(endpoint).with_allow_http(endpoint.starts_with("http://"));
    }
    if !bucket.key_id.is_empty() {
        builder = builder.with_access_key_id(&bucket.key_id).with_secret_access_key(bucket.secret.reveal());
    }
    Ok(Arc::new(PrefixStore::new(builder.build()?, bucket.prefix.as_str())))
}
