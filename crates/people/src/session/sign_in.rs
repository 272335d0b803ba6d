//! Signing in: `sign-in`. An unknown login, a closed account, a wrong password and a one-time password that has run
//! out get the same answer in the same time.

use askama::Template;
use axum::extract::RawQuery;
use axum::http::{HeaderValue, StatusCode, header};
use ground::{Actor, Ground, Instant, Refusal, RefusalKind, Result};
use sea_orm::Set;
use serde::Serialize;
use web::{Answer, Field, FormData, Frame, Here, Posted, Stop, Wrong, see_other, wrongs};

use super::model::{ActiveModel, Model};
use super::{ABSOLUTE_SECONDS, COOKIE, Known, Origin, Token, attempt, forgive, hash_of, store};
use crate::account::{self, AccountRow};
use crate::password;

/// Most characters of an address to go on to.
const NEXT_MOST: usize = 2_000;

/// The cookie that keeps the language of the pages.
pub(crate) const LANG_COOKIE: &str = "sen_lang";
/// How long the language is kept on the device.
pub(crate) const LANG_SECONDS: i64 = 31_536_000;

/// A session that was opened.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The session.
    pub session: Model,
    /// Whose.
    pub account: AccountRow,
    pub(crate) token: Token,
}

impl Opened {
    /// The value of the cookie.
    pub fn token(&self) -> &str {
        self.token.as_str()
    }
}

/// Signs in with a login and a password.
///
/// # Errors
/// `sign-in-wrong`, whatever of the two is; `sign-in-wait` after too many failures.
pub async fn sign_in(ground: &Ground, login: &str, password: &str, from: &Origin) -> Result<Opened> {
    let address = from.address.as_deref();
    attempt(ground, login, address).await?;
    let account = account::by_login(&ground.reader(), login).await?;
    let kept = account.as_ref().map(|account| account.password_hash.clone());
    let matches = password::verify(password, kept).await?;
    let now = ground.clock.now();
    let account = account.filter(|account| matches && may_sign_in(account, now));
    let Some(account) = account else {
        tracing::info!(address, "a sign-in failed");
        return Err(Refusal::new(RefusalKind::Invalid, "sign-in-wrong"));
    };
    forgive(ground, login, address).await?;
    open(ground, account, from).await
}

fn may_sign_in(account: &AccountRow, now: Instant) -> bool {
    account.disabled_at.is_none() && account.one_time_until.is_none_or(|until| now < until)
}

async fn open(ground: &Ground, account: AccountRow, from: &Origin) -> Result<Opened> {
    let actor = Actor { user: Some(account.id), name: account.name.clone(), ..Actor::default() };
    let token = Token::new(&ground.clock)?;
    let mut change = ground.change(&actor, "sign-in", &account.resource()).await?;
    let row = ActiveModel {
        id: Set(change.new_id()),
        account_id: Set(account.id),
        token_hash: Set(hash_of(token.as_str())),
        opened_at: Set(change.at()),
        ended_at: Set(None),
        address: Set(from.address.clone().unwrap_or_default()),
        agent: Set(from.agent.clone()),
    };
    let session = store::insert(&mut change, row).await?;
    change.commit().await?;
    Ok(Opened { session, account, token })
}

#[derive(Template, Serialize)]
#[template(path = "session/sign_in.html")]
struct SignInPage {
    #[serde(skip)]
    frame: Frame,
    errors: Vec<Wrong>,
    login: Field,
    #[serde(skip)]
    password: Field,
    next: String,
}

impl SignInPage {
    fn of(here: &Here, data: &FormData, refusal: Option<&Refusal>) -> Self {
        let mut password = Field::new(here, "password", "sign-in-password", data, refusal)
            .input("password")
            .autocomplete("current-password")
            .width("20");
        password.value.clear();
        Self {
            frame: here.frame(),
            errors: wrongs(here, refusal),
            login: Field::new(here, "login", "sign-in-login", data, refusal)
                .autocomplete("username")
                .width("20"),
            password,
            next: data.get("next").chars().take(NEXT_MOST).collect(),
        }
    }
}

/// `GET /sign-in?next=…`.
pub(super) async fn show(here: Here, known: Option<Known>, RawQuery(query): RawQuery) -> Answer {
    let data = FormData::of(form_urlencoded::parse(query.unwrap_or_default().as_bytes()));
    if let Some(known) = known {
        return Ok(see_other(next_of(&data, &known.account)));
    }
    here.show(&SignInPage::of(&here, &data, None))
}

/// `POST /sign-in`.
pub(super) async fn receive(here: Here, from: Origin, Posted(data): Posted) -> Answer {
    let opened = async {
        let mut reading = data.read();
        let login = reading.text("login", account::LOGIN_MOST);
        // A password is taken as typed, spaces and all.
        let password = data.get("password");
        if password.is_empty() {
            reading.problem(ground::FieldProblem::new("password", "required"));
        }
        let login = reading.done(|| login)?;
        sign_in(here.ground(), &login, password, &from).await
    };
    match opened.await {
        Ok(opened) => {
            let mut response = here.done(next_of(&data, &opened.account), "signed-in")?;
            let secure = here.ground().config.secure_cookies;
            let headers = response.headers_mut();
            headers.append(header::SET_COOKIE, cookie(COOKIE, opened.token(), ABSOLUTE_SECONDS, secure)?);
            let lang = opened.account.language().tag();
            headers.append(header::SET_COOKIE, cookie(LANG_COOKIE, lang, LANG_SECONDS, secure)?);
            Ok(response)
        }
        Err(refusal) => again(&here, &data, refusal),
    }
}

fn again(here: &Here, data: &FormData, refusal: Refusal) -> Answer {
    let page = SignInPage::of(here, data, Some(&refusal));
    if refusal.kind != RefusalKind::TooMany || here.wants_json {
        return here.show_again(&page, refusal);
    }
    let seconds = refusal.params.iter().find(|(name, _)| *name == "seconds").map(|(_, value)| value.clone());
    let mut response = here.show(&page)?;
    *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    if let Some(seconds) = seconds.and_then(|seconds| HeaderValue::from_str(&seconds).ok()) {
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    Ok(response)
}

fn next_of<'a>(data: &'a FormData, account: &AccountRow) -> &'a str {
    match data.get("next") {
        _ if account.must_change_password() => "/me/password",
        "" => "/inbox",
        next => next,
    }
}

/// A cookie that scripts cannot read.
pub(crate) fn cookie(name: &str, value: &str, seconds: i64, secure: bool) -> Result<HeaderValue, Stop> {
    let secure = if secure { "; Secure" } else { "" };
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    Ok(HeaderValue::from_str(&text).map_err(Refusal::unexpected)?)
}
