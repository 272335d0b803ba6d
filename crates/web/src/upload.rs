//! Uploads: fields first, then files, each streamed to disk within its limits.

use axum::extract::{FromRequest, Multipart, Request};
use ground::files::{Incoming, Received};
use ground::{Refusal, RefusalKind};

use crate::form::prove_token;
use crate::{App, FormData, Here, Stop};

/// Most files of one upload.
const FILES: usize = 50;

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
        let request = Request::from_parts(parts, body);
        let parts = Multipart::from_request(request, app)
            .await
            .map_err(|_| Refusal::new(RefusalKind::Invalid, "form-unreadable"))?;
        Ok(Self { parts, here })
    }
}

impl Upload {
    /// Reads the form. Its token must stand before the first file, so that a stranger's file is never stored.
    ///
    /// # Errors
    /// The token is not the session's; a file over its limits or of no known kind, at the field.
    pub async fn receive(mut self, field: &'static str) -> ground::Result<(FormData, Vec<Uploaded>)> {
        let config = &self.here.app.ground.config;
        let limits =
            Incoming { field, bytes: config.upload_megabytes * 1_000_000, pages: config.upload_pages };
        let (mut data, mut files) = (FormData::default(), Vec::new());
        while let Some(part) =
            self.parts.next_field().await.map_err(|_| Refusal::field(field, "file-broken-off"))?
        {
            let name = part.name().unwrap_or_default().to_owned();
            let Some(file_name) = part.file_name().map(str::to_owned) else {
                let text = part.text().await.map_err(|_| Refusal::new(RefusalKind::TooLarge, "too-large"))?;
                data.push(name, text);
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
            let file = ground.files.receive(part, limits, ground.clock.new_id()).await?;
            let bare = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
            files.push(Uploaded { name: bare.chars().take(200).collect(), file });
        }
        prove_token(&self.here, data.get("csrf"))?;
        Ok((data, files))
    }
}
