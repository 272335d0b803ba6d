//! The page: a table a type of thing, a row an intent and state, a column a kind of person.

use ground::access::{Access, Basis};
use ground::{Lang, Role};
use web::Words;

use super::cast::{self, Person};
use super::things::{self, Thing, Trait};
use crate::rooms::ROOMS;

const HEAD: &str = "\
# Who may do what · Ai được làm gì

Generated from the Cedar policies of all rooms; do not edit. Renew it with
`SEN_TEST_WRITE=1 cargo test --test it access_matrix`. What no policy permits is refused: a dot.

Sinh từ các chính sách Cedar của mọi phòng; không sửa tay. Điều gì không chính sách nào cho phép thì bị từ chối: dấu chấm.

| mark | meaning | nghĩa |
|---|---|---|
| `·` | refused | không được |
| `C` | who holds the role in the thing's commune | giữ vai trò ở xã, phường của hồ sơ |
| `P` | … in its province | … ở tỉnh |
| `N` | … at the centre | … ở trung ương |
| `E` | … elsewhere | … ở nơi khác |
| `O` | in the producer whose it is | trong chính chủ thể |
| `F` | in another producer | trong chủ thể khác |
| `●` | this person | chính người này |
| `consent` | permitted, and resting on the producer's consent, which the journal names | được, dựa trên sự đồng ý của chủ thể, có ghi trong sổ |

| column | who | ai |
|---|---|---|
| `visitor` | nobody signed in | khách, chưa đăng nhập |
| `account` | signed in, no role | đã đăng nhập, không có vai trò |
| `own` | the account that the record names | tài khoản mà bản ghi nêu tên |
| `seat: …` | who sits in this council, by the seat alone | người có ghế trong hội đồng này |
| `consent` | an account to which the producer consented | tài khoản được chủ thể đồng ý cho làm thay |
| `officer + consent` | the commune's officer, with the producer's consent | cán bộ xã được chủ thể đồng ý cho làm thay |
";

/// The whole page.
pub(super) fn of(access: &Access) -> String {
    let mut page = HEAD.to_owned();
    let words = words();
    for role in Role::ALL {
        let said = |lang| words.text(lang, &format!("role-{role}"), &[]);
        page += &format!("| `{role}` | {} | {} |\n", said(Lang::En), said(Lang::Vi));
    }
    for thing in things::all() {
        page += &table(access, &thing);
    }
    page
}

fn words() -> Words {
    let mut files = vec![("web", web::WORDS)];
    files.extend(ROOMS.iter().map(|room| (room.name, room.words)));
    Words::load(&files).unwrap()
}

// The people of each column.
fn columns(thing: &Thing) -> Vec<Vec<Person>> {
    let mut columns = vec![vec![cast::visitor()], vec![cast::account()]];
    let mut more = |people: Vec<Person>| columns.extend(people.into_iter().map(|person| vec![person]));
    if thing.is(Trait::Owned) {
        more(vec![cast::the_own()]);
    }
    if thing.is(Trait::Seated) {
        more(cast::seated());
    }
    if thing.is(Trait::Produced) {
        more(cast::by_consent());
    }
    columns.extend(Role::ALL.iter().map(|role| cast::holders(*role)));
    columns
}

fn table(access: &Access, thing: &Thing) -> String {
    let columns = columns(thing);
    let mut lines = vec![String::new(), format!("## {}", thing.kind), String::new()];
    let names: Vec<&str> = columns.iter().map(|people| people[0].column.as_str()).collect();
    lines.push(format!("| intent | state | {} |", names.join(" | ")));
    lines.push(format!("|---|---|{}", "---|".repeat(names.len())));
    for intent in things::intents(access, thing.kind) {
        for (states, cells) in rows(access, thing, &columns, &intent) {
            lines.push(format!("| `{intent}` | {states} | {} |", cells.join(" | ")));
        }
    }
    lines.join("\n") + "\n"
}

// States in which all have the same answer share a row.
fn rows(access: &Access, thing: &Thing, columns: &[Vec<Person>], intent: &str) -> Vec<(String, Vec<String>)> {
    let mut rows: Vec<(Vec<&str>, Vec<String>)> = Vec::new();
    for state in &thing.states {
        let cell = |people: &Vec<Person>| {
            let answers = people.iter().filter_map(|person| {
                Some(match super::answer(access, person, intent, &state.resource)? {
                    Basis::OwnRight => person.mark,
                    Basis::Consent => "consent",
                })
            });
            let cell: Vec<&str> = answers.collect();
            if cell.is_empty() { "·".to_owned() } else { cell.join(" ") }
        };
        let cells: Vec<String> = columns.iter().map(cell).collect();
        match rows.iter_mut().find(|(_, known)| *known == cells) {
            Some((states, _)) => states.push(&state.name),
            None => rows.push((vec![&state.name], cells)),
        }
    }
    let name = |states: Vec<&str>| {
        if states.len() == thing.states.len() { "any".to_owned() } else { states.join(", ") }
    };
    rows.into_iter().map(|(states, cells)| (name(states), cells)).collect()
}
