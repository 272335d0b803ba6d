//! Taking a file in: streamed to disk, measured, typed by content, then stored under its hash.

use std::path::PathBuf;

use bytes::Bytes;
use futures::{Stream, StreamExt};
use object_store::ObjectStoreExt;
use object_store::PutPayload;
use sha2::{Digest, Sha256};
use tokio::io::AsyncWriteExt;

use super::{FileHash, FileKind, Files, content};
use crate::{FieldProblem, Instant, Refusal, RefusalKind, Result};

/// Most pixels of one image; a bomb of a few kilobytes can otherwise unfold into gigabytes.
pub(super) const IMAGE_PIXELS: u64 = 60_000_000;

/// After so long a partial file is of no upload under way, in this process or another.
const BROKEN_OFF_SECONDS: i64 = 86_400;

/// Limits of one upload.
#[derive(Clone, Copy, Debug)]
pub struct Incoming {
    /// The form's field, named in refusals.
    pub field: &'static str,
    /// Most bytes.
    pub bytes: u64,
    /// Most pages of a PDF.
    pub pages: u32,
}

/// A file that was taken in and is on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// SHA-256 of the content.
    pub hash: FileHash,
    /// The kind by content.
    pub kind: FileKind,
    /// Size.
    pub bytes: i64,
    /// Pages; 1 for an image.
    pub pages: i32,
}

// Removes the partial file when an upload ends early.
struct Partial(PathBuf);

impl Drop for Partial {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_file(&self.0)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::warn!(%error, "removing a partial upload");
        }
    }
}

impl Files {
    /// Removes what uploads left that a kill or a power cut broke off long ago; those under way are younger.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub(crate) fn clear_broken_off(&self, now: Instant) -> std::io::Result<()> {
        for partial in std::fs::read_dir(&self.incoming)? {
            let partial = partial?;
            let written = partial.metadata()?.modified()?.duration_since(std::time::UNIX_EPOCH);
            let written = written.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX));
            if now.micros() / 1_000_000 - written > BROKEN_OFF_SECONDS {
                drop(Partial(partial.path()));
            }
        }
        Ok(())
    }

    /// Takes a stream in. The content is on disk before this returns.
    ///
    /// # Errors
    /// `file-too-large`, `file-kind`, `file-broken`, `file-too-many-pages`, `file-empty` at the field.
    pub async fn receive<E: std::fmt::Display>(
        &self,
        mut parts: impl Stream<Item = std::result::Result<Bytes, E>> + Unpin,
        limits: Incoming,
        name: uuid::Uuid,
    ) -> Result<Received> {
        let partial = Partial(self.incoming.join(name.to_string()));
        let mut file = tokio::fs::File::create(&partial.0).await.map_err(Refusal::unexpected)?;
        let mut digest = Sha256::new();
        let mut bytes = 0_u64;
        while let Some(part) = parts.next().await {
            let part =
                part.map_err(|fault| Refusal { cause: Some(fault.to_string()), ..broken_off(limits.field) })?;
            bytes += part.len() as u64;
            if bytes > limits.bytes {
                let problem = FieldProblem::new(limits.field, "file-too-large")
                    .with("megabytes", limits.bytes / 1_000_000);
                return Err(Refusal { kind: RefusalKind::TooLarge, ..Refusal::invalid(vec![problem]) });
            }
            digest.update(&part);
            file.write_all(&part).await.map_err(Refusal::unexpected)?;
        }
        file.flush().await.map_err(Refusal::unexpected)?;
        drop(file);
        if bytes == 0 {
            return Err(Refusal::field(limits.field, "file-empty"));
        }
        let hash = FileHash::of_digest(&digest.finalize());
        let whole = tokio::fs::read(&partial.0).await.map_err(Refusal::unexpected)?;
        self.keep(whole, hash, limits).await
    }

    async fn keep(&self, whole: Vec<u8>, hash: FileHash, limits: Incoming) -> Result<Received> {
        let Some(kind) = FileKind::of_content(&whole) else {
            return Err(Refusal::field(limits.field, "file-kind"));
        };
        let bytes = i64::try_from(whole.len()).unwrap_or(i64::MAX);
        let whole = Bytes::from(whole);
        let looked_at = whole.clone();
        let pages = tokio::task::spawn_blocking(move || pages(kind, &looked_at))
            .await
            .map_err(Refusal::unexpected)?
            .ok_or_else(|| Refusal::field(limits.field, "file-broken"))?;
        if pages > limits.pages {
            let problem = FieldProblem::new(limits.field, "file-too-many-pages").with("pages", limits.pages);
            return Err(Refusal::invalid(vec![problem]));
        }
        self.store.put(&content(&hash), PutPayload::from_bytes(whole)).await?;
        Ok(Received { hash, kind, bytes, pages: i32::try_from(pages).unwrap_or(i32::MAX) })
    }
}

fn broken_off(field: &'static str) -> Refusal {
    Refusal::field(field, "file-broken-off")
}

// None when the content does not open as what it says it is.
fn pages(kind: FileKind, whole: &Bytes) -> Option<u32> {
    if kind == FileKind::Pdf {
        let pdf = hayro::hayro_syntax::Pdf::new(whole.to_vec()).ok()?;
        return u32::try_from(pdf.pages().len()).ok().filter(|pages| *pages > 0);
    }
    let reader = image::ImageReader::new(std::io::Cursor::new(whole)).with_guessed_format().ok()?;
    let (width, height) = reader.into_dimensions().ok()?;
    let fits = u64::from(width) * u64::from(height) <= IMAGE_PIXELS && width > 0 && height > 0;
    // A head without its picture would be kept and never be seen.
    (fits && super::preview::decode(whole).is_ok()).then_some(1)
}
