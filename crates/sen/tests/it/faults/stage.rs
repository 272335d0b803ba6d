//! The set-up: a sitting under way whose members mark, and a producer who puts papers in, all by their keys.

use std::collections::BTreeMap;
use std::path::Path;

use council::case_file::{self, CaseFileId};
use council::testing::{convened, council, ready, sheet_of};
use ground::Actor;
use ground::actor::{ProducerId, UserId};
use ground::testing::{Bed, system};
use people::key::{NewKey, READ, WRITE, create};

/// Members who mark.
const MARKERS: usize = 6;

/// One who marks.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub(super) user: UserId,
    pub(super) key: String,
}

/// Everything the callers know.
pub(super) struct Stage {
    bed: Bed,
    pub(super) case: CaseFileId,
    pub(super) members: Vec<Member>,
    /// Criteria with the points that their options give.
    pub(super) criteria: Vec<(String, Vec<u8>)>,
    pub(super) producer: ProducerId,
    pub(super) owner_key: String,
}

impl Stage {
    /// Sets the stage and lets go of the database, so that the program has it alone.
    pub(super) async fn set(bed: Bed) -> Self {
        let places = register::testing::sa_dec(&bed).await;
        let producer = register::testing::producer(&bed, &places.sa_dec, "HTX nông nghiệp Tân Tây").await;
        let product = register::testing::product(&bed, &producer, 14, "Sa Đéc Tửu").await;
        let owner = people::testing::owner(&bed, producer.id, "Nguyễn Văn An").await;
        let application = ready(&bed, product.id).await;
        let cast = council(&bed, &places.province, MARKERS).await;
        let (_, cases) = convened(&bed, &cast, &[application.id]).await;
        case_file::start(&bed.ground, &cast.secretary, cases[0], &BTreeMap::new()).await.unwrap();
        let sheet = sheet_of(&bed, cases[0]).await;
        let options = |criterion: &ocop::Criterion| {
            let points = criterion.options.iter().map(|option| option.points.get());
            (criterion.id.to_string(), points.collect::<Vec<_>>())
        };
        let mut members = Vec::new();
        for marker in cast.markers() {
            members.push(Member { user: marker.user.unwrap(), key: key(&bed, &marker).await });
        }
        let owner_key = key(&bed, &owner).await;
        bed.ground.records.clone().close().await;
        let criteria = sheet.criteria().iter().map(options).collect();
        Self { bed, case: cases[0], members, criteria, producer: producer.id, owner_key }
    }

    pub(super) fn folder(&self) -> &Path {
        self.bed.folder()
    }

    pub(super) fn database(&self) -> &str {
        &self.bed.ground.config.database
    }
}

async fn key(bed: &Bed, whose: &Actor) -> String {
    let scopes = vec![READ.to_owned(), WRITE.to_owned()];
    let new = NewKey { name: whose.name.clone(), scopes, account: whose.user };
    create(&bed.ground, &system(), new).await.unwrap().token
}
