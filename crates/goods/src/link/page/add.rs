//! `add`: one more link of a trade item.

use askama::Template;
use axum::extract::Path;
use ground::actor::ProducerId;
use ground::{Actor, Ground, Refusal, Result};
use people::consent::framed;
use sea_orm::Set;
use serde::Serialize;
use web::table::Link as Crumb;
use web::{Answer, FormData, Frame, Here, Posted, Wrong, wrongs};

use super::form::{LinkForm, NewLink};
use super::{KEEP, MOST_LINKS, crumbs, href, kept, visible};
use crate::item::{TradeItem, TradeItemId};
use crate::link::store::{ActiveModel, of_item};
use crate::link::{ItemLink, ItemLinkId};

/// Adds a link at the end of the list.
///
/// # Errors
/// `not-found`, `not-allowed`; `link-too-many`.
pub async fn add(
    ground: &Ground,
    actor: &Actor,
    producer: ProducerId,
    item: TradeItemId,
    new: &NewLink,
) -> Result<ItemLink> {
    let (item, resource) = visible(ground, actor, producer, item).await?;
    let mut change = ground.change(actor, KEEP, &resource).await?;
    let there = of_item(&change.reader(), item.id).await?;
    if there.len() >= MOST_LINKS {
        return Err(Refusal::wrong_state("link-too-many").with("most", MOST_LINKS));
    }
    let last = there.iter().map(|link| link.ordinal).max().unwrap_or(0);
    let mut row = row_of(new);
    row.id = Set(change.new_id::<ItemLinkId>());
    row.trade_item_id = Set(item.id);
    row.ordinal = Set(last.saturating_add(1));
    let link = change.insert(row).await?;
    change.say("item", &item.name);
    change.say("title", &link.title);
    change.say("step", "added");
    change.commit().await?;
    Ok(link)
}

/// The columns of a link that its form has.
pub(super) fn row_of(new: &NewLink) -> ActiveModel {
    let list = |list: &[String]| (!list.is_empty()).then(|| list.join(" "));
    ActiveModel {
        lot_id: Set(new.lot),
        link_type: Set(new.kind.name().to_owned()),
        href: Set(new.href.clone()),
        title: Set(new.title.clone()),
        hreflang: Set(list(&new.hreflang)),
        media_type: Set(new.media_type.clone()),
        context: Set(list(&new.context)),
        is_default: Set(new.is_default),
        ..Default::default()
    }
}

/// The form of a link.
#[derive(Template, Serialize)]
#[template(path = "link/form.html")]
pub(super) struct FormPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    crumbs: Vec<Crumb>,
    title: String,
    item: String,
    action: String,
    back: String,
    fields: LinkForm,
}

/// The page of the form.
pub(super) fn page(
    here: &Here,
    item: &TradeItem,
    (title, action): (&str, String),
    form: &FormData,
    refusal: Option<&Refusal>,
) -> FormPage {
    let fields = LinkForm::of(here, form, refusal);
    FormPage {
        errors: wrongs(here, refusal),
        crumbs: crumbs(here, item, true),
        title: here.t(title),
        item: item.name.clone(),
        action,
        back: href(item),
        fields,
        frame: framed(here, item.producer_id),
    }
}

fn new_page(here: &Here, item: &TradeItem, form: &FormData, refusal: Option<&Refusal>) -> FormPage {
    page(here, item, ("link-new", format!("{}/new", href(item))), form, refusal)
}

/// `GET /goods/{producer}/items/{item}/links/new`.
pub(super) async fn offer(here: Here, Path((producer, item)): Path<(ProducerId, TradeItemId)>) -> Answer {
    let item = kept(&here, producer, item).await?;
    here.show(&new_page(&here, &item, &FormData::default(), None))
}

/// `POST /goods/{producer}/items/{item}/links/new`.
pub(super) async fn submit(
    here: Here,
    Path((producer, item)): Path<(ProducerId, TradeItemId)>,
    Posted(form): Posted,
) -> Answer {
    let item = kept(&here, producer, item).await?;
    let added = async {
        let url = &here.ground().config.public_url;
        let new = NewLink::read(&here.reader(), url, item.id, &form).await?;
        add(here.ground(), &here.actor, producer, item.id, &new).await
    };
    match added.await {
        Ok(_) => here.done(&href(&item), "link-added"),
        Err(refusal) => {
            let page = new_page(&here, &item, &form, Some(&refusal));
            here.show_again(&page, refusal)
        }
    }
}
