//! What comes of it.

use super::{ADDRESS, CHAIR, CODE, PRODUCER, PRODUCT, day, province, signed, texts};
use crate::paper::{
    Certificate, DecidedProduct, Decision, DocumentReference, FailedGate, LostPoints, PartResult,
    ResultLetter, Ruling,
};
use crate::points::Points;

const ISSUER: &str = "Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp";

fn reference() -> DocumentReference {
    DocumentReference { number: "1850/QĐ-UBND".into(), date: day(2026, 12, 8), issuer: ISSUER.into() }
}

/// A decision that recognises one product.
#[must_use]
pub fn decision() -> Decision {
    Decision {
        letterhead: province(1850, "QĐ-UBND", day(2026, 12, 8)),
        authority: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP".into(),
        issuer: ISSUER.into(),
        subject: "Về việc công nhận sản phẩm OCOP đợt 2 năm 2026".into(),
        grounds: texts(&[
            "Căn cứ Luật Tổ chức chính quyền địa phương",
            "Căn cứ Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ quy định về đánh giá, phân hạng sản phẩm OCOP",
            "Theo đề nghị của Hội đồng đánh giá, phân hạng sản phẩm OCOP tại Tờ trình số 31/TTr-HĐOCOP ngày 03 tháng 12 năm 2026",
        ]),
        ruling: Ruling::Recognition { months: 36 },
        executors: "Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nông nghiệp và Môi trường, Chủ tịch Ủy ban nhân dân phường Sa Đéc và chủ thể có tên tại Danh sách".into(),
        products: vec![DecidedProduct {
            product: PRODUCT.into(),
            code: CODE.into(),
            producer: PRODUCER.into(),
            address: ADDRESS.into(),
            mean: Some(Points::mean(805, 11)),
            star: 4,
        }],
        recipients: texts(&["Bộ Nông nghiệp và Môi trường", "Chủ tịch, các Phó Chủ tịch UBND tỉnh", "Cổng Thông tin điện tử tỉnh"]),
        signature: signed(&["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], CHAIR),
    }
}

/// The certificate of Sa Đéc Tửu.
#[must_use]
pub fn certificate() -> Certificate {
    numbered_certificate(12)
}

/// A certificate with a number of its own, for printing many.
#[must_use]
pub fn numbered_certificate(number: u32) -> Certificate {
    Certificate {
        authority: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP".into(),
        number: format!("{number}/GCN-OCOP"),
        decision: reference(),
        product: PRODUCT.into(),
        code: CODE.into(),
        producer: PRODUCER.into(),
        address: ADDRESS.into(),
        star: 4,
        months: 36,
        issued: day(2026, 12, 8),
        expires: day(2029, 12, 7),
        place: "Đồng Tháp".into(),
        signature: signed(&["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], CHAIR),
        verdict_url: format!("https://ocop.dongthap.example/c/{number}-GCN-2026"),
    }
}

/// A result letter with one failed gate.
#[must_use]
pub fn result_letter() -> ResultLetter {
    let part = |heading: &str, sum, maximum| PartResult {
        heading: heading.into(),
        points: Points::mean(sum, 11),
        maximum: Points::whole(maximum),
    };
    ResultLetter {
        letterhead: province(77, "TB-UBND", day(2026, 12, 9)),
        subject: "Kết quả đánh giá, phân hạng sản phẩm OCOP đợt 2 năm 2026".into(),
        addressees: texts(&[PRODUCER, "Ủy ban nhân dân phường Sa Đéc"]),
        council: "Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Đồng Tháp".into(),
        product: PRODUCT.into(),
        code: CODE.into(),
        producer: PRODUCER.into(),
        total: Points::mean(805, 11),
        star: 4,
        decision: Some(reference()),
        expires: Some(day(2029, 12, 7)),
        parts: vec![
            part("Phần A: Sản phẩm và sức mạnh của cộng đồng", 341, 40),
            part("Phần B: Khả năng tiếp thị", 189, 25),
            part("Phần C: Chất lượng sản phẩm", 275, 35),
        ],
        gates: vec![FailedGate {
            star: 5,
            criterion: "4.1. Khu vực phân phối chính".into(),
            reached: "Từ 5 đại lý ngoài địa bàn cấp xã".into(),
            needed: "Có xuất khẩu hoặc kênh phân phối hiện đại".into(),
        }],
        lost: vec![
            LostPoints {
                criterion: "1.4. Liên kết chuỗi trong sản xuất".into(),
                points: Points::whole(2),
                maximum: Points::whole(3),
                advice: "Giữ hợp đồng với 40 hộ đủ 12 tháng (đến tháng 3/2027) và nộp biên bản thanh lý."
                    .into(),
            },
            LostPoints {
                criterion: "4.1. Khu vực phân phối chính".into(),
                points: Points::whole(3),
                maximum: Points::whole(5),
                advice: "Ký hợp đồng với một siêu thị hoặc chuỗi cửa hàng.".into(),
            },
        ],
        contact: Some("Văn phòng Điều phối nông thôn mới tỉnh, điện thoại 0277 000 0000".into()),
        recipients: texts(&["Thành viên Hội đồng"]),
        signature: signed(&["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"], "Huỳnh Văn Phòng"),
    }
}
