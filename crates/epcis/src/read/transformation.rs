//! What only one type of event says: inputs that become outputs.

use super::Reader;
use super::fields::Fields;
use super::kind::has_items;
use crate::check::Rule;
use crate::model::{Kind, Transformation};
use crate::tree::Field;

impl Reader<'_> {
    pub(super) fn transformation(&mut self, fields: &Fields<'_, '_>) -> Kind {
        let inputs = self.objects(fields, Field::InputEpcList, Field::InputQuantityList);
        let outputs = self.objects(fields, Field::OutputEpcList, Field::OutputQuantityList);
        self.once(fields, Field::InputEpcList, &inputs.epcs);
        self.once(fields, Field::OutputEpcList, &outputs.epcs);
        let id = self.uri_of(fields, Field::TransformationId);
        let ilmd = fields.get(Field::Ilmd).map(|node| self.ilmd(node)).unwrap_or_default();
        let ins = has_items(fields, Field::InputEpcList) || has_items(fields, Field::InputQuantityList);
        let outs = has_items(fields, Field::OutputEpcList) || has_items(fields, Field::OutputQuantityList);
        // Events that share a transformation identifier may split inputs and outputs among them.
        let shared = fields.has(Field::TransformationId);
        if !ins && (!shared || !outs) {
            self.findings.add(Rule::NoInputs, fields.node, "");
        }
        if !outs && !shared {
            self.findings.add(Rule::NoOutputs, fields.node, "");
        }
        Kind::Transformation(Transformation { inputs, outputs, id, ilmd })
    }
}
