//! A query becomes names and values again.

use super::condition::{Condition, Direction, EventType, Limit, OrderBy};
use super::parameter::Parameter;
use super::{Given, Identifiers, Query, Scalar};
use crate::cbv::{Code, Vocabulary};
use crate::model::{Action, Number};

impl Query {
    /// Its parameters in their order; [`Query::read`] gives the same query back.
    #[must_use]
    pub fn given(&self) -> Vec<Given> {
        self.parameters()
            .into_iter()
            .map(|(parameter, values)| Given { name: parameter.name(), values })
            .collect()
    }

    pub(super) fn parameters(&self) -> Vec<(Parameter, Vec<String>)> {
        let mut all: Vec<_> = self.conditions.iter().map(|each| (parameter(each), values(each))).collect();
        if let Some(order) = &self.order {
            let by = match &order.by {
                OrderBy::EventTime => "eventTime".to_owned(),
                OrderBy::RecordTime => "recordTime".to_owned(),
                OrderBy::Own(name) => name.written(),
            };
            let direction = match order.direction {
                Direction::Ascending => "ASC",
                Direction::Descending => "DESC",
            };
            all.push((Parameter::OrderBy, vec![by]));
            all.push((Parameter::OrderDirection, vec![direction.to_owned()]));
        }
        match self.limit {
            Some(Limit::First(count)) => all.push((Parameter::EventCountLimit, vec![count.to_string()])),
            Some(Limit::AtMost(count)) => all.push((Parameter::MaxEventCount, vec![count.to_string()])),
            None => {}
        }
        all
    }
}

/// The parameter that asks this.
pub(super) fn parameter(condition: &Condition) -> Parameter {
    use Condition as C;
    use Parameter as P;

    match condition {
        C::EventType(_) => P::EventType,
        C::Action(_) => P::Action,
        C::BizStep(_) => P::BizStep,
        C::Disposition(_) => P::Disposition,
        C::PersistentDisposition(change, _) => P::PersistentDisposition(*change),
        C::Time(field, bound, _) => P::Time(*field, *bound),
        C::Place(field, reach, _) => P::Place(*field, *reach),
        C::Match(role, _) => P::Match(*role),
        C::Id(field, _) => P::Id(*field),
        C::ErrorReason(_) => P::ErrorReason,
        C::Exists(part) => P::Exists(*part),
        C::Quantity(unit, compared) => P::Quantity(compared.operator(), unit.clone()),
        C::BizTransaction(kind, _) => P::BizTransaction(kind.clone()),
        C::Source(kind, _) => P::Source(kind.clone()),
        C::Destination(kind, _) => P::Destination(kind.clone()),
        C::MeasurementType(_) => P::MeasurementType,
        C::Text(field, _) => P::Text(*field),
        C::BooleanValue(_) => P::BooleanValue,
        C::PercRank(compared) => P::PercRank(compared.operator()),
        C::Reading(reading, unit, compared) => P::Reading(*reading, compared.operator(), unit.clone()),
        C::Own(field, compared) => P::Own(field.clone(), compared.operator()),
        C::OwnExists(field) => P::OwnExists(field.clone()),
        C::HasAttribute(field, _) => P::HasAttribute(field.clone()),
        C::AttributeIs(field, attribute, _) => P::AttributeIs(field.clone(), attribute.clone()),
    }
}

fn values(condition: &Condition) -> Vec<String> {
    use Condition as C;

    match condition {
        C::EventType(types) => owned(types.iter().map(EventType::word)),
        C::Action(actions) => owned(actions.iter().map(|action| Action::word(*action))),
        C::BizStep(codes) => words(codes),
        C::Disposition(codes) | C::PersistentDisposition(_, codes) => words(codes),
        C::ErrorReason(codes) => words(codes),
        C::MeasurementType(codes) => words(codes),
        C::Time(_, _, time) => vec![time.as_str().to_owned()],
        C::Place(_, _, ids)
        | C::Id(_, ids)
        | C::BizTransaction(_, ids)
        | C::Source(_, ids)
        | C::Destination(_, ids) => written(ids),
        C::Match(_, patterns) => {
            let open = patterns.open().iter().map(|pattern| pattern.written().as_str().to_owned());
            written(patterns.exact()).into_iter().chain(open).collect()
        }
        C::Exists(_) | C::OwnExists(_) => Vec::new(),
        C::Quantity(_, compared) | C::PercRank(compared) | C::Reading(_, _, compared) => {
            owned(compared.values().iter().map(Number::as_str))
        }
        C::Text(_, texts) | C::HasAttribute(_, texts) => owned(texts.iter().map(|text| &**text)),
        C::BooleanValue(value) => vec![value.to_string()],
        C::Own(_, compared) => owned(compared.values().iter().map(Scalar::as_str)),
        C::AttributeIs(_, _, scalars) => owned(scalars.iter().map(Scalar::as_str)),
    }
}

fn owned<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    texts.map(str::to_owned).collect()
}

fn words<V: Vocabulary>(codes: &[Code<V>]) -> Vec<String> {
    owned(codes.iter().map(Code::word))
}

fn written(ids: &Identifiers) -> Vec<String> {
    owned(ids.written().iter().map(|uri| uri.as_str()))
}
