//! The one table of parameters: fixed names, and beginnings of names of families (section 8.2.7.1).

use super::parameter::{
    Area, Bound, Change, IdField, Operator, OwnField, Parameter, Part, PlaceField, Reach, Reading, Role,
    TextField, TimeField, Unit, VocabularyField, VocabularyWord,
};
use super::{FieldName, Prefixes, QueryCode};
use crate::cbv::{Code, Vocabulary};

use Parameter as P;

/// Fixed names; of several spellings the first is that of the standard's text.
static FIXED: &[(&str, Parameter)] = &[
    ("eventType", P::EventType),
    ("GE_eventTime", P::Time(TimeField::EventTime, Bound::From)),
    ("LT_eventTime", P::Time(TimeField::EventTime, Bound::Before)),
    ("GE_recordTime", P::Time(TimeField::RecordTime, Bound::From)),
    ("LT_recordTime", P::Time(TimeField::RecordTime, Bound::Before)),
    ("EQ_action", P::Action),
    ("EQ_bizStep", P::BizStep),
    ("EQ_disposition", P::Disposition),
    ("EQ_persistentDisposition_set", P::PersistentDisposition(Change::Set)),
    ("EQ_persistentDisposition_unset", P::PersistentDisposition(Change::Unset)),
    ("EQ_quantity", P::Quantity(Operator::Equal, None)),
    ("GT_quantity", P::Quantity(Operator::Greater, None)),
    ("GE_quantity", P::Quantity(Operator::AtLeast, None)),
    ("LT_quantity", P::Quantity(Operator::Less, None)),
    ("LE_quantity", P::Quantity(Operator::AtMost, None)),
    ("EQ_readPoint", P::Place(PlaceField::ReadPoint, Reach::Itself)),
    ("WD_readPoint", P::Place(PlaceField::ReadPoint, Reach::Below)),
    ("EQ_bizLocation", P::Place(PlaceField::BizLocation, Reach::Itself)),
    ("WD_bizLocation", P::Place(PlaceField::BizLocation, Reach::Below)),
    ("EQ_transformationID", P::Id(IdField::TransformationId)),
    ("MATCH_epc", P::Match(Role::Epc)),
    ("MATCH_parentID", P::Match(Role::ParentId)),
    ("MATCH_inputEPC", P::Match(Role::InputEpc)),
    ("MATCH_outputEPC", P::Match(Role::OutputEpc)),
    ("MATCH_anyEPC", P::Match(Role::AnyEpc)),
    ("MATCH_epcClass", P::Match(Role::EpcClass)),
    ("MATCH_inputEPCClass", P::Match(Role::InputEpcClass)),
    ("MATCH_outputEPCClass", P::Match(Role::OutputEpcClass)),
    ("MATCH_anyEPCClass", P::Match(Role::AnyEpcClass)),
    ("EQ_eventID", P::Id(IdField::EventId)),
    ("EXISTS_errorDeclaration", P::Exists(Part::ErrorDeclaration)),
    ("GE_errorDeclarationTime", P::Time(TimeField::ErrorDeclarationTime, Bound::From)),
    ("GE_errorDeclaration_Time", P::Time(TimeField::ErrorDeclarationTime, Bound::From)),
    ("LT_errorDeclarationTime", P::Time(TimeField::ErrorDeclarationTime, Bound::Before)),
    ("LT_errorDeclaration_Time", P::Time(TimeField::ErrorDeclarationTime, Bound::Before)),
    ("EQ_errorReason", P::ErrorReason),
    ("EQ_correctiveEventID", P::Id(IdField::CorrectiveEventId)),
    ("orderBy", P::OrderBy),
    ("orderDirection", P::OrderDirection),
    ("eventCountLimit", P::EventCountLimit),
    ("maxEventCount", P::MaxEventCount),
    ("EXISTS_sensorElement", P::Exists(Part::SensorElement)),
    ("EXISTS_sensorElementList", P::Exists(Part::SensorElement)),
    ("GE_time", P::Time(TimeField::SensorTime, Bound::From)),
    ("LT_time", P::Time(TimeField::SensorTime, Bound::Before)),
    ("GE_startTime", P::Time(TimeField::StartTime, Bound::From)),
    ("LT_startTime", P::Time(TimeField::StartTime, Bound::Before)),
    ("GE_endTime", P::Time(TimeField::EndTime, Bound::From)),
    ("LT_endTime", P::Time(TimeField::EndTime, Bound::Before)),
    ("EQ_type", P::MeasurementType),
    ("EQ_deviceID", P::Id(IdField::DeviceId)),
    // The conformance test of sensor elements (TCR-53) asks by these; the standard's text does not have them.
    ("EQ_deviceMetadata", P::Id(IdField::DeviceMetadata)),
    ("EQ_deviceMetaData", P::Id(IdField::DeviceMetadata)),
    ("EQ_rawData", P::Id(IdField::RawData)),
    ("EQ_time", P::Time(TimeField::SensorTime, Bound::At)),
    ("GE_sDev", P::Reading(Reading::SDev, Operator::AtLeast, None)),
    ("LT_sDev", P::Reading(Reading::SDev, Operator::Less, None)),
    ("GE_percValue", P::Reading(Reading::PercValue, Operator::AtLeast, None)),
    ("LT_percValue", P::Reading(Reading::PercValue, Operator::Less, None)),
    ("EQ_dataProcessingMethod", P::Id(IdField::DataProcessingMethod)),
    ("EQ_microorganism", P::Id(IdField::Microorganism)),
    ("EQ_chemicalSubstance", P::Id(IdField::ChemicalSubstance)),
    ("EQ_bizRules", P::Id(IdField::BizRules)),
    ("EQ_stringValue", P::Text(TextField::StringValue)),
    ("EQ_booleanValue", P::BooleanValue),
    ("EQ_hexBinaryValue", P::Text(TextField::HexBinaryValue)),
    ("EQ_uriValue", P::Id(IdField::UriValue)),
    ("EQ_percRank", P::PercRank(Operator::Equal)),
    ("GE_percRank", P::PercRank(Operator::AtLeast)),
    ("LT_percRank", P::PercRank(Operator::Less)),
    ("GT_percRank", P::PercRank(Operator::Greater)),
    ("LE_percRank", P::PercRank(Operator::AtMost)),
];

