//! The papers a producer cites on a criterion, as they stand beside its options.

use ground::Result;
use ocop::CriterionId;
use web::Here;
use web::parts::Evidence;

use crate::case_file::CaseFile;

/// The page the cited paper opens at.
#[derive(serde::Serialize)]
pub(super) struct Paper {
    pub(super) title: String,
    pub(super) detail: String,
    pub(super) href: String,
    pub(super) image: String,
}

/// The first cited paper that has a page to show, and all of them as a list.
///
/// # Errors
/// The records are away.
pub(super) async fn papers(
    here: &Here,
    case: &CaseFile,
    criterion: &CriterionId,
) -> Result<(Option<Paper>, Vec<Evidence>)> {
    let cited = crate::outside::cited(&here.reader(), case, criterion).await?;
    let detail = |paper: &dossier::self_assessment::CitedPaper| {
        let args = [("code", paper.code.clone()), ("page", paper.first_page.to_string())];
        let line = here.app.words.text(here.lang, "marking-paper", &args);
        paper.note.as_ref().map_or(line.clone(), |note| format!("{line} · {note}"))
    };
    let first = cited.iter().find(|paper| paper.file.is_some()).map(|paper| Paper {
        title: paper.title.clone(),
        detail: detail(paper),
        href: format!("/papers/{}", paper.paper_id),
        image: format!("/papers/{}/pages/{}", paper.paper_id, paper.first_page),
    });
    let also = cited.iter().map(|paper| Evidence {
        href: Some(format!("/papers/{}", paper.paper_id)),
        title: paper.title.clone(),
        detail: detail(paper),
        missing: paper.withdrawn_at.is_some(),
    });
    Ok((first, also.collect()))
}
