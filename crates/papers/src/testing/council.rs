//! What the council writes.

use jiff::civil::DateTime;

use super::{ADDRESS, CHAIR, CODE, PRODUCER, PRODUCT, council_head, day, signed, texts};
use crate::paper::{
    AgreedOption, Attendance, Attendee, Ballot, Disqualification, DocumentReference, Minutes, Outcome,
    ProposedProduct, Quorum, Recusal, Round, ScoreSheet, SheetCriterion, SheetOption, SheetPart,
    SheetSection, Submission,
};
use crate::points::Points;

const COUNCIL: &str = "Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Đồng Tháp";

fn moment(hour: i8, minute: i8) -> DateTime {
    day(2026, 12, 1).at(hour, minute, 0, 0)
}

/// A ballot of set 14.
#[must_use]
pub fn score_sheet() -> ScoreSheet {
    let sections = |heading: &str, maximum, criteria| SheetSection {
        heading: heading.into(),
        maximum: Points::whole(maximum),
        criteria,
    };
    ScoreSheet {
        set: "Rượu trắng".into(),
        classification: "(Sản phẩm: Đồ uống. Nhóm: Đồ uống có cồn)".into(),
        product: PRODUCT.into(),
        code: CODE.into(),
        producer: PRODUCER.into(),
        phone: Some("0900 000 001".into()),
        address: ADDRESS.into(),
        rejection: texts(&[
            "Hồ sơ bị loại khi: Giả mạo hồ sơ hoặc không đáp ứng về hồ sơ đăng ký theo quy định",
        ]),
        parts: vec![
            SheetPart {
                heading: "Phần A: SẢN PHẨM VÀ SỨC MẠNH CỦA CỘNG ĐỒNG (40 Điểm)".into(),
                maximum: Points::whole(40),
                sections: vec![sections("1. TỔ CHỨC SẢN XUẤT", 17, vec![material(), chain()])],
            },
            SheetPart {
                heading: "Phần B: KHẢ NĂNG TIẾP THỊ (25 Điểm)".into(),
                maximum: Points::whole(25),
                sections: vec![sections("4. TIẾP THỊ", 13, vec![distribution()])],
            },
        ],
        maximum: Points::whole(100),
        total: Some(Points::whole(74)),
        opinion: Some("Nên đăng ký chỉ dẫn địa lý và mở thêm kênh phân phối hiện đại.".into()),
        place: Some("Đồng Tháp".into()),
        date: Some(day(2026, 12, 1)),
        name: Some("Đặng Thị Chấm".into()),
    }
}

fn criterion(
    title: &str,
    maximum: u32,
    notes: &[&str],
    options: &[(&str, u32, Option<u8>, bool)],
) -> SheetCriterion {
    SheetCriterion {
        title: title.into(),
        maximum: Points::whole(maximum),
        notes: texts(notes),
        options: options
            .iter()
            .map(|(text, points, star, ticked)| SheetOption {
                text: (*text).into(),
                points: Points::whole(*points),
                star: *star,
                ticked: *ticked,
            })
            .collect(),
    }
}

fn material() -> SheetCriterion {
    criterion(
        "1.1. Nguồn nguyên liệu",
        4,
        &["Ghi chú: Bị loại nếu sử dụng toàn bộ nguyên liệu nhập khẩu hoặc không rõ nguồn gốc"],
        &[
            ("Có sử dụng nguyên liệu có nguồn gốc trong tỉnh, nhưng có tỷ lệ dưới 50%", 1, Some(3), false),
            ("Sử dụng nguyên liệu có nguồn gốc trong tỉnh từ 50% đến dưới 75%", 2, None, false),
            ("Sử dụng nguyên liệu có nguồn gốc trong tỉnh từ 75% đến 100%", 4, None, true),
        ],
    )
}

fn chain() -> SheetCriterion {
    criterion(
        "1.4. Liên kết chuỗi trong sản xuất",
        3,
        &[],
        &[
            ("Không có liên kết hoặc có liên kết nhưng không rõ ràng", 0, None, false),
            ("Có hợp đồng liên kết từ 50% đến dưới 75% sản lượng tiêu thụ", 1, None, false),
            ("Có hợp đồng liên kết trên 75% sản lượng tiêu thụ", 2, Some(4), true),
            ("Có hợp đồng liên kết trên 75% và thực hiện ổn định từ 12 tháng trở lên", 3, Some(5), false),
        ],
    )
}

