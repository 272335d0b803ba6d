# Lượt quét, mã từng sản phẩm, báo nghi ngờ.

scan-scans = Lượt quét
scan-sentence = { $count } lượt trong { $days } ngày qua.
scan-none = Chưa có lượt quét nào.
scan-province = Tỉnh, thành
scan-count = Lượt
scan-somewhere = Không rõ
scan-map = Bản đồ lượt quét theo tỉnh
scan-how = Sen chỉ đếm lượt theo ngày và tỉnh, không giữ địa chỉ hay máy của người quét.
scan-forged = Mã này không phải của chúng tôi
scan-forged-sentence = Mã từng sản phẩm trên nhãn không khớp chữ ký. Đừng dùng, và báo cho chúng tôi.
scan-unknown = Mã này chưa từng được in
scan-unknown-sentence = Mã đúng cách viết nhưng không có trong đợt in nào. Báo cho chúng tôi kèm ảnh nhãn.
scan-copied = Nghi nhãn sao chép
scan-copied-travel = Mã này vừa được quét ở { $from } và { $to }, cách nhau { $minutes } phút: không kịp đi. Có thể nhãn đã bị sao chép.
scan-copied-many = Mã này đã được { $devices } máy khác nhau quét lần đầu. Có thể nhãn đã bị sao chép.
scan-first = Mã từng sản phẩm: quét lần đầu.
scan-again = Mã từng sản phẩm: đã quét { $count } lần, lần đầu { $when }.

report-about = Báo về { $item }, lô { $lot }
report-lead = Gửi ảnh nhãn là nhanh nhất. Không cần tài khoản, không cần tên.
report-kind = Điều gì không ổn
report-kind-copied = Nhãn trông như sao chép
report-kind-other-goods = Hàng không giống trang này
report-kind-spoilt = Hàng hỏng
report-kind-else = Việc khác
report-note = Nói thêm
report-note-hint = Mua ở đâu, khi nào, thấy gì lạ
report-photo = Ảnh nhãn
report-contact = Số điện thoại, nếu muốn được gọi lại
report-send = Gửi
report-reports = Báo nghi ngờ
report-none = Chưa có ai báo.
said-report-added = Cảm ơn bạn. Chúng tôi đã nhận.
refusal-report-too-many = Đã có nhiều người báo về lô này trong một giờ qua. Gọi đường dây nóng nếu gấp.
journal-report-label = Có người báo nghi ngờ về một nhãn
