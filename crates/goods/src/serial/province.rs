//! Where the provinces lie, for how far apart two scans were.

/// A province: its code (QĐ 19/2025/QĐ-TTg) and its seat (NQ 202/2025/QH15) in degrees north and east; right to a few
/// kilometres, where provinces are hundreds apart.
const SEATS: [(&str, f64, f64); 34] = [
    ("01", 21.03, 105.85), // Hà Nội
    ("04", 22.67, 106.26), // Cao Bằng
    ("08", 21.82, 105.21), // Tuyên Quang
    ("11", 21.39, 103.02), // Điện Biên
    ("12", 22.40, 103.46), // Lai Châu
    ("14", 21.33, 103.91), // Sơn La
    ("15", 21.70, 104.88), // Lào Cai: Yên Bái
    ("19", 21.59, 105.84), // Thái Nguyên
    ("20", 21.85, 106.76), // Lạng Sơn
    ("22", 20.95, 107.08), // Quảng Ninh: Hạ Long
    ("24", 21.27, 106.19), // Bắc Ninh: Bắc Giang
    ("25", 21.32, 105.40), // Phú Thọ: Việt Trì
    ("31", 20.86, 106.68), // Hải Phòng
    ("33", 20.65, 106.05), // Hưng Yên
    ("37", 20.25, 105.97), // Ninh Bình: Hoa Lư
    ("38", 19.81, 105.78), // Thanh Hóa
    ("40", 18.67, 105.69), // Nghệ An: Vinh
    ("42", 18.34, 105.91), // Hà Tĩnh
    ("44", 17.47, 106.62), // Quảng Trị: Đồng Hới
    ("46", 16.46, 107.60), // Huế
    ("48", 16.07, 108.22), // Đà Nẵng
    ("51", 15.12, 108.80), // Quảng Ngãi
    ("52", 13.78, 109.22), // Gia Lai: Quy Nhơn
    ("56", 12.24, 109.19), // Khánh Hòa: Nha Trang
    ("66", 12.67, 108.04), // Đắk Lắk: Buôn Ma Thuột
    ("68", 11.94, 108.44), // Lâm Đồng: Đà Lạt
    ("75", 10.95, 106.82), // Đồng Nai: Biên Hòa
    ("79", 10.78, 106.70), // Thành phố Hồ Chí Minh
    ("80", 10.54, 106.41), // Tây Ninh: Tân An
    ("82", 10.36, 106.36), // Đồng Tháp: Mỹ Tho
    ("86", 10.25, 105.97), // Vĩnh Long
    ("91", 10.01, 105.08), // An Giang: Rạch Giá
    ("92", 10.04, 105.78), // Cần Thơ
    ("96", 9.18, 105.15),  // Cà Mau
];

/// Mean radius of the earth in kilometres (IUGG).
const EARTH_KM: f64 = 6_371.0;

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

/// Where the seat of a province lies, in degrees north and east.
pub(crate) fn seat_degrees(code: &str) -> Option<(f64, f64)> {
    let (_, north, east) = SEATS.iter().find(|(known, ..)| *known == code)?;
    Some((*north, *east))
}

fn seat(code: &str) -> Option<(f64, f64)> {
    seat_degrees(code).map(|(north, east)| (north.to_radians(), east.to_radians()))
}
