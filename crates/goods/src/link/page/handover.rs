//! Leaving: another resolver answers for a trade item (`gs1:handledBy`, GS1-Conformant Resolver 1.2.0, section 2.8);
//! and coming back. Codes that were printed keep their address, and lead there by way of this installation.

use askama::Template;
use axum::extract::Path;
use ground::actor::ProducerId;
use ground::{Actor, FieldProblem, Ground, Refusal, Result};
use people::consent::framed;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde::Serialize;
use web::table::Link as Crumb;
use web::{Answer, Field, FormData, Frame, Here, Posted, Wrong, wrongs};

use super::form::no_href;
use super::{KEEP, crumbs, href, kept, visible};
use crate::item::{TradeItem, TradeItemId};
use crate::link::store::{handed_over, handover};

/// Most bytes of a resolver's root.
const LONGEST_ROOT: usize = 512;

/// To which resolver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOver {
    /// Its root, without a slash at its end.
    pub resolver_root: String,
}

impl HandOver {
    /// Reads a form.
    ///
    /// # Errors
    /// The root is no address of another resolver; the warning was not taken note of.
    pub fn read(public_url: &str, form: &FormData) -> Result<Self> {
        let mut read = form.read();
        let root = read.text("resolver_root", LONGEST_ROOT);
        let root = root.map(|root| root.trim_end_matches('/').to_owned());
        if let Some(code) = root.as_deref().and_then(|root| no_root(root, public_url)) {
            read.problem(FieldProblem::new("resolver_root", code));
        }
        if !read.flag("understood") {
            read.problem(FieldProblem::new("understood", "link-not-understood"));
        }
        read.done(|| Some(Self { resolver_root: root? }))
    }
}

fn no_root(root: &str, public_url: &str) -> Option<&'static str> {
    let host = |url: &str| {
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        rest.split('/').next().unwrap_or_default().to_lowercase()
    };
    if let Some(code) = no_href(root, public_url) {
        return Some(code);
    }
    if root.contains(['?', '#']) {
        return Some("link-not-an-address");
    }
    (host(root) == host(public_url)).then_some("link-leads-back")
}

/// Hands a trade item over; handed over already, it goes to the resolver named now.
///
/// # Errors
/// `not-found`, `not-allowed`.
pub async fn hand_over(
    ground: &Ground,
    actor: &Actor,
    (producer, item): (ProducerId, TradeItemId),
    to: &HandOver,
) -> Result<()> {
    let (item, resource) = visible(ground, actor, producer, item).await?;
    let mut change = ground.change(actor, KEEP, &resource).await?;
    let row = handover::Model {
        trade_item_id: item.id,
        resolver_root: to.resolver_root.clone(),
        since: change.at(),
        by_name: change.by_name().to_owned(),
    };
    let row = row.into_active_model().reset_all();
    match handed_over(&change.reader(), item.id).await? {
        Some(before) => change.update(&before, row).await?,
        None => change.insert(row).await?,
    };
    change.say("item", &item.name);
    change.say("title", &to.resolver_root);
    change.say("step", "handed-over");
    change.commit().await
}

/// Takes a trade item back: this installation answers again.
///
/// # Errors
/// `not-found`, `not-allowed`; `link-not-handed-over`.
pub async fn take_back(
    ground: &Ground,
    actor: &Actor,
    (producer, item): (ProducerId, TradeItemId),
) -> Result<()> {
    let (item, resource) = visible(ground, actor, producer, item).await?;
    let mut change = ground.change(actor, KEEP, &resource).await?;
    let before = handed_over(&change.reader(), item.id).await?;
    let before =
        before.ok_or_else(|| Refusal::wrong_state("link-not-handed-over").with("item", &item.name))?;
    change.say("item", &item.name);
    change.say("title", &before.resolver_root);
    change.say("step", "taken-back");
    change.remove::<handover::ActiveModel>(before).await?;
    change.commit().await
}

/// The form with its warning.
#[derive(Template, Serialize)]
#[template(path = "link/handover.html")]
struct HandoverPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    crumbs: Vec<Crumb>,
    item: String,
    list: String,
    resolver_root: Field,
    understood: Field,
}

fn page(here: &Here, item: &TradeItem, form: &FormData, refusal: Option<&Refusal>) -> HandoverPage {
    let field = |name, label| Field::new(here, name, label, form, refusal);
    let resolver_root = field("resolver_root", "link-root").input("url");
    let understood =
        field("understood", "link-understood").choices([("yes", here.t("link-understood-yes"))], form);
    HandoverPage {
        errors: wrongs(here, refusal),
        crumbs: crumbs(here, item, true),
        item: item.name.clone(),
        list: href(item),
        resolver_root,
        understood,
        frame: framed(here, item.producer_id),
    }
}

/// `GET /goods/{producer}/items/{item}/links/handover`.
pub(super) async fn offer(here: Here, Path((producer, item)): Path<(ProducerId, TradeItemId)>) -> Answer {
    let item = kept(&here, producer, item).await?;
    let known = handed_over(&here.reader(), item.id).await?;
    let form = FormData::of(known.map(|row| ("resolver_root", row.resolver_root)));
    here.show(&page(&here, &item, &form, None))
}

/// `POST /goods/{producer}/items/{item}/links/handover`.
pub(super) async fn submit(
    here: Here,
    Path((producer, item)): Path<(ProducerId, TradeItemId)>,
    Posted(form): Posted,
) -> Answer {
    let item = kept(&here, producer, item).await?;
    let done = async {
        let to = HandOver::read(&here.ground().config.public_url, &form)?;
        hand_over(here.ground(), &here.actor, (producer, item.id), &to).await
    };
    match done.await {
        Ok(()) => here.done(&href(&item), "link-handed-over"),
        Err(refusal) => {
            let page = page(&here, &item, &form, Some(&refusal));
            here.show_again(&page, refusal)
        }
    }
}

/// `POST /goods/{producer}/items/{item}/links/handover/end`.
pub(super) async fn end(
    here: Here,
    Path((producer, item)): Path<(ProducerId, TradeItemId)>,
    Posted(_): Posted,
) -> Answer {
    let (known, _) = visible(here.ground(), &here.actor, producer, item).await?;
    take_back(here.ground(), &here.actor, (producer, item)).await?;
    here.done(&href(&known), "link-taken-back")
}
