//! What is written down of a producer: read from a form or a row, checked, and put into the table's columns.

use ground::actor::PlaceId;
use ground::{Day, FieldProblem, Reader, Result};
use sea_orm::Set;
use web::FormData;

use super::model::{folded, phone_key, registration_key};
use super::store::ActiveModel;
use super::{Disability, Producer, ProducerKind, Sex};
use crate::place;

/// Most characters of a name.
const NAME: usize = 200;
/// Most characters of a number, a title, an issuer.
const SHORT: usize = 120;
/// Most characters of an address.
const ADDRESS: usize = 300;
/// Digits of a phone number (ITU E.164).
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 8..=15;

/// What is written down of a producer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    /// What it is.
    pub kind: ProducerKind,
    /// Name.
    pub name: String,
    /// Number of the business registration.
    pub registration_number: Option<String>,
    /// Day of the registration.
    pub registered_on: Option<Day>,
    /// Who registered it.
    pub registered_by: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Buyers may see the phone.
    pub is_public_phone: bool,
    /// E-mail.
    pub email: Option<String>,
    /// Address below the commune.
    pub address: String,
    /// The commune.
    pub place: PlaceId,
    /// Legal representative.
    pub representative_name: String,
    /// Their title.
    pub representative_title: Option<String>,
    /// Their address; private.
    pub representative_address: Option<String>,
    /// Their sex; private.
    pub representative_sex: Option<Sex>,
    /// Their ethnicity; private.
    pub representative_ethnicity: Option<String>,
    /// Whether they have a disability; private.
    pub representative_disability: Option<Disability>,
}

/// The fields of the form, each with the key of its label.
pub(crate) const FIELDS: [(&str, &str); 16] = [
    ("name", "reg-producer-name"),
    ("kind", "reg-kind"),
    ("registration_number", "reg-registration-number"),
    ("registered_on", "reg-registered-on"),
    ("registered_by", "reg-registered-by"),
    ("phone", "reg-phone"),
    ("is_public_phone", "reg-public-phone"),
    ("email", "reg-email"),
    ("place", "reg-commune"),
    ("address", "reg-address"),
    ("representative_name", "reg-representative-name"),
    ("representative_title", "reg-representative-title"),
    ("representative_sex", "reg-sex"),
    ("representative_ethnicity", "reg-ethnicity"),
    ("representative_disability", "reg-disability"),
    ("representative_address", "reg-representative-address"),
];

impl Details {
    /// Reads a form.
    ///
    /// # Errors
    /// Every field that cannot be used; the records are away.
    pub(crate) async fn read(reader: &Reader<'_>, form: &FormData, today: Day) -> Result<Self> {
        let place = place::typed(reader, form, today).await?;
        let mut read = form.read();
        let name = read.text("name", NAME);
        let kind = read.word("kind");
        let registration_number = read.optional("registration_number", SHORT);
        let registered_on = read.optional_day("registered_on");
        if registered_on.flatten().is_some_and(|day| day > today) {
            let problem = FieldProblem::new("registered_on", "date-after-today");
            read.problem(problem.with("today", today.people()));
        }
        let registered_by = read.optional("registered_by", SHORT);
        let phone = read.optional("phone", SHORT);
        let digits = |phone: &String| phone.chars().filter(char::is_ascii_digit).count();
        if phone.as_ref().and_then(Option::as_ref).is_some_and(|phone| !PHONE_DIGITS.contains(&digits(phone)))
        {
            read.problem(FieldProblem::new("phone", "register-not-a-phone"));
        }
        let is_public_phone = read.flag("is_public_phone");
        let email = read.optional("email", SHORT);
        if email.as_ref().and_then(Option::as_ref).is_some_and(|email| !looks_like_email(email)) {
            read.problem(FieldProblem::new("email", "register-not-an-email"));
        }
        let place = place.map_err(|problem| read.problem(problem)).ok();
        let address = read.text("address", ADDRESS);
        let representative_name = read.text("representative_name", NAME);
        let representative_title = read.optional("representative_title", SHORT);
        let representative_sex = read.optional_word("representative_sex");
        let representative_ethnicity = read.optional("representative_ethnicity", SHORT);
        let representative_disability = read.optional_word("representative_disability");
        let representative_address = read.optional("representative_address", ADDRESS);
        read.done(|| {
            Some(Self {
                kind: kind?,
                name: name?,
                registration_number: registration_number?,
                registered_on: registered_on?,
                registered_by: registered_by?,
                phone: phone?,
                is_public_phone,
                email: email?,
                address: address?,
                place: place?,
                representative_name: representative_name?,
                representative_title: representative_title?,
                representative_address: representative_address?,
                representative_sex: representative_sex?,
                representative_ethnicity: representative_ethnicity?,
                representative_disability: representative_disability?,
            })
        })
    }

