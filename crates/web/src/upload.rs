//! Uploads: fields first, then files, each streamed to disk within its limits.

use axum::extract::multipart::Field;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use ground::files::{Incoming, Received};
use ground::{Refusal, RefusalKind};

use crate::form::prove_token;
use crate::{App, FormData, Here, Stop};

/// Most files of one upload.
const FILES: usize = 50;
/// Most bytes of all typed fields of one upload.
const TYPED_BYTES: usize = 256 * 1024;

/// A form with files, not yet read.
pub struct Upload {
    parts: Multipart,
    here: Here,
}

/// A file that was taken in, with the name it had.
#[derive(Clone, Debug)]
pub struct Uploaded {
    /// The name on the sender's machine, without its folder, cut to 200 characters.
    pub name: String,
    /// The file.
    pub file: Received,
}

impl FromRequest<App> for Upload {
    type Rejection = Stop;

    async fn from_request(request: Request, app: &App) -> Result<Self, Stop> {
        let (parts, body) = request.into_parts();
        let here = Here::of(&parts, app);
        let mut request = Request::from_parts(parts, body);
        // The limits here are per file and per field, and the body is never held whole.
        DefaultBodyLimit::disable().apply(&mut request);
        let parts = Multipart::from_request(request, app)
            .await
            .map_err(|_| Refusal::new(RefusalKind::Invalid, "form-unreadable"))?;
        Ok(Self { parts, here })
    }
}

impl Upload {
    /// Reads the form. Its token must stand before the first file, so that a stranger's file is never stored. The typed
    /// fields are in `data` even when a file is refused, so that the form can be shown again.
    ///
    /// # Errors
    /// The token is not the session's; a file over its limits or of no known kind, at the field.
    pub async fn receive(
        mut self,
        field: &'static str,
        data: &mut FormData,
    ) -> ground::Result<Vec<Uploaded>> {
        let config = &self.here.app.ground.config;
        let limits =
            Incoming { field, bytes: config.upload_megabytes * 1_000_000, pages: config.upload_pages };
        let (mut files, mut left) = (Vec::new(), TYPED_BYTES);
        while let Some(part) =
            self.parts.next_field().await.map_err(|_| Refusal::field(field, "file-broken-off"))?
        {
            let name = part.name().unwrap_or_default().to_owned();
            let Some(file_name) = part.file_name().map(str::to_owned) else {
                data.push(name, typed(part, &mut left).await?);
                continue;
            };
            // A browser sends an empty part for a file that was not chosen.
            if file_name.is_empty() {
                continue;
            }
            prove_token(&self.here, data.get("csrf"))?;
            if files.len() >= FILES {
                return Err(Refusal::field(field, "file-too-many"));
            }
            let ground = &self.here.app.ground;
            let bare = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
            let name: String = bare.chars().take(200).collect();
            let received = ground.files.receive(part, limits, ground.clock.new_id()).await;
            let file = received.map_err(|refusal| of_file(refusal, &name))?;
            files.push(Uploaded { name, file });
        }
        prove_token(&self.here, data.get("csrf"))?;
        Ok(files)
    }

    /// Reads a form with one file of rows (CSV or XLSX) that is looked at and not kept: its name and its bytes.
    ///
    /// # Errors
    /// The token is not the session's; `file-too-large`, `file-empty` at the field.
    pub async fn receive_rows(
        mut self,
        field: &'static str,
        most_bytes: usize,
    ) -> ground::Result<(FormData, String, Vec<u8>)> {
        let broken_off = |_| Refusal::field(field, "file-broken-off");
        let (mut data, mut rows, mut left) = (FormData::default(), None, TYPED_BYTES);
        while let Some(mut part) = self.parts.next_field().await.map_err(broken_off)? {
            let name = part.name().unwrap_or_default().to_owned();
            let Some(file_name) = part.file_name().map(str::to_owned) else {
                data.push(name, typed(part, &mut left).await?);
                continue;
            };
            prove_token(&self.here, data.get("csrf"))?;
            let mut bytes = Vec::new();
            while let Some(chunk) = part.chunk().await.map_err(broken_off)? {
                if bytes.len() + chunk.len() > most_bytes {
                    let problem = ground::FieldProblem::new(field, "file-too-large");
                    return Err(Refusal::invalid(vec![problem.with("megabytes", most_bytes / 1_000_000)]));
                }
                bytes.extend_from_slice(&chunk);
            }
            if !bytes.is_empty() {
                rows = Some((file_name, bytes));
            }
        }
        prove_token(&self.here, data.get("csrf"))?;
        let (name, bytes) = rows.ok_or_else(|| Refusal::field(field, "file-empty"))?;
        Ok((data, name, bytes))
    }
}

// Of several files sent together, the sentence says which is meant.
fn of_file(mut refusal: Refusal, name: &str) -> Refusal {
    for problem in &mut refusal.fields {
        problem.params.push(("name", name.to_owned()));
    }
    refusal
}

/// A typed field, within what is left for all of them.
async fn typed(mut part: Field<'_>, left: &mut usize) -> ground::Result<String> {
    let mut bytes = Vec::new();
    let broken = |_| Refusal::new(RefusalKind::Invalid, "form-unreadable");
    while let Some(chunk) = part.chunk().await.map_err(broken)? {
        *left =
            left.checked_sub(chunk.len()).ok_or_else(|| Refusal::new(RefusalKind::TooLarge, "too-large"))?;
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| Refusal::new(RefusalKind::Invalid, "form-unreadable"))
}
