//! `open`: an application begins, blank or as a diff of the last one.

use askama::Template;
use axum::extract::RawQuery;
use ground::actor::ProducerId;
use ground::fold::fold;
use ground::{Actor, Ground, Refusal, Result};
use register::product::ProductId;
use sea_orm::Set;
use serde::Serialize;
use web::{Answer, Field, FormData, Frame, Here, Posted, Wrong};

use super::model::{Kind, Stage};
use super::{Application, ApplicationId, places, row, steps, store};
use crate::self_assessment;

/// Most products a form offers.
const PRODUCTS: usize = 200;

/// An application to be opened.
#[derive(Clone, Copy, Debug)]
pub struct NewApplication {
    /// The product.
    pub product: ProductId,
    /// First, upgrade or re-evaluation.
    pub kind: Kind,
}

/// Opens an application under the rules in force today.
///
/// # Errors
/// `not-allowed`; `no-rules-in-force`; `application-under-way` when another one of the product has not ended;
/// `nothing-to-start-from` for an upgrade or re-evaluation without one before.
pub async fn open(ground: &Ground, actor: &Actor, new: NewApplication) -> Result<Application> {
    let reader = ground.reader();
    let product = register::product::load(&reader, new.product).await?;
    let producer = register::producer::load(&reader, product.producer_id).await?;
    let today = ground.clock.today();
    let vault = places::vault(&reader, &producer, today).await?;
    let mut change = ground.change(actor, "open-dossier", &vault).await?;
    let before = store::of_product(&change.reader(), product.id).await?;
    if let Some(other) = before.iter().find(|other| is_under_way(other.stage)) {
        let way_out = format!("/dossiers/{}", other.id);
        return Err(Refusal::wrong_state("application-under-way").way_out(way_out));
    }
    let previous = (new.kind != Kind::First).then(|| before.first()).flatten();
    if new.kind != Kind::First && previous.is_none() {
        return Err(Refusal::field("kind", "nothing-to-start-from"));
    }
    let rules = ground.rules.rules_for(today.0, new.kind.asked());
    let rules = rules.map_err(|_| Refusal::wrong_state("no-rules-in-force"))?;
    let row = row::ActiveModel {
        id: Set(change.new_id()),
        product_id: Set(product.id),
        producer_id: Set(producer.id),
        place_id: Set(product.place_id),
        product_name: Set(product.name.clone()),
        producer_name: Set(producer.name.clone()),
        folded: Set(fold(&format!("{} {}", product.name, producer.name))),
        kind: Set(new.kind),
        rules: Set(rules.pack.id().as_str().to_owned()),
        set_number: Set(product.set_number),
        previous_id: Set(previous.map(|previous| previous.id)),
        opened_on: Set(today),
        received_on: Set(None),
        received_by_name: Set(None),
        registration_number: Set(None),
        accepted_on: Set(None),
        accepted_by_name: Set(None),
        round: Set(None),
        stage: Set(Stage::Draft),
        next_step: Set(None),
        since: Set(today),
        version: Set(1),
    };
    let opened = change.insert(row).await?;
    let walked = steps::walk(&ground.rules, &opened, &[])?;
    let first = walked.next().map(|step| step.id.as_str().to_owned());
    let begun = row::ActiveModel { id: Set(opened.id), next_step: Set(first), ..Default::default() };
    let opened = change.update(&opened, begun).await?;
    places::place(&mut change, &opened).await?;
    if let Some(previous) = previous {
        self_assessment::copy(&mut change, previous, &opened).await?;
    }
    change.say("product", &opened.product_name);
    change.commit().await?;
    Ok(opened)
}

// Once a decision is signed, or nothing more will come, another application may begin.
fn is_under_way(stage: Stage) -> bool {
    !matches!(stage, Stage::Closed)
}

/// The form.
#[derive(Template, Serialize)]
#[template(path = "application/open.html")]
pub struct OpenPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    #[serde(skip)]
    product: Field,
    #[serde(skip)]
    kind: Field,
    /// Whether there is a product to choose.
    pub has_products: bool,
}

async fn page(here: &Here, data: &FormData, refusal: Option<&Refusal>) -> Result<OpenPage> {
    let mut products = Vec::new();
    if let Ok(id) = data.get("product").parse::<ProductId>() {
        let product = register::product::load(&here.reader(), id).await?;
        let producer = register::producer::load(&here.reader(), product.producer_id).await?;
        let vault = places::vault(&here.reader(), &producer, here.ground().clock.today()).await?;
        if here.may("open-dossier", &vault) {
            products.push((product.id.to_string(), format!("{} · {}", product.name, producer.name)));
        }
    }
    let mut producers: Vec<ProducerId> = here.actor.producers().collect();
    producers.extend(here.actor.consents.iter().map(|consent| consent.producer));
    for id in producers {
        let producer = register::producer::load(&here.reader(), id).await?;
        for product in register::product::of_producer(&here.reader(), id).await? {
            let line = (product.id.to_string(), format!("{} · {}", product.name, producer.name));
            if products.len() < PRODUCTS && !products.contains(&line) {
                products.push(line);
            }
        }
    }
    let kinds = Kind::ALL.iter().map(|kind| (kind.as_str(), here.t(&format!("dossier-kind-{kind}"))));
    Ok(OpenPage {
        frame: here.frame(),
        errors: web::wrongs(here, refusal),
        has_products: !products.is_empty(),
        product: Field::new(here, "product", "dossier-open-product", data, refusal).choices(products, data),
        kind: Field::new(here, "kind", "dossier-open-kind", data, refusal).choices(kinds, data),
    })
}

/// `GET /dossiers/new?product=…`.
pub(super) async fn show(here: Here, RawQuery(query): RawQuery) -> Answer {
    if here.actor.user.is_none() {
        return Err(Refusal::new(ground::RefusalKind::NotSignedIn, "not-signed-in").into());
    }
    let mut data = web::table::Asked::of(&here, query.as_deref().unwrap_or_default()).query;
    if data.get("kind").is_empty() {
        data.push("kind".to_owned(), Kind::First.to_string());
    }
    here.show(&page(&here, &data, None).await?)
}

fn parse(form: &FormData) -> Result<NewApplication> {
    let mut read = form.read();
    let (product, kind) = (read.word("product"), read.word("kind"));
    read.done(|| Some(NewApplication { product: product?, kind: kind? }))
}

/// `POST /dossiers`.
pub(super) async fn post(here: Here, Posted(form): Posted) -> Answer {
    let opened = match parse(&form) {
        Ok(new) => open(here.ground(), &here.actor, new).await,
        Err(refusal) => Err(refusal),
    };
    match opened {
        Ok(Application { id, .. }) => here.done(&address(id), "dossier-opened"),
        Err(refusal) => here.show_again(&page(&here, &form, Some(&refusal)).await?, refusal),
    }
}

fn address(id: ApplicationId) -> String {
    format!("/dossiers/{id}")
}
