//! Every paper carries its facts, on A4.

use papers::testing::{self, PRINTED, samples};

use crate::reading::{engine, letters, open, sizes, text, typeset};

/// A4 in points.
const A4: (f32, f32) = (595.276, 841.89);

fn same(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.5
}

/// What must be legible on each paper, by template.
const FACTS: &[(&str, &[&str])] = &[
    (
        "registration-form.typ",
        &[
            "Mẫu số 01",
            "PHIẾU ĐĂNG KÝ",
            "của tỉnh Đồng Tháp năm 2026",
            "Hợp tác xã nông nghiệp Tân Tây",
            "Đồ uống; Đồ uống có cồn; Rượu trắng",
            "Sản phẩm mẫu (số lượng): 5",
            "Lần đầu x",
            "01/PĐK-82-30001-2026",
            "ngày 06 tháng 10 năm 2026",
            "Trần Thị Nhận",
            "DÀNH CHO CƠ QUAN QUẢN LÝ OCOP CẤP TỈNH",
        ],
    ),
    (
        "self-assessment.typ",
        &[
            "Mẫu số 02",
            "BÁO CÁO TỰ ĐÁNH GIÁ VỀ SẢN PHẨM",
            "512007000123",
            "01/02/2019",
            "Phần IV",
            "Giấy chứng nhận đăng ký nhãn hiệu: x",
            "+ Khác (ghi rõ)",
            "Liên kết chuỗi trong sản xuất",
            "Giải thưởng của sản phẩm",
            "Tài liệu 15",
            "Chưa có",
            "74",
        ],
    ),
    (
        "commune-report.typ",
        &[
            "Số: 86/BC-UBND",
            "Sa Đéc, ngày 19 tháng 10 năm 2026",
            "1. Tên chủ thể",
            "1. Về sử dụng nguyên liệu địa phương",
            "4. Bản sắc/trí tuệ địa phương",
            "Giới tính: Nam; Dân tộc: Kinh",
            "đề nghị Ủy ban nhân dân tỉnh Đồng Tháp đánh giá",
            "TM. ỦY BAN NHÂN DÂN",
            "Phạm Thị Sen",
        ],
    ),
    (
        "request-letter.typ",
        &[
            "Số: 412/UBND-KT",
            "V/v đề nghị đánh giá, phân hạng sản phẩm OCOP đợt 2 năm 2026",
            "Kính gửi:",
            "- Ủy ban nhân dân tỉnh Đồng Tháp;",
            "Happy Land Hùng Thy",
            "Đánh giá lại",
            "- Như trên;",
            "Lưu: VT.",
        ],
    ),
    (
        "score-sheet.typ",
        &[
            "RƯỢU TRẮNG",
            "82-30001-01-2026",
            "x Sử dụng nguyên liệu có nguồn gốc trong tỉnh từ 75% đến 100%",
            "(****)",
            "74/100",
            "Nên đăng ký chỉ dẫn địa lý",
            "Đặng Thị Chấm",
        ],
    ),
    (
        "minutes.typ",
        &[
            "Số: 09/BB-HĐOCOP",
            "08 giờ 00 phút, ngày 01 tháng 12 năm 2026",
            "Phan Khoa",
            "Lý do: đi công tác",
            "Hồ Liên Minh, đối với sản phẩm Sa Đéc Tửu",
            "đủ điều kiện họp",
            "không chênh lệch quá 10 điểm",
            "72,9",
            "chấm 2 lượt",
            "Bị loại",
            "10/11",
            "không có giấy phép sản xuất theo quy định",
            "THƯ KÝ",
            "CHỦ TỊCH HỘI ĐỒNG",
        ],
    ),
    (
        "submission.typ",
        &["TỜ TRÌNH", "31/TTr-HĐOCOP", "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp", "73,18", "4 sao"],
    ),
    (
        "decision.typ",
        &[
            "Số: 1850/QĐ-UBND",
            "QUYẾT ĐỊNH:",
            "Điều 1. Công nhận 01 sản phẩm",
            "36 tháng",
            "Điều 4.",
            "DANH SÁCH SẢN PHẨM",
            "Theo đề nghị của Hội đồng",
            "KT. CHỦ TỊCH",
            "Nguyễn Văn Mẫu",
        ],
    ),
    (
        "certificate.typ",
        &[
            "CHỨNG NHẬN",
            "SA ĐÉC TỬU",
            "HẠNG 4 SAO",
            "12/GCN-OCOP",
            "1850/QĐ-UBND",
            "36 tháng",
            "đến hết ngày 07 tháng 12 năm 2029",
            "https://ocop.dongthap.example/c/12-GCN-2026",
        ],
    ),
    (
        "result-letter.typ",
        &[
            "THÔNG BÁO",
            "73,18/100 điểm, đạt hạng 4 sao",
            "2. Yêu cầu tối thiểu chưa đạt",
            "Có xuất khẩu hoặc kênh phân phối hiện đại",
            "3. Những điểm chưa đạt và cách khắc phục",
            "Giữ hợp đồng với 40 hộ đủ 12 tháng",
            "từ 180 đến 120 ngày",
        ],
    ),
];