fn distribution() -> SheetCriterion {
    criterion(
        "4.1. Khu vực phân phối chính",
        5,
        &[],
        &[
            ("Thị trường trong địa bàn cấp xã", 1, None, false),
            ("Thị trường ngoài địa bàn cấp xã, có dưới 5 đại diện/đại lý phân phối", 2, Some(3), false),
            ("Thị trường ngoài địa bàn cấp xã, có từ 5 đại diện/đại lý phân phối trở lên", 3, Some(4), true),
            ("Có xuất khẩu hoặc kênh phân phối hiện đại", 5, Some(5), false),
        ],
    )
}

const MEMBERS: [(&str, &str, &str); 13] = [
    (CHAIR, "Phó Chủ tịch UBND tỉnh", "Chủ tịch Hội đồng"),
    ("Lê Thị Ví Dụ", "Phó Giám đốc Sở Nông nghiệp và Môi trường", "Phó Chủ tịch Hội đồng"),
    ("Nguyễn Hữu Công", "Phó Giám đốc Sở Công Thương", "Phó Chủ tịch Hội đồng"),
    ("Trần Y Tế", "Sở Y tế", "Ủy viên"),
    ("Phan Khoa", "Sở Khoa học và Công nghệ", "Ủy viên"),
    ("Đặng Thị Chấm", "Sở Văn hóa, Thể thao và Du lịch", "Ủy viên"),
    ("Hồ Liên Minh", "Liên minh Hợp tác xã tỉnh", "Ủy viên"),
    ("Bùi Hội Nông", "Hội Nông dân tỉnh", "Ủy viên"),
    ("Võ Thanh Niên", "Tỉnh Đoàn", "Ủy viên"),
    ("Ngô Phụ Nữ", "Hội Liên hiệp Phụ nữ tỉnh", "Ủy viên"),
    ("Dương Chất Lượng", "Chi cục Chất lượng", "Ủy viên"),
    ("Lý Chuyên Gia", "Chuyên gia tư vấn OCOP", "Ủy viên"),
    ("Đỗ Thị Ghi", "Văn phòng Điều phối nông thôn mới tỉnh", "Thư ký Hội đồng"),
];

fn members() -> Vec<Attendance> {
    MEMBERS
        .iter()
        .enumerate()
        .map(|(seat, (name, title, role))| Attendance {
            name: (*name).into(),
            title: (*title).into(),
            role: (*role).into(),
            absent: (seat == 4).then(|| "đi công tác".to_owned()),
            recused: if seat == 6 {
                vec![Recusal {
                    product: PRODUCT.into(),
                    reason: "là người thân của thành viên hợp tác xã".into(),
                }]
            } else {
                Vec::new()
            },
        })
        .collect()
}

fn round(first: u32, outlier: u32, recused: bool) -> Round {
    let marks: Vec<Option<u32>> = (0..13u32)
        .map(|seat| match seat {
            4 => None,
            6 if recused => None,
            11 => Some(outlier),
            _ => Some(first + seat % 4),
        })
        .collect();
    let given: Vec<u32> = marks.iter().flatten().copied().collect();
    let count = u32::try_from(given.len()).unwrap_or(0);
    let spread = given.iter().max().zip(given.iter().min()).map_or(0, |(high, low)| high - low);
    Round {
        marks: marks.into_iter().map(|mark| mark.map(Points::whole)).collect(),
        mean: Points::mean(given.iter().sum(), count),
        spread: Points::whole(spread),
    }
}

fn ballots() -> Vec<Ballot> {
    vec![
        Ballot {
            product: PRODUCT.into(),
            code: CODE.into(),
            producer: PRODUCER.into(),
            rounds: vec![round(72, 58, true), round(72, 69, true)],
            outcome: Outcome { star: Some(4), note: None },
        },
        Ballot {
            product: "Happy Land Hùng Thy".into(),
            code: "82-30001-02-2026".into(),
            producer: "Hộ kinh doanh Hùng Thy".into(),
            rounds: vec![round(70, 71, false)],
            outcome: Outcome {
                star: Some(3),
                note: Some("Đủ điểm 4 sao, chưa đạt yêu cầu tối thiểu về tăng trưởng".into()),
            },
        },
        Ballot {
            product: "Rượu Ngâm Thử".into(),
            code: "82-30001-03-2026".into(),
            producer: "Hộ kinh doanh Thử".into(),
            rounds: Vec::new(),
            outcome: Outcome { star: None, note: None },
        },
    ]
}

