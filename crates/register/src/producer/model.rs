//! Kinds of producer and of member, and the keys by which two of them look alike.

use ground::fold::fold;
use ground::words_enum;

words_enum! {
    /// Who may take part (QĐ 26/2026 Art. 2.3); all of them with a business registration.
    ProducerKind {
        /// Hợp tác xã.
        Cooperative = "cooperative",
        /// Tổ hợp tác.
        CooperativeGroup = "cooperative-group",
        /// Doanh nghiệp nhỏ và vừa.
        Enterprise = "enterprise",
        /// Trang trại.
        Farm = "farm",
        /// Hộ sản xuất, kinh doanh.
        Household = "household",
        /// Hội, for tourism.
        Association = "association",
        /// Trung tâm điều hành, for tourism.
        OperatingCentre = "operating-centre",
    }
}

words_enum! {
    /// Sex of the legal representative, as Mẫu 02 asks.
    Sex {
        /// Nữ.
        Female = "female",
        /// Nam.
        Male = "male",
    }
}

words_enum! {
    /// Whether the legal representative is a person with a disability, as criterion 2026 asks.
    Disability {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }
}

words_enum! {
    /// The kinds of member of a cooperative (Law 17/2023/QH15); other producers have plain members.
    MemberKind {
        /// Thành viên chính thức.
        Official = "official",
        /// Thành viên liên kết góp vốn.
        LinkedContributing = "linked-contributing",
        /// Thành viên liên kết không góp vốn.
        LinkedNonContributing = "linked-non-contributing",
    }
}

/// Short forms of kinds of producer, as people write them, and what they stand for; all folded.
const SHORT_FORMS: [(&str, &str); 7] = [
    ("htx", "hop tac xa"),
    ("tht", "to hop tac"),
    ("hkd", "ho kinh doanh"),
    ("cssx", "co so san xuat"),
    ("cty", "cong ty"),
    ("dntn", "doanh nghiep tu nhan"),
    ("dn", "doanh nghiep"),
];

/// A name folded for search and likeness: "HTX Tân Tây" and "Hợp tác xã Tân Tây" fold alike.
pub(crate) fn folded(name: &str) -> String {
    let folded = fold(name);
    let words = folded
        .split(' ')
        .map(|word| SHORT_FORMS.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| long));
    words.collect::<Vec<_>>().join(" ")
}

/// A registration number without what people write differently: "51.A8-000123" → "51a8000123".
pub(crate) fn registration_key(number: &str) -> String {
    number.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// A phone number as digits in the national form: "+84 918 123 456" → "0918123456".
pub(crate) fn phone_key(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix("84") {
        Some(rest) if digits.len() >= 11 => format!("0{rest}"),
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::{folded, phone_key, registration_key};

    #[test]
    fn a_short_form_and_its_words_fold_alike() {
        assert_eq!(folded("HTX nông nghiệp Tân Tây"), folded("Hợp tác xã Nông nghiệp Tân Tây"));
    }

    #[test]
    fn numbers_that_people_write_differently_have_one_key() {
        assert_eq!(phone_key("+84 918 123 456"), phone_key("0918.123.456"));
        assert_eq!(registration_key("51.A8-000123"), registration_key("51a8 000 123"));
        assert_ne!(phone_key("0918123456"), phone_key("0918123457"));
    }
}