/// What the rest of a family's name tells.
#[derive(Clone, Copy)]
enum Family {
    BizTransaction,
    Source,
    Destination,
    Quantity,
    Reading(Reading),
    Attribute,
    Own(Area),
}

impl Family {
    const fn is_asked_by(self, operator: Operator) -> bool {
        match self {
            Self::BizTransaction | Self::Source | Self::Destination | Self::Attribute => {
                matches!(operator, Operator::Equal)
            }
            Self::Quantity | Self::Reading(_) | Self::Own(_) => true,
        }
    }
}

/// What follows the operator in the names of families; what begins like another stands before it.
const FAMILIES: &[(&str, Family)] = &[
    ("bizTransaction_", Family::BizTransaction),
    ("source_", Family::Source),
    ("destination_", Family::Destination),
    ("quantity_", Family::Quantity),
    ("value_", Family::Reading(Reading::Value)),
    ("minValue_", Family::Reading(Reading::MinValue)),
    ("maxValue_", Family::Reading(Reading::MaxValue)),
    ("meanValue_", Family::Reading(Reading::MeanValue)),
    ("sDev_", Family::Reading(Reading::SDev)),
    ("percValue_", Family::Reading(Reading::PercValue)),
    ("ATTR_", Family::Attribute),
    ("ILMD_", Family::Own(Area::Ilmd)),
    ("ERROR_DECLARATION_", Family::Own(Area::ErrorDeclaration)),
    ("readPoint_", Family::Own(Area::ReadPoint)),
    ("bizLocation_", Family::Own(Area::BizLocation)),
    ("SENSORELEMENT_", Family::Own(Area::SensorElement)),
    ("SENSORMETADATA_", Family::Own(Area::SensorMetadata)),
    ("SENSORREPORT_", Family::Own(Area::SensorReport)),
    ("", Family::Own(Area::Event)),
];

