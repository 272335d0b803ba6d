//! What this room hears of dossiers.

use dossier::application::{self, ApplicationId, Kind, Stage};
use ground::facts::{Fact, Subscriber};
use ground::{Actor, Ground, RefusalKind, Result};

use super::re_evaluation::{close_re_evaluation, file_re_evaluation};

/// An application for re-evaluation that the producer has filed keeps the certificate alive until it ends.
pub(crate) const DOSSIERS: Subscriber = Subscriber {
    name: "certificate-dossiers",
    kinds: &["StepDone"],
    hear: |ground, fact| Box::pin(step_done(ground, fact)),
};

async fn step_done(ground: Ground, fact: Fact) -> Result<()> {
    let Ok(id) = fact.subject.parse::<ApplicationId>() else { return Ok(()) };
    let application = match application::load(&ground.reader(), id).await {
        Err(refusal) if refusal.kind == RefusalKind::NotFound => return Ok(()),
        found => found?,
    };
    if application.kind != Kind::ReEvaluation {
        return Ok(());
    }
    let system = Actor::system("sen");
    match application.stage {
        Stage::Draft => Ok(()),
        Stage::Closed => close_re_evaluation(&ground, &system, application.product_id, id).await,
        _ => file_re_evaluation(&ground, &system, application.product_id, id).await,
    }
}
