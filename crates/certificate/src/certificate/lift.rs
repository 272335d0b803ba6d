//! Lifting a suspension: the certificate holds again.

use axum::extract::Path;
use web::{Answer, Here, Posted};

use super::act::{self, Verb};
use super::model::{CertificateId, EventKind};

const VERB: Verb =
    Verb { intent: "lift-certificate", kind: EventKind::Lifted, name: "lift", has_ground: false };

pub(super) async fn show(here: Here, Path(id): Path<CertificateId>) -> Answer {
    act::show(here, id, VERB).await
}

pub(super) async fn submit(here: Here, Path(id): Path<CertificateId>, Posted(form): Posted) -> Answer {
    act::submit(here, id, VERB, form).await
}
