//! A council of thirteen at Đồng Tháp, with Sa Đéc Tửu before it.

use council::case_file::CaseFileId;
use council::sitting::SittingId;
use council::testing::{Cast, convened, council, ready};
use ground::testing::Bed;
use ground::{GROUND, Refusal, RefusalKind, Room};
use register::producer::Producer;
use register::testing::{Places, producer, product, sa_dec};

pub const ROOMS: &[Room] = &[GROUND, people::ROOM, register::ROOM, dossier::ROOM, council::ROOM];

pub use ground::testing::rules;

/// Members who mark.
pub const MARKERS: usize = 13;

pub struct Scene {
    pub places: Places,
    pub producer: Producer,
    pub cast: Cast,
    pub sitting: SittingId,
    pub case: CaseFileId,
}

/// A sitting of so many under way, with one product of a set on its agenda.
pub async fn scene_of(bed: &Bed, markers: usize, set: i32) -> Scene {
    let places = sa_dec(bed).await;
    let producer = producer(bed, &places.sa_dec, "HTX nông nghiệp Tân Tây").await;
    let product = product(bed, &producer, set, "Sa Đéc Tửu").await;
    let application = ready(bed, product.id).await;
    let cast = council(bed, &places.province, markers).await;
    let (sitting, cases) = convened(bed, &cast, &[application.id]).await;
    Scene { places, producer, cast, sitting, case: cases[0] }
}

/// The council of thirteen with Sa Đéc Tửu.
pub async fn scene(bed: &Bed) -> Scene {
    scene_of(bed, MARKERS, 14).await
}

/// The code of a refusal, which must be one a person can act on.
pub fn code<T: std::fmt::Debug>(answer: Result<T, Refusal>) -> &'static str {
    let refusal = answer.unwrap_err();
    assert_ne!(refusal.kind, RefusalKind::Unexpected, "{refusal}");
    refusal.fields.first().map_or(refusal.code, |problem| problem.code)
}
