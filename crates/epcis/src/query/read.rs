//! Names and values become a query.

use super::condition::{Comparison, Condition, Direction, EventType, Limit, Order, OrderBy};
use super::fault::Faults;
use super::parameter::{Parameter, TextField};
use super::{FieldName, Identifiers, Patterns, Prefixes, Query, QueryCode, QueryFault, Scalar};
use crate::cbv::{Code, Vocabulary};
use crate::model::{Action, Number, Time, Uri};

/// How many parameters one query may have.
pub const MAX_PARAMETERS: usize = 500;
/// How many values one parameter may have.
pub const MAX_VALUES: usize = 10_000;
/// How many bytes one value may have.
pub const MAX_VALUE: usize = 8 * 1024;

/// A parameter as it came: its name, and its values as texts; none where there is only the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The name.
    pub name: String,
    /// The values.
    pub values: Vec<String>,
}

impl Query {
    /// Reads parameters.
    ///
    /// # Errors
    /// All that does not hold, up to [`super::MAX_FAULTS`].
    pub fn read(given: &[Given], prefixes: &Prefixes) -> Result<Self, Vec<QueryFault>> {
        let mut reader =
            Reader { prefixes, seen: Vec::new(), faults: Faults::default(), query: Self::default() };
        if given.len() > MAX_PARAMETERS {
            reader.faults.add(QueryCode::TooManyParameters, "", "");
        }
        let mut ends = Ends::default();
        for given in given.iter().take(MAX_PARAMETERS) {
            reader.parameter(given, &mut ends);
        }
        reader.finish(ends)
    }
}

// What is put together when all has been read.
#[derive(Default)]
struct Ends {
    by: Option<OrderBy>,
    direction: Direction,
    first: Option<u64>,
    at_most: Option<u64>,
}

struct Reader<'p> {
    prefixes: &'p Prefixes,
    seen: Vec<Parameter>,
    faults: Faults,
    query: Query,
}

type Read<T> = Result<T, (QueryCode, String)>;

impl Reader<'_> {
    fn parameter(&mut self, given: &Given, ends: &mut Ends) {
        let parameter = match Parameter::read(&given.name, self.prefixes) {
            Ok(parameter) => parameter,
            Err(code) => {
                // What is wrong of a name with a word in it is the word.
                let word = given.name.splitn(3, '_').nth(2).unwrap_or_default();
                return self.faults.add(code, &given.name, word);
            }
        };
        if self.seen.contains(&parameter) {
            return self.faults.add(QueryCode::Repeated, &given.name, "");
        }
        let read = bounded(&parameter, given).and_then(|()| match parameter.clone() {
            Parameter::OrderBy => order_by(&given.values, self.prefixes).map(|by| ends.by = Some(by)),
            Parameter::OrderDirection => direction(&given.values).map(|read| ends.direction = read),
            Parameter::EventCountLimit => count(&given.values).map(|read| ends.first = Some(read)),
            Parameter::MaxEventCount => count(&given.values).map(|read| ends.at_most = Some(read)),
            parameter => {
                self.query.conditions.extend(condition(parameter, &given.values, self.prefixes)?);
                Ok(())
            }
        });
        if let Err((code, found)) = read {
            self.faults.add(code, &given.name, &found);
        }
        self.seen.push(parameter);
    }

    fn finish(mut self, ends: Ends) -> Result<Query, Vec<QueryFault>> {
        self.query.limit = match (ends.first, ends.at_most) {
            (Some(_), Some(_)) => {
                self.faults.add(QueryCode::TwoLimits, "eventCountLimit", "");
                None
            }
            (Some(first), None) => Some(Limit::First(first)),
            (None, at_most) => at_most.map(Limit::AtMost),
        };
        // An `orderBy` that could not be read has its own fault.
        if ends.first.is_some() && !self.seen.contains(&Parameter::OrderBy) {
            self.faults.add(QueryCode::LimitWithoutOrder, "eventCountLimit", "");
        }
        self.query.order = ends.by.map(|by| Order { by, direction: ends.direction });
        if self.faults.0.is_empty() { Ok(self.query) } else { Err(self.faults.0) }
    }
}

fn bounded(parameter: &Parameter, given: &Given) -> Read<()> {
    let exists = matches!(parameter, Parameter::Exists(_) | Parameter::OwnExists(_));
    if given.values.len() > MAX_VALUES {
        return Err((QueryCode::TooManyValues, String::new()));
    }
    if given.values.iter().any(|value| value.len() > MAX_VALUE) {
        return Err((QueryCode::TooLong, String::new()));
    }
    if !exists && (given.values.is_empty() || given.values.iter().any(String::is_empty)) {
        return Err((QueryCode::NoValue, String::new()));
    }
    if !exists && !parameter.is_list() && given.values.len() > 1 {
        return Err((QueryCode::OneValue, given.values.join(" | ")));
    }
    Ok(())
}

