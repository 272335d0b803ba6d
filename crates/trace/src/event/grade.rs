//! How far an event keeps to the Core Business Vocabulary, as the store keeps it.

use epcis::grade::CbvGrade;

/// The number of a grade in the store.
pub(crate) const fn number(grade: CbvGrade) -> u8 {
    match grade {
        CbvGrade::Neither => 0,
        CbvGrade::Compliant => 1,
        CbvGrade::Compatible => 2,
    }
}

/// The grade of a number in the store.
pub(crate) fn of(number: u8) -> Option<CbvGrade> {
    CbvGrade::ALL.into_iter().find(|grade| self::number(*grade) == number)
}
