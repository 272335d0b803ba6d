//! Renditions: a page of a PDF as an image, a photo without its metadata. Made once, then kept beside the content.

use std::io::Cursor;

use bytes::Bytes;
use hayro::hayro_interpret::InterpreterSettings;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageReader, Limits, RgbaImage};
use object_store::path::Path;
use object_store::{ObjectStoreExt, PutPayload};

use super::{FileHash, FileKind, FileRow, Files};
use crate::{Refusal, Result};

/// Width of a page as shown on screen, in pixels.
const PAGE_WIDTH: f32 = 1_100.0;
/// Quality of re-encoded images.
const JPEG_QUALITY: u8 = 80;
/// Memory an image may unfold into.
const DECODED_BYTES: u64 = 512 * 1024 * 1024;

/// Sizes of a public photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Photo {
    /// For lists: 400 pixels wide.
    Small,
    /// For a product's page: 1,000 pixels wide.
    Large,
}

impl Photo {
    fn width(self) -> u32 {
        match self {
            Self::Small => 400,
            Self::Large => 1_000,
        }
    }
}

impl Files {
    /// A page (from 1) of a PDF or an image, as JPEG without metadata.
    ///
    /// # Errors
    /// There is no such page, or it cannot be drawn.
    pub async fn page(&self, file: &FileRow, page: u32) -> Result<Bytes> {
        if page == 0 || i64::from(page) > i64::from(file.pages) {
            return Err(Refusal::not_found());
        }
        let kind = file.kind;
        self.rendition(&file.hash, &format!("page-{page}"), move |content| match kind {
            FileKind::Pdf => draw_page(content, page),
            _ => decode(&content),
        })
        .await
    }

    /// A photo for public pages: re-encoded, so that neither place nor device nor anything active travels with it.
    ///
    /// # Errors
    /// The file is no image or cannot be decoded.
    pub async fn photo(&self, hash: &FileHash, size: Photo) -> Result<Bytes> {
        let width = size.width();
        self.rendition(hash, &format!("photo-{width}"), move |content| {
            let image = decode(&content)?;
            Ok(if image.width() > width {
                image.resize(width, u32::MAX, image::imageops::FilterType::Triangle)
            } else {
                image
            })
        })
        .await
    }

    async fn rendition(
        &self,
        hash: &FileHash,
        name: &str,
        draw: impl FnOnce(Bytes) -> Result<DynamicImage> + Send + 'static,
    ) -> Result<Bytes> {
        let text = hash.as_str();
        let place = Path::from_iter(["rendition", &text[0..2], text, name]);
        match self.store.get(&place).await {
            Ok(kept) => return Ok(kept.bytes().await?),
            Err(object_store::Error::NotFound { .. }) => {}
            Err(error) => return Err(error.into()),
        }
        let content = self.read(hash).await?;
        let drawn = tokio::task::spawn_blocking(move || encode(draw(content)?))
            .await
            .map_err(Refusal::unexpected)??;
        self.store.put(&place, PutPayload::from_bytes(drawn.clone())).await?;
        Ok(drawn)
    }
}

pub(super) fn decode(content: &[u8]) -> Result<DynamicImage> {
    let mut reader =
        ImageReader::new(Cursor::new(content)).with_guessed_format().map_err(Refusal::unexpected)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(DECODED_BYTES);
    reader.limits(limits);
    reader.decode().map_err(|_| Refusal::not_found())
}

fn encode(image: DynamicImage) -> Result<Bytes> {
    let mut jpeg = Vec::new();
    let flat = image.to_rgb8();
    JpegEncoder::new_with_quality(&mut jpeg, JPEG_QUALITY)
        .encode_image(&flat)
        .map_err(Refusal::unexpected)?;
    Ok(jpeg.into())
}

fn draw_page(content: Bytes, page: u32) -> Result<DynamicImage> {
    let pdf = hayro::hayro_syntax::Pdf::new(content.to_vec()).map_err(|_| Refusal::not_found())?;
    let pages = pdf.pages();
    let page = pages.get(page as usize - 1).ok_or_else(Refusal::not_found)?;
    let (width, _) = page.render_dimensions();
    let scale = PAGE_WIDTH / width.max(1.0);
    let settings = hayro::RenderSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: hayro::vello_cpu::color::palette::css::WHITE,
        ..hayro::RenderSettings::default()
    };
    let pixmap = hayro::render(page, &hayro::RenderCache::new(), &InterpreterSettings::default(), &settings);
    let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
    let pixels = pixmap.data_as_u8_slice().to_vec();
    let image =
        RgbaImage::from_raw(width, height, pixels).ok_or_else(|| Refusal::unexpected("a page of no size"))?;
    Ok(DynamicImage::ImageRgba8(image))
}
