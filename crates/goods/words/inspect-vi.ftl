# Kiểm tra, tổng quan, cổng quốc gia.

inspect-title = Kiểm tra nhãn
inspect-lead = Quét hoặc gõ từng mã. Danh sách giữ kết quả của lúc quét.
inspect-code = Mã trên nhãn
inspect-code-hint = Đường dẫn quét được, GTIN và số lô, hoặc mã hàng, dấu cách, số lô
inspect-finding = Thấy gì
inspect-look = Kiểm tra
inspect-when = Lúc
inspect-verdict = Kết quả
inspect-unknown = Không phải mã của Sen
inspect-forged = Mã giả
inspect-not-issued = Mã chưa từng in
inspect-copied = Nghi nhãn sao chép
inspect-recalled = Đang hoặc đã bị thu hồi
inspect-expired = Quá hạn dùng
inspect-unranked = Có ghi nguồn gốc, chưa xếp hạng
inspect-good = Giấy chứng nhận còn hiệu lực
said-inspected = Đã kiểm tra.
journal-inspect-label = { $who } kiểm tra một nhãn

overview-title = Tổng quan sổ ghi lô
overview-lead = Mười thông tin theo Thông tư 02/2024/TT-BKHCN, trên 20 lô mới nhất của mỗi chủ thể.
overview-none = Chưa chủ thể nào trong phạm vi của bạn ghi sổ.
overview-lots = Lô
overview-whole = Đủ thông tin
overview-missing = Thiếu nhiều nhất
overview-last = Ghi lần cuối
overview-stale = { $days } ngày chưa ghi
overview-withdrawn = Lần rút lại
overview-findings = Lô có ghi nhận khi kiểm tra
overview-how = Đủ thông tin = số mục đã có chia cho mười, cộng trên các lô. Chặng chưa ghi tính là thiếu.
legal-name = tên
legal-picture = hình ảnh
legal-producer = người làm
legal-address = địa chỉ
legal-stages = các chặng
legal-made = ngày làm ra
legal-code = mã sản phẩm
legal-lot = số lô
legal-expires = hạn dùng
legal-standards = tiêu chuẩn
legal-missing = Còn thiếu theo Thông tư 02/2024: { $items }.
portal-export = Tệp cho cổng quốc gia