fn mandate() -> DocumentReference {
    DocumentReference {
        number: "652/QĐ-UBND".into(),
        date: day(2026, 6, 9),
        issuer: "Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp".into(),
    }
}

/// Minutes of a council of thirteen with one member fourteen points away in the first round.
#[must_use]
pub fn minutes() -> Minutes {
    let attendee = |seat: usize| Attendee { name: MEMBERS[seat].0.into(), title: MEMBERS[seat].1.into() };
    Minutes {
        letterhead: council_head(9, "BB-HĐOCOP", day(2026, 12, 1)),
        subject: "Họp đánh giá, phân hạng sản phẩm OCOP đợt 2 năm 2026".into(),
        council: COUNCIL.into(),
        mandate: mandate(),
        opened: moment(8, 0),
        closed: moment(16, 30),
        venue: "Phòng họp số 2, Sở Nông nghiệp và Môi trường".into(),
        chair: attendee(0),
        secretary: attendee(12),
        members: members(),
        guests: vec![Attendee {
            name: "Phạm Thị Sen".into(),
            title: "Phó Chủ tịch UBND phường Sa Đéc".into(),
        }],
        quorum: Quorum { members: 13, present: 12, required: 10 },
        spread_limit: Some(Points::whole(10)),
        ballots: ballots(),
        agreed: vec![AgreedOption {
            product: PRODUCT.into(),
            criterion: "1.4. Liên kết chuỗi trong sản xuất".into(),
            option: "Có hợp đồng liên kết trên 75% sản lượng tiêu thụ".into(),
            points: Points::whole(2),
            vote: Some("10/11".into()),
        }],
        disqualified: vec![Disqualification {
            product: "Rượu Ngâm Thử".into(),
            producer: "Hộ kinh doanh Thử".into(),
            reason: "không có giấy phép sản xuất theo quy định".into(),
        }],
        opinions: texts(&["Ông Lý Chuyên Gia: đề nghị Hợp tác xã hoàn thiện hồ sơ truy xuất."]),
        conclusions: texts(&[
            "Đề nghị công nhận 01 sản phẩm hạng 4 sao, 01 sản phẩm hạng 3 sao.",
            "Giao Văn phòng Điều phối hoàn thiện hồ sơ, trình Chủ tịch UBND tỉnh trong 05 ngày làm việc.",
        ]),
        chair_signature: signed(&["CHỦ TỊCH HỘI ĐỒNG"], CHAIR),
        secretary_signature: signed(&["THƯ KÝ"], "Đỗ Thị Ghi"),
    }
}

/// The council's submission.
#[must_use]
pub fn submission() -> Submission {
    Submission {
        letterhead: council_head(31, "TTr-HĐOCOP", day(2026, 12, 3)),
        subject: "Về việc công nhận sản phẩm OCOP đợt 2 năm 2026".into(),
        addressees: texts(&["Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp"]),
        grounds: texts(&[
            "Căn cứ Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ",
            "Căn cứ Quy chế hoạt động của Hội đồng",
        ]),
        council: COUNCIL.into(),
        minutes: DocumentReference {
            number: "09/BB-HĐOCOP".into(),
            date: day(2026, 12, 1),
            issuer: "Hội đồng".into(),
        },
        heard: 3,
        products: vec![ProposedProduct {
            product: PRODUCT.into(),
            producer: PRODUCER.into(),
            commune: "Phường Sa Đéc".into(),
            mean: Points::mean(805, 11),
            star: 4,
        }],
        enclosures: texts(&["Biên bản họp Hội đồng", "11 phiếu đánh giá", "dự thảo Quyết định"]),
        recipients: texts(&["Thành viên Hội đồng"]),
        signature: signed(&["TM. HỘI ĐỒNG", "CHỦ TỊCH"], CHAIR),
    }
}
