//! Where the provinces lie, for how far apart two scans were.

/// A province: its code (QĐ 19/2025/QĐ-TTg) and its seat (NQ 202/2025/QH15) in hundredths of a degree north and east,
/// as the gazetteer GeoNames (CC BY 4.0) has it, rounded.
const SEATS: [(&str, i16, i16); 34] = [
    ("01", 21_03, 105_85), // Hà Nội
    ("04", 22_67, 106_26), // Cao Bằng
    ("08", 21_82, 105_21), // Tuyên Quang
    ("11", 21_39, 103_02), // Điện Biên
    ("12", 22_40, 103_46), // Lai Châu
    ("14", 21_33, 103_91), // Sơn La
    ("15", 21_70, 104_88), // Lào Cai: Yên Bái
    ("19", 21_59, 105_84), // Thái Nguyên
    ("20", 21_85, 106_76), // Lạng Sơn
    ("22", 20_95, 107_08), // Quảng Ninh: Hạ Long
    ("24", 21_27, 106_19), // Bắc Ninh: Bắc Giang
    ("25", 21_32, 105_40), // Phú Thọ: Việt Trì
    ("31", 20_86, 106_68), // Hải Phòng
    ("33", 20_65, 106_05), // Hưng Yên
    ("37", 20_25, 105_97), // Ninh Bình: Hoa Lư
    ("38", 19_81, 105_78), // Thanh Hóa
    ("40", 18_67, 105_69), // Nghệ An: Vinh
    ("42", 18_34, 105_91), // Hà Tĩnh
    ("44", 17_47, 106_62), // Quảng Trị: Đồng Hới
    ("46", 16_46, 107_60), // Huế
    ("48", 16_07, 108_22), // Đà Nẵng
    ("51", 15_12, 108_80), // Quảng Ngãi
    ("52", 13_78, 109_22), // Gia Lai: Quy Nhơn
    ("56", 12_24, 109_19), // Khánh Hòa: Nha Trang
    ("66", 12_67, 108_04), // Đắk Lắk: Buôn Ma Thuột
    ("68", 11_94, 108_44), // Lâm Đồng: Đà Lạt
    ("75", 10_95, 106_82), // Đồng Nai: Biên Hòa
    ("79", 10_78, 106_70), // Thành phố Hồ Chí Minh
    ("80", 10_54, 106_41), // Tây Ninh: Tân An
    ("82", 10_36, 106_36), // Đồng Tháp: Mỹ Tho
    ("86", 10_25, 105_97), // Vĩnh Long
    ("91", 10_01, 105_08), // An Giang: Rạch Giá
    ("92", 10_04, 105_78), // Cần Thơ
    ("96", 9_18, 105_15),  // Cà Mau
];

/// Mean radius of the earth in kilometres (IUGG).
const EARTH_KM: f64 = 6_371.0;
/// Hundredths in a degree.
const HUNDREDTHS: f64 = 100.0;

/// Whether a text is the code of a province.
pub fn is_province(code: &str) -> bool {
    seat(code).is_some()
}

/// How far apart the seats of two provinces are, in kilometres; none where a code is none.
pub fn apart_km(one: &str, other: &str) -> Option<f64> {
    let ((north, east), (to_north, to_east)) = (seat(one)?, seat(other)?);
    // The haversine formula.
    let half_chord = ((to_north - north) / 2.0).sin().powi(2)
        + north.cos() * to_north.cos() * ((to_east - east) / 2.0).sin().powi(2);
    Some(2.0 * EARTH_KM * half_chord.sqrt().asin())
}

fn seat(code: &str) -> Option<(f64, f64)> {
    let (_, north, east) = SEATS.iter().find(|(known, ..)| *known == code)?;
    let radians = |hundredths: i16| (f64::from(hundredths) / HUNDREDTHS).to_radians();
    Some((radians(*north), radians(*east)))
}
