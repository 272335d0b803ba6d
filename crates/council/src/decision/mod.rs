//! A decision: the authority signs what the council's results come to. From here certificates are issued, letters go
//! out, and products with enough points go to the level above.

mod item_row;
mod letter;
mod model;
mod papers;
pub(crate) mod row;
mod send_up;
mod show;
mod sign;
pub(crate) mod store;

use axum::Router;
use axum::routing::{get, post};
use ground::Resource;
use ground::actor::ProducerId;
use num_rational::Ratio;
use web::App;

pub use item_row::{DecisionItemId, Model as DecisionItem};
pub use letter::result_letter;
pub use model::Ruling;
pub use papers::{decision_paper, submission_paper};
pub use row::{DecisionId, Model as Decision};
pub use send_up::send_up;
pub use sign::{NewDecision, sign};
pub use store::{items, load, of_sitting, on_case, recognised};

use crate::subject::{ApplicationId, ProductId};

/// A product that a decision recognises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// The application.
    pub application_id: ApplicationId,
    /// The product.
    pub product_id: ProductId,
    /// Its producer.
    pub producer_id: ProducerId,
    /// The star, 3 to 5.
    pub stars: i32,
    /// The mean as written: `73,18`.
    pub mean: String,
    /// The rule pack.
    pub rules: String,
}

impl DecisionItem {
    /// The exact mean of the totals; 0 without a ballot.
    pub fn mean(&self) -> Ratio<i64> {
        if self.mean_count > 0 { Ratio::new(self.mean_sum, self.mean_count) } else { Ratio::default() }
    }
}

impl Decision {
    /// As other papers cite it: `1850/QĐ-UBND`.
    pub fn cited(&self) -> String {
        format!("{}/{}", self.number, self.symbol)
    }
}

/// A decision as policies see it.
pub fn resource(decision: &Decision, producers: impl IntoIterator<Item = ProducerId>) -> Resource {
    Resource::new("decision", decision.id).text("place", decision.place_id).texts("producers", producers)
}

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/sittings/{id}/decision", get(sign::show).post(sign::post))
        .route("/decisions/{id}", get(show::show))
        .route("/decisions/{id}/send-up", post(send_up::post))
        .route("/decisions/{id}/decision.pdf", get(papers::decision_pdf))
        .route("/decisions/{id}/submission.pdf", get(papers::submission_pdf))
        .route("/cases/{id}/letter.pdf", get(letter::pdf))
        .route("/dossiers/{id}/letter.pdf", get(letter::of_dossier))
}