const INNER: &str = "INNER_";
const EXISTS: &str = "EXISTS";
const HAS_ATTRIBUTE: &str = "HASATTR";
const ATTRIBUTE_IS: &str = "EQATTR";

/// All fixed names, in both spellings.
pub(super) fn fixed() -> impl Iterator<Item = &'static str> {
    FIXED.iter().map(|(name, _)| *name)
}

/// What all names of families begin with.
pub(super) fn families() -> impl Iterator<Item = String> {
    let compared = FAMILIES.iter().flat_map(|(begin, family)| {
        let all = Operator::ALL.iter().filter(|operator| family.is_asked_by(**operator));
        all.map(move |operator| format!("{}_{begin}", operator.word()))
    });
    let own = FAMILIES.iter().filter(|(_, family)| matches!(family, Family::Own(_)));
    let deeper = own.clone().flat_map(|(begin, _)| {
        Operator::ALL.iter().map(move |operator| format!("{}_{INNER}{begin}", operator.word()))
    });
    let there = own.flat_map(|(begin, _)| [format!("{EXISTS}_{begin}"), format!("{EXISTS}_{INNER}{begin}")]);
    compared.chain(deeper).chain(there).chain([HAS_ATTRIBUTE, ATTRIBUTE_IS].map(|begin| format!("{begin}_")))
}

pub(super) fn read(name: &str, prefixes: &Prefixes) -> Result<Parameter, QueryCode> {
    if let Some((_, parameter)) = FIXED.iter().find(|(known, _)| *known == name) {
        return Ok(parameter.clone());
    }
    let (operator, rest) = name.split_once('_').ok_or(QueryCode::UnknownParameter)?;
    match operator {
        EXISTS => Ok(P::OwnExists(own_of(rest, prefixes)?)),
        HAS_ATTRIBUTE => Ok(P::HasAttribute(vocabulary_field(rest, prefixes)?)),
        ATTRIBUTE_IS => attribute(rest, prefixes),
        _ => {
            let operator = Operator::of(operator).ok_or(QueryCode::UnknownParameter)?;
            family(operator, rest, prefixes)
        }
    }
}

fn family(operator: Operator, rest: &str, prefixes: &Prefixes) -> Result<Parameter, QueryCode> {
    if rest.starts_with(INNER) {
        return Ok(P::Own(own_of(rest, prefixes)?, operator));
    }
    let Some((kind, rest)) = cut(rest) else { return Err(QueryCode::UnknownParameter) };
    if !kind.is_asked_by(operator) {
        return Err(QueryCode::UnknownParameter);
    }
    match kind {
        Family::Quantity => Ok(P::Quantity(operator, Some(unit(rest)?))),
        Family::Reading(reading) => Ok(P::Reading(reading, operator, Some(unit(rest)?))),
        Family::Own(area) => Ok(P::Own(own(area, false, rest, prefixes)?, operator)),
        Family::BizTransaction => Ok(P::BizTransaction(code(rest, prefixes)?)),
        Family::Source => Ok(P::Source(code(rest, prefixes)?)),
        Family::Destination => Ok(P::Destination(code(rest, prefixes)?)),
        Family::Attribute => attribute(rest, prefixes),
    }
}

fn cut(rest: &str) -> Option<(Family, &str)> {
    FAMILIES.iter().find_map(|(begin, family)| Some((*family, rest.strip_prefix(begin)?)))
}

fn own_of(rest: &str, prefixes: &Prefixes) -> Result<OwnField, QueryCode> {
    let (inner, rest) = rest.strip_prefix(INNER).map_or((false, rest), |rest| (true, rest));
    match cut(rest) {
        Some((Family::Own(area), rest)) => own(area, inner, rest, prefixes),
        _ => own(Area::Event, inner, rest, prefixes),
    }
}