    /// What stands in the records of a producer.
    pub(crate) fn of(producer: &Producer) -> Self {
        let producer = producer.clone();
        Self {
            kind: producer.kind,
            name: producer.name,
            registration_number: producer.registration_number,
            registered_on: producer.registered_on,
            registered_by: producer.registered_by,
            phone: producer.phone,
            is_public_phone: producer.is_public_phone,
            email: producer.email,
            address: producer.address,
            place: producer.place_id,
            representative_name: producer.representative_name,
            representative_title: producer.representative_title,
            representative_address: producer.representative_address,
            representative_sex: producer.representative_sex,
            representative_ethnicity: producer.representative_ethnicity,
            representative_disability: producer.representative_disability,
        }
    }

    /// As a form holds it; `place` is the commune's name.
    pub(crate) fn form(&self, place: &str) -> FormData {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        FormData::of([
            ("name", self.name.clone()),
            ("kind", self.kind.to_string()),
            ("registration_number", text(&self.registration_number)),
            ("registered_on", self.registered_on.map(Day::people).unwrap_or_default()),
            ("registered_by", text(&self.registered_by)),
            ("phone", text(&self.phone)),
            ("is_public_phone", if self.is_public_phone { "yes".to_owned() } else { String::new() }),
            ("email", text(&self.email)),
            ("place", place.to_owned()),
            ("address", self.address.clone()),
            ("representative_name", self.representative_name.clone()),
            ("representative_title", text(&self.representative_title)),
            ("representative_sex", self.representative_sex.map(|sex| sex.to_string()).unwrap_or_default()),
            ("representative_ethnicity", text(&self.representative_ethnicity)),
            (
                "representative_disability",
                self.representative_disability.map(|d| d.to_string()).unwrap_or_default(),
            ),
            ("representative_address", text(&self.representative_address)),
        ])
    }

    /// The columns, without the key and the version.
    pub(crate) fn columns(&self) -> ActiveModel {
        let registration_key = self.registration_number.as_deref().map(registration_key);
        ActiveModel {
            kind: Set(self.kind),
            folded: Set(folded(&self.name)),
            name: Set(self.name.clone()),
            registration_key: Set(registration_key.filter(|key| !key.is_empty())),
            registration_number: Set(self.registration_number.clone()),
            registered_on: Set(self.registered_on),
            registered_by: Set(self.registered_by.clone()),
            phone_key: Set(self.phone.as_deref().map(phone_key)),
            phone: Set(self.phone.clone()),
            is_public_phone: Set(self.is_public_phone),
            email: Set(self.email.clone()),
            address: Set(self.address.clone()),
            place_id: Set(self.place),
            representative_name: Set(self.representative_name.clone()),
            representative_title: Set(self.representative_title.clone()),
            representative_address: Set(self.representative_address.clone()),
            representative_sex: Set(self.representative_sex),
            representative_ethnicity: Set(self.representative_ethnicity.clone()),
            representative_disability: Set(self.representative_disability),
            ..Default::default()
        }
    }
}

fn looks_like_email(text: &str) -> bool {
    text.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !text.contains(' '))
}
