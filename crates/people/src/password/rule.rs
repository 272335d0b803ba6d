//! What a password must be (ASVS 5.0, 6.2): long enough, and not what everyone tries first. No rule about kinds of
//! characters: a sentence of four words is welcome.

use ground::fold::fold;
use ground::{FieldProblem, Refusal, Result};

/// Fewest characters.
pub(crate) const LEAST: usize = 12;
/// Most characters; enough for a long sentence.
pub(crate) const MOST: usize = 256;
/// A run of the keyboard or of the alphabet this long is no secret.
const RUN: usize = 6;
/// Fewest different characters.
const DIFFERENT: usize = 5;
/// Characters that must be left when the words everyone knows are taken out.
const OWN: usize = 5;

// Words of the commonest passwords, here and abroad, and of this house; folded, longest first where one holds another.
const COMMON: &[&str] = &[
    "matkhaucuatoi",
    "administrator",
    "matkhaumoi",
    "trustnoone",
    "motconvit",
    "anhyeuemnhieu",
    "emyeuanhnhieu",
    "christopher",
    "letmeinnow",
    "toiyeuvietnam",
    "hanoimuathu",
    "vietnamvodich",
    "changemenow",
    "princess",
    "matkhau",
    "password",
    "passw0rd",
    "p4ssword",
    "pa55word",
    "anhyeuem",
    "emyeuanh",
    "yeuem",
    "yeuanh",
    "iloveyou",
    "football",
    "baseball",
    "superman",
    "sunshine",
    "starwars",
    "whatever",
    "computer",
    "internet",
    "samsung",
    "facebook",
    "dongthap",
    "vietnam",
    "saigon",
    "hanoi",
    "sadec",
    "caolanh",
    "ocop",
    "hoasen",
    "songtien",
    "welcome",
    "letmein",
    "changeme",
    "default",
    "system",
    "server",
    "monkey",
    "dragon",
    "master",
    "shadow",
    "michael",
    "jordan",
    "killer",
    "login",
    "guest",
    "admin",
    "canbo",
    "phuong",
    "xinchao",
    "chaoban",
    "khongbiet",
    "khongco",
    "congaingoan",
    "nguyen",
    "thuong",
    "giadinh",
    "hanhphuc",
    "tinhyeu",
    "quentenmat",
    "deochobiet",
    "zxcvbnm",
    "asdfgh",
    "qwerty",
    "abcxyz",
    "abc",
    "xyz",
    "sen",
];

const RUNS: &[&str] = &[
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890123456789",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv",
    "qazwsxedcrfvtgb",
    "1q2w3e4r5t6y7u8i9o0p",
];

/// Judges a new password of an account with this login and name.
///
/// # Errors
/// `too-short`, `too-long`, `password-common`, `password-yours` at the field.
pub fn check(field: &'static str, password: &str, login: &str, name: &str) -> Result<()> {
    let letters = password.chars().count();
    let problem = if letters < LEAST {
        FieldProblem::new(field, "too-short").with("least", LEAST)
    } else if letters > MOST {
        FieldProblem::new(field, "too-long").with("most", MOST)
    } else if is_of(password, login) || is_of(password, name) {
        FieldProblem::new(field, "password-yours")
    } else if is_common(password) {
        FieldProblem::new(field, "password-common")
    } else {
        return Ok(());
    };
    Err(Refusal::invalid(vec![problem]))
}

fn plain(text: &str) -> String {
    fold(text).replace(' ', "")
}

// The login or the name, with hardly anything of its own around it.
fn is_of(password: &str, known: &str) -> bool {
    let (password, known) = (plain(password), plain(known));
    known.len() >= 3 && password.contains(&known) && left(password.replace(&known, "").as_str()) < OWN
}

fn is_common(password: &str) -> bool {
    let plain = plain(password);
    let mut letters: Vec<char> = password.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    if letters.len() < DIFFERENT || repeats(&plain) {
        return true;
    }
    // Runs first: a word cut out of one would leave its other half standing as if it were a secret.
    let mut rest = plain;
    for run in RUNS {
        for way in [(*run).to_owned(), run.chars().rev().collect()] {
            rest = without_runs(&rest, &way);
        }
    }
    for word in COMMON {
        rest = rest.replace(word, "");
    }
    left(&rest) < OWN
}

// What is left to guess: letters in full, the digits everyone adds at the end count for one.
fn left(rest: &str) -> usize {
    let bare = rest.trim_end_matches(|c: char| c.is_ascii_digit());
    bare.chars().count() + usize::from(bare.len() < rest.len())
}

// One unit over and over: 123412341234.
fn repeats(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    (1..=letters.len() / 2).any(|unit| letters.iter().enumerate().all(|(n, c)| *c == letters[n % unit]))
}

fn without_runs(text: &str, run: &str) -> String {
    let (letters, run): (Vec<char>, Vec<char>) = (text.chars().collect(), run.chars().collect());
    let mut kept = String::new();
    let mut at = 0;
    while at < letters.len() {
        let longest = (0..run.len())
            .map(|start| letters[at..].iter().zip(&run[start..]).take_while(|(a, b)| a == b).count())
            .max();
        match longest {
            Some(length) if length >= RUN => at += length,
            _ => {
                kept.push(letters[at]);
                at += 1;
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::check;

    fn code(password: &str) -> Option<&'static str> {
        check("password", password, "van.lh", "Lê Hồng Vân").err().map(|refusal| refusal.fields[0].code)
    }

    #[test]
    fn a_sentence_needs_no_digits_and_no_signs() {
        for password in [
            "con mèo ăn bánh phồng",
            "correct horse battery staple",
            "trời mưa ướt áo bà ba",
            "vXk-2mq-pWd9z",
        ] {
            assert_eq!(code(password), None, "{password}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_word_of_the_list_is_saved_by_digits_and_signs(n in 0..super::COMMON.len(), digits in "[0-9]{10,14}", sign in "[!@#.]") {
            let password = super::COMMON[n].to_owned() + &sign + &digits;
            proptest::prop_assert!(code(&password).is_some());
        }

        #[test]
        fn every_text_has_a_verdict(text in ".{0,300}") {
            let letters = text.chars().count();
            let refused = code(&text);
            proptest::prop_assert_eq!(refused == Some("too-short"), letters < 12);
            proptest::prop_assert_eq!(refused == Some("too-long"), letters > 256);
        }
    }

    #[test]
    fn a_short_one_is_refused_whatever_is_in_it() {
        assert_eq!(code("aB3$xY9!qZ"), Some("too-short"));
        assert_eq!(code(&"ă".repeat(300)), Some("too-long"));
    }

    #[test]
    fn what_everyone_tries_first_is_refused() {
        for password in [
            "password1234",
            "Matkhau@123456",
            "mật khẩu 2026",
            "123456789012",
            "qwertyuiop123",
            "aaaaaaaaaaaa",
            "iloveyou2026!",
            "anhyeuem123456",
            "Ocop@DongThap2026",
            "abc123abc123",
            "SaDec@20262026",
            "1q2w3e4r5t6y",
        ] {
            assert_eq!(code(password), Some("password-common"), "{password}");
        }
    }

    #[test]
    fn the_login_and_the_name_are_no_secret() {
        assert_eq!(code("van.lh van.lh 12"), Some("password-yours"));
        assert_eq!(code("LeHongVan2026"), Some("password-yours"));
    }
}