// None where the parameter asks nothing: a part that need not be there.
fn condition(parameter: Parameter, values: &[String], prefixes: &Prefixes) -> Read<Option<Condition>> {
    use Condition as C;
    use Parameter as P;

    Ok(Some(match parameter {
        P::EventType => C::EventType(each(values, QueryCode::UnknownWord, EventType::of)?),
        P::Action => C::Action(each(values, QueryCode::UnknownWord, Action::of)?),
        P::BizStep => C::BizStep(codes(values, prefixes)?),
        P::Disposition => C::Disposition(codes(values, prefixes)?),
        P::PersistentDisposition(change) => C::PersistentDisposition(change, codes(values, prefixes)?),
        P::Time(field, bound) => {
            C::Time(field, bound, one(values, QueryCode::BadTime, |v| Time::read(v).ok())?)
        }
        P::Place(field, reach) => C::Place(field, reach, identifiers(values, prefixes)?),
        P::Match(role) => C::Match(role, patterns(values, prefixes)?),
        P::Id(field) => C::Id(field, identifiers(values, prefixes)?),
        P::ErrorReason => C::ErrorReason(codes(values, prefixes)?),
        P::Exists(part) if is_wanted(values) => C::Exists(part),
        P::OwnExists(field) if is_wanted(values) => C::OwnExists(field),
        P::Exists(_) | P::OwnExists(_) => return Ok(None),
        P::Quantity(operator, unit) => C::Quantity(unit, compared(operator, numbers(values)?)?),
        P::BizTransaction(kind) => C::BizTransaction(kind, identifiers(values, prefixes)?),
        P::Source(kind) => C::Source(kind, identifiers(values, prefixes)?),
        P::Destination(kind) => C::Destination(kind, identifiers(values, prefixes)?),
        P::MeasurementType => C::MeasurementType(codes(values, prefixes)?),
        P::Text(field @ TextField::StringValue) => C::Text(field, texts(values)),
        P::Text(field @ TextField::HexBinaryValue) => C::Text(field, each(values, QueryCode::BadHex, hex)?),
        P::BooleanValue => C::BooleanValue(one(values, QueryCode::BadBoolean, boolean)?),
        P::PercRank(operator) => C::PercRank(compared(operator, numbers(values)?)?),
        P::Reading(reading, operator, unit) => {
            C::Reading(reading, unit, compared(operator, numbers(values)?)?)
        }
        P::Own(field, operator) => C::Own(field, compared(operator, scalars(values))?),
        P::HasAttribute(field) => {
            let expanded = |text: &String| prefixes.expanded(text).unwrap_or_else(|| text.clone());
            C::HasAttribute(field, values.iter().map(|text| expanded(text).into()).collect())
        }
        P::AttributeIs(field, attribute) => C::AttributeIs(field, attribute, scalars(values)),
        P::OrderBy | P::OrderDirection | P::EventCountLimit | P::MaxEventCount => return Ok(None),
    }))
}

fn each<T>(values: &[String], code: QueryCode, read: impl Fn(&str) -> Option<T>) -> Read<Vec<T>> {
    values.iter().map(|value| read(value).ok_or_else(|| (code, value.clone()))).collect()
}

fn one<T>(values: &[String], code: QueryCode, read: impl Fn(&str) -> Option<T>) -> Read<T> {
    let value = values.first().map_or("", String::as_str);
    read(value).ok_or_else(|| (code, value.to_owned()))
}

// A compact IRI with a declared prefix is asked for written out: it says the same whoever declared what.
fn codes<V: Vocabulary>(values: &[String], prefixes: &Prefixes) -> Read<Vec<Code<V>>> {
    each(values, QueryCode::UnknownWord, |value| {
        Code::read(prefixes.expanded(value).as_deref().unwrap_or(value)).ok()
    })
}

fn uris(values: &[String], prefixes: &Prefixes) -> Read<Vec<Uri>> {
    each(values, QueryCode::BadUri, |value| {
        Uri::read(prefixes.expanded(value).as_deref().unwrap_or(value)).ok()
    })
}

fn identifiers(values: &[String], prefixes: &Prefixes) -> Read<Identifiers> {
    uris(values, prefixes).map(Identifiers::of)
}

fn patterns(values: &[String], prefixes: &Prefixes) -> Read<Patterns> {
    Patterns::read(uris(values, prefixes)?).map_err(|uri| (QueryCode::BadPattern, uri.as_str().to_owned()))
}

fn numbers(values: &[String]) -> Read<Vec<Number>> {
    each(values, QueryCode::BadNumber, |value| Number::read(value).ok())
}

fn compared<T>(operator: super::Operator, values: Vec<T>) -> Read<Comparison<T>> {
    Comparison::of(operator, values).ok_or((QueryCode::NoValue, String::new()))
}

fn texts(values: &[String]) -> Vec<Box<str>> {
    values.iter().map(|value| value.as_str().into()).collect()
}

fn scalars(values: &[String]) -> Vec<Scalar> {
    values.iter().map(|value| Scalar::read(value)).collect()
}

fn hex(value: &str) -> Option<Box<str>> {
    value.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| value.into())
}

fn boolean(value: &str) -> Option<bool> {
    match value {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

// The standard ignores the value of `EXISTS_`; its REST binding lets `false` ask for nothing.
fn is_wanted(values: &[String]) -> bool {
    values.first().is_none_or(|value| value != "false")
}

fn order_by(values: &[String], prefixes: &Prefixes) -> Read<OrderBy> {
    one(values, QueryCode::BadOrder, |value| match value {
        "eventTime" => Some(OrderBy::EventTime),
        "recordTime" => Some(OrderBy::RecordTime),
        _ => {
            let name = FieldName::read(value, prefixes).ok()?;
            name.namespace.is_some().then_some(OrderBy::Own(name))
        }
    })
}

fn direction(values: &[String]) -> Read<Direction> {
    one(values, QueryCode::BadDirection, |value| match value {
        "ASC" => Some(Direction::Ascending),
        "DESC" => Some(Direction::Descending),
        _ => None,
    })
}

fn count(values: &[String]) -> Read<u64> {
    one(values, QueryCode::BadCount, |value| {
        let digits = value.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| value.parse().ok())?
    })
}
