//! Giving a role: `give-role`.

use askama::Template;
use axum::extract::{Extension, Path, RawQuery};
use ground::actor::UserId;
use ground::{Actor, Change, Day, FieldProblem, Ground, Refusal, Result, Role, Scope};
use sea_orm::Set;
use serde::Serialize;
use web::{Answer, DateField, Field, FormData, Frame, Here, Posted, Wrong, wrongs};

use super::find::{ScopeChoice, ScopeFound, ScopeSearch, value_of};
use super::model::{ActiveModel, Model, is_of_producer};
use super::store;
use crate::account::{self, AccountRow};
use crate::words::role_word;

/// Most characters of a search for a place.
const SEARCH_MOST: usize = 120;

/// A role to be given.
#[derive(Clone, Debug)]
pub struct NewRole {
    /// The role.
    pub role: Role,
    /// Where.
    pub scope: Scope,
    /// The name of the place or producer today.
    pub scope_name: String,
    /// First day.
    pub from: Day,
    /// The day from which it is no longer held.
    pub until: Option<Day>,
}

/// Gives a role to someone else.
///
/// # Errors
/// Not allowed, also on one's own account; `role-scope` where the role is not of that kind of place.
pub async fn give(ground: &Ground, actor: &Actor, to: UserId, new: NewRole) -> Result<Model> {
    let to = account::find(&ground.reader(), to).await?;
    let mut change = ground.change(actor, "give-role", &to.resource()).await?;
    change.say("name", &to.name);
    change.say("role", new.role);
    change.say("scope", &new.scope_name);
    let held = enter(&mut change, to.id, new).await?;
    account::bump(&mut change, to.id).await?;
    change.commit().await?;
    Ok(held)
}

/// Writes a held role within a change that is open already.
///
/// # Errors
/// `role-scope` where the role is not of that kind of place; `until-before-from`.
pub async fn enter(change: &mut Change, account: UserId, new: NewRole) -> Result<Model> {
    let (place, producer) = match new.scope {
        Scope::Place(place) => (Some(place), None),
        Scope::Producer(producer) => (None, Some(producer)),
    };
    if is_of_producer(new.role) != producer.is_some() {
        return Err(Refusal::field("scope", "role-scope"));
    }
    if new.until.is_some_and(|until| until <= new.from) {
        return Err(Refusal::field("until", "until-before-from"));
    }
    let row = ActiveModel {
        id: Set(change.new_id()),
        account_id: Set(account),
        role: Set(new.role),
        place_id: Set(place),
        producer_id: Set(producer),
        scope_name: Set(new.scope_name),
        from_day: Set(new.from),
        until_day: Set(new.until),
        given_by: Set(change.by()),
    };
    store::insert(change, row).await
}

#[derive(Template, Serialize)]
#[template(path = "account/role.html")]
struct RolePage {
    #[serde(skip)]
    frame: Frame,
    errors: Vec<Wrong>,
    account: String,
    name: String,
    role: Field,
    search: Field,
    searched: bool,
    found: Vec<ScopeChoice>,
    scope_error: Option<String>,
    from: DateField,
    until: DateField,
}

impl RolePage {
    async fn of(
        here: &Here,
        search: ScopeSearch,
        to: &AccountRow,
        data: &FormData,
        refusal: Option<&Refusal>,
    ) -> Result<Self> {
        let found = look(here, search, data).await?;
        let chosen = data.get("scope");
        let only = found.len() == 1;
        let found: Vec<_> = found
            .into_iter()
            .map(|found| {
                let value = value_of(found.scope);
                let chosen = only || value == chosen;
                ScopeChoice { value, name: found.name, detail: found.detail, chosen }
            })
            .collect();
        let role = Field::new(here, "role", "role-field", data, refusal)
            .choices(Role::ALL.iter().map(|role| (*role, role_word(here, *role))), data);
        let wrong = refusal.and_then(|r| r.fields.iter().find(|problem| problem.field == "scope"));
        Ok(Self {
            errors: wrongs(here, refusal),
            account: to.id.to_string(),
            name: to.name.clone(),
            role,
            search: Field::new(here, "q", "role-search", data, refusal),
            searched: !data.get("q").trim().is_empty(),
            found,
            scope_error: wrong.map(|problem| here.app.words.problem(here.lang, problem)),
            from: DateField::new(here, "from", "role-from", data, refusal),
            until: DateField::new(here, "until", "role-until", data, refusal).optional(),
            frame: here.frame(),
        })
    }
}

async fn look(here: &Here, search: ScopeSearch, data: &FormData) -> Result<Vec<ScopeFound>> {
    let text: String = data.get("q").trim().chars().take(SEARCH_MOST).collect();
    if text.is_empty() {
        return Ok(Vec::new());
    }
    search(here, &text, data.get("role").parse().is_ok_and(is_of_producer)).await
}

/// `GET /accounts/{id}/roles`: first the place is searched, then the role is given.
pub(super) async fn show(
    here: Here,
    Path(id): Path<UserId>,
    Extension(search): Extension<ScopeSearch>,
    RawQuery(query): RawQuery,
) -> Answer {
    let to = account::find(&here.reader(), id).await?;
    here.ground().access.require(&here.actor, "give-role", &to.resource())?;
    let mut data = FormData::of(form_urlencoded::parse(query.unwrap_or_default().as_bytes()));
    if !data.has("role") {
        data.push("role".to_owned(), Role::Officer.to_string());
    }
    data.push("from".to_owned(), here.ground().clock.today().to_string());
    here.show(&RolePage::of(&here, search, &to, &data, None).await?)
}

/// `POST /accounts/{id}/roles`.
pub(super) async fn receive(
    here: Here,
    Path(id): Path<UserId>,
    Extension(search): Extension<ScopeSearch>,
    Posted(data): Posted,
) -> Answer {
    let to = account::find(&here.reader(), id).await?;
    here.ground().access.require(&here.actor, "give-role", &to.resource())?;
    let given = async {
        let new = checked(&data, &look(&here, search, &data).await?)?;
        give(here.ground(), &here.actor, id, new).await
    };
    match given.await {
        Ok(_) => here.done(&format!("/accounts/{id}"), "role-given"),
        Err(refusal) => {
            let page = RolePage::of(&here, search, &to, &data, Some(&refusal)).await?;
            here.show_again(&page, refusal)
        }
    }
}

fn checked(data: &FormData, found: &[ScopeFound]) -> Result<NewRole> {
    let mut reading = data.read();
    let role = reading.word::<Role>("role");
    let scope = found.iter().find(|found| value_of(found.scope) == data.get("scope"));
    if scope.is_none() {
        reading.problem(FieldProblem::new("scope", "role-scope-choose"));
    }
    let from = reading.day("from");
    // People name the last day; what is kept is the first day without.
    let until = reading.optional_day("until").map(|last| last.map(|last| last.plus_days(1)));
    reading.done(|| {
        let scope = scope?;
        Some(NewRole {
            role: role?,
            scope: scope.scope,
            scope_name: scope.name.clone(),
            from: from?,
            until: until?,
        })
    })
}