// A word without a namespace can only stand inside of something.
fn own(area: Area, inner: bool, rest: &str, prefixes: &Prefixes) -> Result<OwnField, QueryCode> {
    let name = FieldName::read(rest, prefixes)?;
    if name.namespace.is_none() && area == Area::Event && !inner {
        return Err(QueryCode::UnknownParameter);
    }
    Ok(OwnField { area, inner, name })
}

fn unit(text: &str) -> Result<Unit, QueryCode> {
    Unit::read(text).ok_or(QueryCode::BadUnit)
}

fn code<V: Vocabulary>(text: &str, prefixes: &Prefixes) -> Result<Code<V>, QueryCode> {
    let expanded = prefixes.expanded(text);
    Code::read(expanded.as_deref().unwrap_or(text)).map_err(|_| QueryCode::UnknownWord)
}

fn vocabulary_field(text: &str, prefixes: &Prefixes) -> Result<VocabularyField, QueryCode> {
    if let Some(word) = VocabularyWord::of(text) {
        return Ok(VocabularyField::Standard(word));
    }
    let name = FieldName::read(text, prefixes)?;
    if name.namespace.is_none() {
        return Err(QueryCode::UnknownField);
    }
    Ok(VocabularyField::Own(name))
}

// A field of the standard has no underscore; in a name of one's own the first one behind the namespace ends it.
fn attribute(rest: &str, prefixes: &Prefixes) -> Result<Parameter, QueryCode> {
    let standard = VocabularyWord::ALL.iter().find_map(|word| {
        let attribute = rest.strip_prefix(word.word())?.strip_prefix('_')?;
        Some((VocabularyField::Standard(*word), attribute))
    });
    let (field, attribute) = match standard {
        Some(found) => found,
        None => {
            let local = local_at(rest, prefixes).ok_or(QueryCode::UnknownField)?;
            let end = rest[local..].find('_').ok_or(QueryCode::UnknownField)? + local;
            (vocabulary_field(&rest[..end], prefixes)?, &rest[end + 1..])
        }
    };
    if attribute.is_empty() {
        return Err(QueryCode::BadName);
    }
    let attribute = prefixes.expanded(attribute).map_or_else(|| attribute.into(), String::into_boxed_str);
    Ok(P::AttributeIs(field, attribute))
}

// Behind a known prefix, else behind the first `#`: the attribute's name may have both in it too.
fn local_at(rest: &str, prefixes: &Prefixes) -> Option<usize> {
    let colon = rest.find(':')?;
    if prefixes.namespace(&rest[..colon]).is_some() { Some(colon + 1) } else { Some(rest.find('#')? + 1) }
}

pub(super) fn name(parameter: &Parameter) -> String {
    if let Some((name, _)) = FIXED.iter().find(|(_, known)| known == parameter) {
        return (*name).to_owned();
    }
    let own = |field: &OwnField| {
        [if field.inner { INNER } else { "" }, field.area.word(), &field.name.written()].concat()
    };
    match parameter {
        P::Quantity(operator, unit) => {
            let unit = unit.as_ref().map_or("", Unit::as_str);
            format!("{}_quantity_{unit}", operator.word())
        }
        P::Reading(reading, operator, unit) => {
            let unit = unit.as_ref().map_or("", Unit::as_str);
            format!("{}_{}_{unit}", operator.word(), reading.word())
        }
        P::BizTransaction(code) => format!("EQ_bizTransaction_{}", code.word()),
        P::Source(code) => format!("EQ_source_{}", code.word()),
        P::Destination(code) => format!("EQ_destination_{}", code.word()),
        P::Own(field, operator) => format!("{}_{}", operator.word(), own(field)),
        P::OwnExists(field) => format!("{EXISTS}_{}", own(field)),
        P::HasAttribute(field) => format!("{HAS_ATTRIBUTE}_{}", field.name()),
        P::AttributeIs(field, attribute) => format!("{ATTRIBUTE_IS}_{}_{attribute}", field.name()),
        // The rest stands in the table.
        _ => String::new(),
    }
}
