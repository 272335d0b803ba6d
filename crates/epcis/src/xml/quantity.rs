//! Quantity events of 1.0: what 1.1 and later say with an object event about an amount of a class (section 7.4.4
//! of EPCIS 1.2).

use std::borrow::Cow;

use super::form::Part;
use super::lower::Lower;
use super::member;
use crate::tree::{Field, Name, TreeFault, Value};

impl<'s> Lower<'_, 's> {
    pub(super) fn quantity_event(
        &mut self,
        name: Name<'s>,
        written: Cow<'s, str>,
        index: u32,
    ) -> Result<(), TreeFault> {
        let at = self.source.get(index).at;
        let nothing = || Cow::Borrowed("");
        self.builder.open(name, written, Value::Fields, at)?;
        self.leaf(Field::Type, nothing(), Cow::Borrowed("ObjectEvent"), at)?;
        self.leaf(Field::Action, nothing(), Cow::Borrowed("OBSERVE"), at)?;
        let members = member::of_part(self.source, index, Part::QuantityEvent, "");
        let (amount, others): (Vec<_>, Vec<_>) = members
            .into_iter()
            .partition(|member| matches!(member.form, Some((Field::EpcClass | Field::Quantity, _))));
        self.builder.open(Name::Field(Field::QuantityList), nothing(), Value::List, at)?;
        self.builder.open(Name::Item, nothing(), Value::Fields, at)?;
        self.members(amount, false)?;
        self.builder.close();
        self.builder.close();
        self.members(others, false)?;
        self.stray_text(index)?;
        self.builder.close();
        Ok(())
    }
}
