//! Files are taken by content, within limits, and kept once.

use std::time::{Duration, UNIX_EPOCH};

use bytes::Bytes;
use futures::stream;
use ground::files::{FileKind, Files, Incoming, Photo};
use ground::testing::{Bed, system};
use ground::{Clock, Config, Ground, Instant, Resource, both};
use image::{DynamicImage, ImageFormat};

use crate::note::{ROOMS, rules};

pub const LIMITS: Incoming = Incoming { field: "file", bytes: 1_000_000, pages: 3 };

pub fn png() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::new_rgb8(900, 600).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

pub fn parts(bytes: Vec<u8>) -> impl futures::Stream<Item = Result<Bytes, std::io::Error>> + Unpin {
    stream::iter(bytes.chunks(1_000).map(|chunk| Ok(Bytes::copy_from_slice(chunk))).collect::<Vec<_>>())
}

async fn refused(bed: &Bed, bytes: Vec<u8>) -> &'static str {
    let refusal =
        bed.ground.files.receive(parts(bytes), LIMITS, bed.ground.clock.new_id()).await.unwrap_err();
    assert_eq!(refusal.fields[0].field, "file");
    refusal.fields[0].code
}

both!(a_file_is_told_by_its_content_and_kept_once, rules(), ROOMS, async |bed: &Bed| {
    let first = bed.ground.files.receive(parts(png()), LIMITS, bed.ground.clock.new_id()).await.unwrap();
    let again = bed.ground.files.receive(parts(png()), LIMITS, bed.ground.clock.new_id()).await.unwrap();
    assert_eq!((first.kind, &first), (FileKind::Png, &again));
    for received in [&first, &again] {
        let mut change = bed.ground.change(&system(), "write-note", &Resource::installation()).await.unwrap();
        Files::enter(&mut change, received).await.unwrap();
        change.commit().await.unwrap();
    }
    assert_eq!(bed.ground.files.read(&first.hash).await.unwrap(), png());
    let photo = bed.ground.files.photo(&first.hash, Photo::Small).await.unwrap();
    assert_eq!(FileKind::of_content(&photo), Some(FileKind::Jpeg));
});

both!(what_is_no_paper_and_no_photo_is_refused_at_its_field, rules(), ROOMS, async |bed: &Bed| {
    assert_eq!(refused(bed, b"<svg onload=alert(1)>".to_vec()).await, "file-kind");
    assert_eq!(refused(bed, b"%PDF-1.7 and then nothing".to_vec()).await, "file-broken");
    assert_eq!(refused(bed, png()[..60].to_vec()).await, "file-broken");
    assert_eq!(refused(bed, Vec::new()).await, "file-empty");
    assert_eq!(refused(bed, vec![0; 1_000_001]).await, "file-too-large");
});

#[tokio::test]
async fn what_a_kill_left_of_an_upload_is_gone_a_day_later_and_one_under_way_stays() {
    let folder = tempfile::tempdir().unwrap();
    let incoming = folder.path().join("files/incoming");
    std::fs::create_dir_all(&incoming).unwrap();
    let clock = Clock::standing(Instant::from_micros(1_800_000_000_000_000));
    for (name, hours) in [("broken-off", 25), ("under-way", 1)] {
        let file = std::fs::File::create(incoming.join(name)).unwrap();
        let written = UNIX_EPOCH + Duration::from_secs(1_800_000_000 - hours * 3_600);
        file.set_modified(written).unwrap();
    }
    Ground::open(Config::in_folder(folder.path()), clock, rules(), ROOMS).await.unwrap();
    assert!(!incoming.join("broken-off").exists() && incoming.join("under-way").exists());
}
