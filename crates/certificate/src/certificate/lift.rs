//! Lifting a suspension: the certificate holds again.

use axum::extract::Path;
use web::{Answer, Here, Posted};

use super::act::{self, LIFT};
use super::model::CertificateId;

pub(super) async fn show(here: Here, Path(id): Path<CertificateId>) -> Answer {
    act::show(here, id, LIFT).await
}

pub(super) async fn submit(here: Here, Path(id): Path<CertificateId>, Posted(form): Posted) -> Answer {
    act::submit(here, id, LIFT, form).await
}
