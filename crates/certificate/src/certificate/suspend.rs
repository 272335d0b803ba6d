//! Suspending: a certificate does not hold until the suspension is lifted.

use axum::extract::Path;
use web::{Answer, Here, Posted};

use super::act::{self, Verb};
use super::model::{CertificateId, EventKind};

const VERB: Verb =
    Verb { intent: "suspend-certificate", kind: EventKind::Suspended, name: "suspend", has_ground: true };

pub(super) async fn show(here: Here, Path(id): Path<CertificateId>) -> Answer {
    act::show(here, id, VERB).await
}

pub(super) async fn submit(here: Here, Path(id): Path<CertificateId>, Posted(form): Posted) -> Answer {
    act::submit(here, id, VERB, form).await
}
