//! `GET /01/…` and the like: where a Digital Link leads (GS1-Conformant Resolver 1.2.0, section 2).

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::Response;
use web::{App, Here};

use super::answer::{self, Refused, to_linkset};
use super::asked::{Entity, NoLink, Wanted};
use super::compressed::{same_as, unpacked};
use super::face::Face;
use super::own::Builder;
use super::store::{Known, known};
use super::{Choice, LinkType, NAMESPACE, Wishes};
use crate::recall::warning;

/// Most parameters of a query that are looked at.
const PARAMETERS: usize = 64;

pub(super) async fn resolve(State(app): State<App>, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let mut entity = read(&parts);
    let uncompressed = if entity.is_err() { unpacked(&parts.uri) } else { None };
    let same_as = uncompressed.and_then(|link| {
        parts.uri = link;
        entity = read(&parts);
        same_as(&app, &parts.uri)
    });
    let face = Face::named(text(&parts, header::ACCEPT));
    let answer = match entity {
        Ok(entity) => answered(&app, &mut parts, &entity, face).await,
        Err(no_link) => Err(Refused::NoLink(no_link)),
    };
    let mut response = match answer {
        Ok(response) => response,
        Err(refused) => match Here::from_request_parts(&mut parts, &app).await {
            Ok(here) => answer::refused(&here, refused, face),
            Err(stop) => axum::response::IntoResponse::into_response(stop),
        },
    };
    if let Some(link) = same_as {
        response.headers_mut().append(header::LINK, link);
    }
    response
}

fn read(parts: &Parts) -> Result<Entity, NoLink> {
    Entity::read(parts.uri.path(), parts.uri.query())
}

fn text(parts: &Parts, name: HeaderName) -> &str {
    parts.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

async fn answered(
    app: &App,
    parts: &mut Parts,
    entity: &Entity,
    face: Option<Face>,
) -> Result<Response, Refused> {
    let query = parts.uri.query();
    let reader = app.ground.reader();
    let known = known(&reader, &entity.key, entity.lot.as_ref()).await?.ok_or(Refused::Nothing)?;
    let parameters: Vec<(String, String)> = form_urlencoded::parse(query.unwrap_or_default().as_bytes())
        .take(PARAMETERS)
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    let mut wanted = Wanted::of(&parameters);
    // Naming a form of the linkset asks for it, where no link is asked for.
    if wanted == Wanted::Default && face.is_some_and(Face::is_for_machines) {
        wanted = Wanted::Linkset;
    }
    if let Some(root) = &known.resolver_root {
        return handed_over(app, parts, entity, &known, root, (wanted, face)).await;
    }
    let simple = Asked { app, entity, known: &known };
    if wanted == Wanted::Default && !known.has_defaults {
        let builder = simple.builder(ground::Lang::default());
        let links = to_linkset(&builder.url(&entity.path));
        return Ok(answer::redirect(&builder.default_href(), query, &links));
    }
    let wishes = Wishes::of(&parameters, text(parts, header::ACCEPT), text(parts, header::ACCEPT_LANGUAGE));
    let here = here(app, parts).await?;
    simple.among(&here, &wishes, (wanted, face), parts.uri.query(), &parameters).await
}

async fn here(app: &App, parts: &mut Parts) -> Result<Here, Refused> {
    Here::from_request_parts(parts, app).await.map_err(|stop| Refused::Ground(stop.0))
}

// Another resolver answers: the same path and query there; the linkset says so here.
async fn handed_over(
    app: &App,
    parts: &mut Parts,
    entity: &Entity,
    known: &Known,
    root: &str,
    (wanted, face): (Wanted, Option<Face>),
) -> Result<Response, Refused> {
    let there = format!("{root}{}", parts.uri.path());
    if wanted == Wanted::Linkset {
        let here = here(app, parts).await?;
        let builder = Asked { app, entity, known }.builder(here.lang);
        let set = builder.handed_over(&there);
        return answer::linkset(&here, &set, face.unwrap_or(Face::Linkset), StatusCode::OK);
    }
    let builder = Asked { app, entity, known }.builder(ground::Lang::default());
    let linkset = to_linkset(&builder.url(&entity.path));
    let links = format!("{linkset}, <{there}>; rel=\"{NAMESPACE}handledBy\"; title=\"Resolver\"");
    Ok(answer::redirect(&there, parts.uri.query(), &links))
}

#[derive(Clone, Copy)]
struct Asked<'a> {
    app: &'a App,
    entity: &'a Entity,
    known: &'a Known,
}

impl<'a> Asked<'a> {
    fn builder(self, lang: ground::Lang) -> Builder<'a> {
        let Self { app, entity, known } = self;
        Builder { ground: &app.ground, words: &app.words, lang, entity, known }
    }

    async fn among(
        self,
        here: &Here,
        wishes: &Wishes,
        (wanted, face): (Wanted, Option<Face>),
        query: Option<&str>,
        parameters: &[(String, String)],
    ) -> Result<Response, Refused> {
        let builder = self.builder(here.lang);
        let links = to_linkset(&builder.url(&self.entity.path));
        let asked = || parameters.iter().find(|(name, _)| name == "linkType").map(|(_, value)| value.clone());
        let none = || Refused::NoKind(asked().unwrap_or_default());
        if wanted == Wanted::Unknown {
            return Err(none());
        }
        let set = builder.linkset().await?;
        let is_warned_of = match self.known.lot_id {
            Some(lot) if wanted == Wanted::Default => {
                warning(&self.app.ground.reader(), lot).await?.is_some()
            }
            _ => false,
        };
        let choice = match wanted {
            Wanted::Kind(kind) => wishes.choose(set.of(kind)),
            Wanted::Linkset | Wanted::Unknown => {
                return answer::linkset(here, &set, face.unwrap_or(Face::Linkset), StatusCode::OK);
            }
            Wanted::Default => {
                // Of the finest level: the page of a lot goes before another page on its kind. While there is something
                // to warn of, nothing stands in for the page that warns.
                let finest = set.0.first().filter(|_| !is_warned_of);
                let finest = finest.map(|level| level.of(LinkType::DEFAULT_MULTI));
                let named = finest.and_then(|links| wishes.choose_named(links));
                named.map_or_else(|| wishes.choose(set.of(LinkType::DEFAULT)), Choice::One)
            }
        };
        match choice {
            Choice::None => Err(none()),
            Choice::One(link) => Ok(answer::redirect(&link.href, query.filter(|_| link.takes_query), &links)),
            Choice::Several(several) => {
                let face = face.unwrap_or(Face::Linkset);
                answer::linkset(here, &set.only(&several), face, StatusCode::MULTIPLE_CHOICES)
            }
        }
    }
}