#[test]
fn every_paper_carries_its_facts_on_a4() {
    let engine = engine();
    let samples = samples().unwrap();
    assert_eq!(samples.len(), FACTS.len());
    for sample in &samples {
        let (_, facts) = FACTS.iter().find(|(template, _)| *template == sample.template).unwrap();
        let document = open(typeset(&engine, sample).bytes());
        for (width, height) in sizes(&document) {
            let landscape = sample.template == "certificate.typ";
            let (width, height) = if landscape { (height, width) } else { (width, height) };
            assert!(same(width, A4.0) && same(height, A4.1), "{}: {width} × {height}", sample.template);
        }
        let words = letters(&document);
        for fact in *facts {
            let wanted: String = fact.chars().filter(|c| !c.is_whitespace()).collect();
            assert!(words.contains(&wanted), "{} lacks {fact:?} in {words}", sample.template);
        }
    }
}

#[test]
fn pages_are_numbered_from_the_second() {
    let engine = engine();
    let document = open(engine.typeset(&testing::minutes(), PRINTED).unwrap().bytes());
    assert!(document.get_pages().len() >= 2);
    assert!(text(&document, &[2]).starts_with("2 "), "{}", text(&document, &[2]));
    assert!(!text(&document, &[1]).starts_with('1'), "{}", text(&document, &[1]));
}

#[test]
fn the_margins_are_within_the_decree() {
    // Annex I, part I, 1.4: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm.
    let engine = engine();
    let probe = r#"#import "nd30.typ": *
#show: nd30.with(title: "t")
#context layout(size => [#(page.margin.left / 1mm) #(page.margin.right / 1mm) #(page.margin.top / 1mm) #(page.margin.bottom / 1mm) #(size.width / 1mm)])"#;
    let engine = papers::Engine::new(engine.templates().clone().with("probe.typ", probe).unwrap());
    let pdf = engine.typeset_facts("probe.typ", serde_json::json!({}), Vec::new(), PRINTED).unwrap();
    let words = text(&open(pdf.bytes()), &[1]);
    let numbers: Vec<f64> = words.split(' ').map(|number| number.parse().unwrap()).collect();
    let within = |number: f64, low: f64, high: f64| (low - 0.01..=high + 0.01).contains(&number);
    assert!(within(numbers[0], 30.0, 35.0) && within(numbers[1], 15.0, 20.0), "{words}");
    assert!(within(numbers[2], 20.0, 25.0) && within(numbers[3], 20.0, 25.0), "{words}");
    assert!(within(numbers[4], 210.0 - 55.0, 210.0 - 45.0), "{words}");
}

#[test]
fn a_number_below_ten_and_an_early_month_get_a_zero() {
    let mut letter = testing::commune_report();
    letter.letterhead.number = Some(7);
    letter.letterhead.date = Some("2026-02-05".parse().unwrap());
    let words = letters(&open(engine().typeset(&letter, PRINTED).unwrap().bytes()));
    assert!(words.contains("Số:07/BC-UBND"), "{words}");
    assert!(words.contains("ngày05tháng02năm2026"), "{words}");
}

#[test]
fn a_number_or_date_not_yet_given_leaves_room_for_the_hand() {
    let mut letter = testing::commune_report();
    letter.letterhead.number = None;
    letter.letterhead.date = None;
    let words = letters(&open(engine().typeset(&letter, PRINTED).unwrap().bytes()));
    assert!(words.contains("Số:..") && words.contains("ngày.."), "{words}");
}

#[test]
fn the_same_paper_at_the_same_moment_gives_the_same_bytes() {
    let first = engine().typeset(&testing::certificate(), PRINTED).unwrap();
    assert_eq!(first, engine().typeset(&testing::certificate(), PRINTED).unwrap());
    let later = PRINTED + std::time::Duration::from_secs(60);
    assert_ne!(first, engine().typeset(&testing::certificate(), later).unwrap());
}

#[test]
fn a_decision_of_unknown_number_is_cited_by_its_day() {
    let mut certificate = testing::certificate();
    certificate.decision.number.clear();
    let words = letters(&open(engine().typeset(&certificate, PRINTED).unwrap().bytes()));
    assert!(words.contains("theoQuyếtđịnhngày"), "{words}");
}

#[test]
fn a_product_that_misses_three_stars_is_told_so_and_gets_no_decision() {
    let mut letter = testing::result_letter();
    letter.star = 2;
    letter.decision = None;
    letter.expires = None;
    let words = letters(&open(engine().typeset(&letter, PRINTED).unwrap().bytes()));
    assert!(words.contains("xếphạng2sao,chưađủđiềukiệncôngnhận"), "{words}");
    assert!(!words.contains("đượccôngnhậntạiQuyếtđịnh"), "{words}");
}

#[test]
fn a_revocation_names_its_reason_and_forbids_the_mark() {
    let mut decision = testing::decision();
    decision.ruling = papers::paper::Ruling::Revocation { reason: "chủ thể ngừng sản xuất".into() };
    let words = letters(&open(engine().typeset(&decision, PRINTED).unwrap().bytes()));
    assert!(words.contains("Thuhồi") && words.contains("chủthểngừngsảnxuất"), "{words}");
    assert!(!words.contains("Côngnhận01"), "{words}");
}

#[test]
fn an_empty_ballot_has_no_tick_and_no_total() {
    let mut sheet = testing::score_sheet();
    sheet.total = None;
    sheet.opinion = None;
    for part in &mut sheet.parts {
        for option in part.sections.iter_mut().flat_map(|s| &mut s.criteria).flat_map(|c| &mut c.options) {
            option.ticked = false;
        }
    }
    let words = letters(&open(engine().typeset(&sheet, PRINTED).unwrap().bytes()));
    assert!(!words.contains("xSửdụng") && !words.contains("74/100"), "{words}");
}
