//! For the tests of rooms above: applications at any point of their way, papers, the cast of the procedure.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be made is a failed test")]

use bytes::Bytes;
use ground::files::Incoming;
use ground::testing::{Bed, system};
use ground::{Actor, Day, Role};
use register::place::{Level, Place};
use register::producer::Producer;
use register::product::Product;
use web::Uploaded;

use crate::application::{self, Application, ApplicationId, Kind, NewApplication, Seen};
use crate::paper::{self, NewPaper, PaperId};
use crate::procedure::{self, Forwarded};
use crate::self_assessment::{self, Marked, NewCitation, Wanted};

/// Everyone a dossier meets on its way, with the product it is about.
#[derive(Clone, Debug)]
pub struct Cast {
    /// The commune.
    pub commune: Place,
    /// The province.
    pub province: Place,
    /// The producer.
    pub producer: Producer,
    /// Sa Đéc Tửu, set 14.
    pub product: Product,
    /// The producer's owner.
    pub owner: Actor,
    /// A volunteer to whom the producer gave consent.
    pub helper: Actor,
    /// The officer of the commune.
    pub officer: Actor,
    /// The officer of the province.
    pub unit: Actor,
    /// A member of the advisory team.
    pub adviser: Actor,
    /// A member of the council.
    pub member: Actor,
}

/// The cast around Sa Đéc Tửu.
pub async fn cast(bed: &Bed) -> Cast {
    let commune = register::testing::commune(bed, "Phường Sa Đéc").await;
    let chain = register::place::chain(&bed.ground.reader(), commune.id).await.unwrap();
    let province = chain.iter().find(|place| place.level() == Level::Province).unwrap().clone();
    let producer = register::testing::producer(bed, &commune, "HTX nông nghiệp Tân Tây").await;
    let product = register::testing::product(bed, &producer, 14, "Sa Đéc Tửu").await;
    let place = |role, place: &Place| (role, place.id);
    let person = async |(role, place), name: &str| people::testing::holder(bed, role, place, name).await;
    Cast {
        owner: people::testing::owner(bed, producer.id, "Lê Văn Tửu").await,
        helper: helper(bed, &producer).await,
        officer: person(place(Role::Officer, &commune), "Lê Hồng Vân").await,
        unit: person(place(Role::Officer, &province), "Trần Minh Phúc").await,
        adviser: person(place(Role::Advisory, &province), "Ngô Thị Tư").await,
        member: person(place(Role::CouncilMember, &province), "Phạm Văn Hội").await,
        commune,
        province,
        producer,
        product,
    }
}

/// A volunteer who acts for a producer by consent.
pub async fn helper(bed: &Bed, producer: &Producer) -> Actor {
    let volunteer = people::testing::volunteer(bed, producer.place_id, "Đoàn Thị Hai").await;
    let today = bed.ground.clock.today();
    let places = register::place::scope(&bed.ground.reader(), producer.place_id, today).await.unwrap();
    people::testing::consent(bed, &volunteer, producer.id, &producer.name, &places).await;
    people::testing::again(bed, &volunteer).await
}

/// An application as an actor sees it now.
pub async fn seen(bed: &Bed, actor: &Actor, id: ApplicationId) -> Seen {
    application::see(&bed.ground, &bed.ground.reader(), actor, id).await.unwrap()
}

/// A first application, blank.
pub async fn draft(bed: &Bed, cast: &Cast) -> Application {
    let new = NewApplication { product: cast.product.id, kind: Kind::First };
    application::open(&bed.ground, &cast.owner, new).await.unwrap()
}

/// Marks every criterion with its best option, as far as it applies.
pub async fn mark_all(bed: &Bed, actor: &Actor, id: ApplicationId) {
    let seen = seen(bed, actor, id).await;
    let rules = bed.ground.rules.clone();
    let (_, sheet) = self_assessment::sheet_of(&rules, &seen.application).unwrap();
    let mut wanted = Wanted::default();
    for criterion in sheet.criteria() {
        let case = criterion.options.first().and_then(|option| option.case);
        let points = criterion.options_of(case).map(|option| option.points).max().unwrap();
        wanted.marks.insert(criterion.id.to_string(), Some(ocop::Mark { case, points }));
    }
    let marked = self_assessment::mark(&bed.ground, actor, &seen, seen.application.version, wanted).await.unwrap();
    assert!(matches!(marked, Marked::Saved(_)));
}

/// Filed with the commune.
pub async fn submitted(bed: &Bed, cast: &Cast) -> Application {
    let application = draft(bed, cast).await;
    mark_all(bed, &cast.owner, application.id).await;
    let seen = seen(bed, &cast.owner, application.id).await;
    procedure::submit(&bed.ground, &cast.owner, &seen, &[]).await.unwrap()
}

