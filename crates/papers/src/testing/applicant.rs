//! What the producer and the commune hand in.

use super::{ADDRESS, CODE, PRODUCER, PRODUCT, day, signed, texts, ward};
use crate::paper::{
    AssessedCriterion, BusinessResults, CommuneReport, EvidenceRow, HeldPapers, IntellectualProperty, Matter,
    Receipt, RegistrationForm, RegistrationKind, Representative, RequestLetter, RequestedProduct,
    SelfAssessment,
};
use crate::points::Points;

fn representative() -> Representative {
    Representative {
        name: "Lê Văn Tửu".into(),
        sex: Some("Nam".into()),
        ethnicity: Some("Kinh".into()),
        address: Some(ADDRESS.into()),
    }
}

/// Form 01.
#[must_use]
pub fn registration_form() -> RegistrationForm {
    RegistrationForm {
        province: "Đồng Tháp".into(),
        year: 2026,
        producer: PRODUCER.into(),
        representative: "Lê Văn Tửu".into(),
        position: Some("Giám đốc Hợp tác xã".into()),
        address: ADDRESS.into(),
        phone: Some("0900 000 001".into()),
        email: None,
        product: PRODUCT.into(),
        classification: "Đồ uống; Đồ uống có cồn; Rượu trắng".into(),
        kind: RegistrationKind::First,
        samples: Some(5),
        attachments: texts(&["Hồ sơ minh chứng (15 nội dung)."]),
        place: Some("Sa Đéc".into()),
        date: Some(day(2026, 10, 5)),
        commune_receipt: Receipt {
            number: Some("01/PĐK-82-30001-2026".into()),
            received: Some(day(2026, 10, 6)),
            receiver: Some("Trần Thị Nhận".into()),
        },
        province_receipt: Receipt::default(),
    }
}

/// Form 02.
#[must_use]
pub fn self_assessment() -> SelfAssessment {
    SelfAssessment {
        producer: PRODUCER.into(),
        organisation: "Hợp tác xã".into(),
        address: ADDRESS.into(),
        phone: Some("0900 000 001".into()),
        email: None,
        representative: representative(),
        founded: Some(day(2019, 2, 1)),
        registration_number: Some("512007000123".into()),
        product: PRODUCT.into(),
        description: "Rượu trắng nấu từ gạo và men lá, 35 % vol, chai thủy tinh 500 ml; TCCS 01:2026/TT."
            .into(),
        held: HeldPapers {
            registration: true,
            declaration: true,
            food_safety: true,
            production: true,
            property: IntellectualProperty { trademark: true, ..IntellectualProperty::default() },
        },
        history:
            "Thành lập năm 2019 từ tổ nấu rượu của làng nghề bột Sa Đéc.\nNăm 2024 mở xưởng chưng cất mới."
                .into(),
        structure: "Hội đồng quản trị 3 người, Ban kiểm soát 1 người, 27 thành viên.".into(),
        results: BusinessResults {
            production: "Gạo mua của 40 hộ trong phường theo hợp đồng; chưng cất bằng nồi inox, lọc than."
                .into(),
            quality: "Bao bì mới, nhãn đủ nội dung, có mã truy xuất.".into(),
            market: "12 đại lý trong và ngoài tỉnh.".into(),
            outcome: "Năm 2025: doanh thu 1.450 triệu đồng, lợi nhuận 210 triệu đồng.".into(),
        },
        criteria: criteria(),
        total: Points::whole(74),
        changes: None,
        plan: "Mở rộng vùng gạo nguyên liệu lên 60 ha, bán tại điểm du lịch làng hoa.".into(),
        evidence: evidence(),
        place: Some("Sa Đéc".into()),
        date: Some(day(2026, 10, 5)),
    }
}

fn criteria() -> Vec<AssessedCriterion> {
    [
        ("1.1", "Nguồn nguyên liệu", 4, 4, "Trên 75 % gạo mua trong tỉnh."),
        ("1.4", "Liên kết chuỗi trong sản xuất", 3, 2, "Hợp đồng với 40 hộ, 82 % sản lượng."),
        ("2.1", "Nguồn gốc ý tưởng sản phẩm", 3, 3, "Đặc sản chỉ có ở Sa Đéc."),
        ("4.1", "Khu vực phân phối chính", 5, 3, "12 đại lý."),
    ]
    .into_iter()
    .map(|(number, title, maximum, points, description)| AssessedCriterion {
        number: number.into(),
        title: title.into(),
        maximum: Points::whole(maximum),
        points: Points::whole(points),
        description: description.into(),
        evidence: texts(&["Hợp đồng mua gạo số 03/2026"]),
    })
    .collect()
}

fn evidence() -> Vec<EvidenceRow> {
    (1..=15)
        .map(|row| EvidenceRow {
            code: format!("E{row:02}"),
            papers: if row == 9 { Vec::new() } else { vec![format!("Tài liệu {row}")] },
        })
        .collect()
}

/// Form 03.
#[must_use]
pub fn commune_report() -> CommuneReport {
    let matter =
        |declared: &str, found: &str| Matter { declared: Some(declared.into()), found: found.into() };
    CommuneReport {
        letterhead: ward(86, "BC-UBND", day(2026, 10, 19)),
        producer: PRODUCER.into(),
        organisation: "Hợp tác xã".into(),
        address: ADDRESS.into(),
        representative: representative(),
        product: PRODUCT.into(),
        material: matter("gạo mua trong phường", "Đã đối chiếu 40 hợp đồng; 82 % gạo của hộ trong phường."),
        labour: matter("19 lao động", "17 trong 19 lao động thường trú tại phường (89 %)."),
        idea: matter("rượu Sa Đéc có từ lâu đời", "Sản phẩm truyền thống, chỉ có ở làng nghề Sa Đéc."),
        identity: Matter {
            declared: None, found: "Men lá và cách ủ hai lần là tri thức của làng.".into()
        },
        reporter: "Ủy ban nhân dân phường Sa Đéc".into(),
        decider: "Ủy ban nhân dân tỉnh Đồng Tháp".into(),
        recipients: texts(&["UBND tỉnh", "Văn phòng Điều phối nông thôn mới tỉnh", PRODUCER]),
        signature: signed(&["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Phạm Thị Sen"),
    }
}

/// The commune's letter.
#[must_use]
pub fn request_letter() -> RequestLetter {
    RequestLetter {
        letterhead: ward(412, "UBND-KT", day(2026, 10, 20)),
        subject: "đề nghị đánh giá, phân hạng sản phẩm OCOP đợt 2 năm 2026".into(),
        addressees: texts(&["Ủy ban nhân dân tỉnh Đồng Tháp", "Văn phòng Điều phối nông thôn mới tỉnh"]),
        sender: "Ủy ban nhân dân phường Sa Đéc".into(),
        round: "đợt 2 năm 2026".into(),
        products: vec![
            RequestedProduct {
                product: PRODUCT.into(),
                code: CODE.into(),
                producer: PRODUCER.into(),
                kind: "Lần đầu".into(),
                samples: Some(5),
            },
            RequestedProduct {
                product: "Happy Land Hùng Thy".into(),
                code: "82-30001-02-2026".into(),
                producer: "Hộ kinh doanh Hùng Thy".into(),
                kind: "Đánh giá lại".into(),
                samples: None,
            },
        ],
        enclosures: texts(&["02 bộ hồ sơ sản phẩm", "02 báo cáo đánh giá một số nội dung (Mẫu số 03)"]),
        recipients: Vec::new(),
        signature: signed(&["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Võ Thị Bình"),
    }
}