/// Taken in by the commune, with its number.
pub async fn received(bed: &Bed, cast: &Cast) -> Application {
    let application = submitted(bed, cast).await;
    let seen = seen(bed, &cast.officer, application.id).await;
    procedure::receive(&bed.ground, &cast.officer, &seen).await.unwrap()
}

/// Sent up by the commune with its report.
pub async fn forwarded(bed: &Bed, cast: &Cast) -> Application {
    let application = received(bed, cast).await;
    let seen = seen(bed, &cast.officer, application.id).await;
    screen_all(bed, &cast.officer, &seen).await;
    let with = Forwarded {
        number: Some(86),
        issued_on: bed.ground.clock.today(),
        signer: Some("Nguyễn Văn Chủ".to_owned()),
        samples: Some(5),
    };
    procedure::forward(&bed.ground, &cast.officer, &seen, with).await.unwrap()
}

/// Writes a finding on every matter of the commune.
pub async fn screen_all(bed: &Bed, officer: &Actor, seen: &Seen) {
    let variant = application::variant(&bed.ground.rules, &seen.application).unwrap();
    let matters = variant.steps.iter().find(|step| step.actor == "commune").map_or(0, |step| step.judges.len());
    let found = (0..i32::try_from(matters).unwrap()).map(|n| (n, None, format!("Đã kiểm tra nội dung {n}."))).collect();
    procedure::screen(&bed.ground, officer, seen, found).await.unwrap();
}

/// Taken in by the province: before the advisory team.
pub async fn accepted(bed: &Bed, cast: &Cast) -> Application {
    let application = forwarded(bed, cast).await;
    let seen = seen(bed, &cast.unit, application.id).await;
    procedure::accept(&bed.ground, &cast.unit, &seen).await.unwrap()
}

/// Ready for a council, in one call.
pub async fn ready_for_council(bed: &Bed, cast: &Cast) -> Application {
    let application = accepted(bed, cast).await;
    let seen = seen(bed, &cast.adviser, application.id).await;
    procedure::report(&bed.ground, &cast.adviser, &seen, "Đề nghị Hội đồng đánh giá.".to_owned()).await.unwrap()
}

/// Another product of the same producer, ready for a council.
pub async fn another_ready(bed: &Bed, cast: &Cast, set: i32, name: &str) -> Application {
    let product = register::testing::product(bed, &cast.producer, set, name).await;
    ready_for_council(bed, &Cast { product, ..cast.clone() }).await
}

/// A PDF of one page with a text in it; other texts make other files.
pub fn pdf(text: &str) -> Vec<u8> {
    let content = format!("BT /F1 24 Tf 72 720 Td ({text}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (n, object) in (1..).zip(&objects) {
        places.push(file.len());
        file.push_str(&format!("{n} 0 obj\n{object}\nendobj\n"));
    }
    let table = file.len();
    file.push_str("xref\n0 6\n0000000000 65535 f \n");
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    file.push_str(&format!("trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
    file.into_bytes()
}

/// A paper of a producer's vault.
pub async fn paper(bed: &Bed, producer: &Producer, code: &str, content: &[u8], expires_on: Option<Day>) -> PaperId {
    let vault = application::vault(&bed.ground.reader(), producer, bed.ground.clock.today()).await.unwrap();
    let limits = Incoming { field: "file", bytes: 10_000_000, pages: 100 };
    let parts = futures::stream::iter([Ok::<_, std::io::Error>(Bytes::copy_from_slice(content))]);
    let file = bed.ground.files.receive(parts, limits, bed.ground.clock.new_id()).await.unwrap();
    let uploaded = [Uploaded { name: "giay.pdf".to_owned(), file }];
    let new = NewPaper {
        code: code.to_owned(),
        title: format!("Giấy {code}"),
        number: None,
        issuer: None,
        issued_on: None,
        expires_on,
        note: None,
    };
    paper::add(&bed.ground, &system(), (producer.id, &vault), new, &uploaded).await.unwrap()
}

/// Cites page 1 of a paper for a criterion.
pub async fn cite(bed: &Bed, actor: &Actor, id: ApplicationId, criterion: &str, paper: PaperId) {
    let seen = seen(bed, actor, id).await;
    let new = NewCitation { criterion: criterion.to_owned(), paper, first_page: 1, last_page: 1, note: None };
    self_assessment::cite(&bed.ground, actor, &seen, new).await.unwrap();
}

/// The places of an application, as its resource is made of.
pub async fn places(bed: &Bed, application: &Application) -> Vec<application::ApplicationPlace> {
    application::places_of(&bed.ground.reader(), application.id).await.unwrap()
}
