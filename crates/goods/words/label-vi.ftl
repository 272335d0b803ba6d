# Labels and serials.
journal-print-labels = { $who } tạo { $count } nhãn của lô { $lot }
journal-rotate-serial-key = { $who } tạo khóa số sê-ri { $key }
journal-note-scan = Một nhãn được quét lần đầu trên một máy
refusal-label-recalled = Lô này đang bị thu hồi, không in nhãn.
refusal-serials-used-up = Lô này đã dùng hết số sê-ri. Ghi một lô mới rồi in nhãn cho lô đó.

serial-keys-title = Khóa số sê-ri
serial-keys-explained = Khóa bí mật làm ra số sê-ri trên nhãn, để số tự chế bị nhận ra ngay.
serial-key-name = Khóa
serial-key-made-at = Tạo lúc
serial-key-state = Trạng thái
serial-key-seals = Đang dùng
serial-key-sealed = Chỉ để kiểm
serial-key-replace = Thay khóa
serial-key-replace-explained = Thay khi khóa bí mật có thể đã lộ, hoặc theo định kỳ. Khóa mới dùng cho các nhãn in từ bây giờ; nhãn đã in bằng khóa cũ vẫn đúng.
serial-key-replace-go = Tạo khóa mới
said-serial-key-made = Đã tạo khóa mới. Nhãn in từ bây giờ dùng khóa này.

# On the labels themselves, which are Vietnamese whoever prints them.
label-award = OCOP { $stars } sao · { $code }
label-phone = ĐT: { $phone }
label-lot = Số lô: { $lot }
label-made = NSX: { $day }
label-expires = HSD: { $day }

labels-title = Nhãn lô { $lot }
labels-print = In nhãn
labels-make = Tạo tệp nhãn
labels-sample = Xem một nhãn
said-labels-made = Đã tạo nhãn. Tải tệp ở danh sách bên dưới rồi in.
labels-how = Trước khi in
labels-how-scale = In đúng cỡ 100 %, không chọn “vừa trang giấy”: mã nhỏ lại thì máy quét ở quầy không đọc được.
labels-how-try = In thử một tờ, quét bằng điện thoại rồi mới in hết.
labels-how-bank = Mã chuyển tiền (VietQR) để ở chỗ khác, không in sát mã này.
label-stock = Giấy in
label-stock-hint = Đúng cỡ ghi trên bao bì tờ hoặc cuộn nhãn
label-stock-sheet = Tờ A4, { $labels } nhãn { $size } mm ({ $maker })
label-stock-roll = Cuộn { $across } nhãn một hàng, { $size } mm
label-parts = Trên nhãn có
label-parts-hint = Tên sản phẩm, người làm, số lô, ngày và mã QR luôn có
label-part-serials = Mỗi nhãn một số riêng
label-part-serials-hint = Nhãn chép lại hoặc tự chế bị nhận ra khi quét
label-part-address = Địa chỉ
label-part-phone = Số điện thoại
label-part-ean = Mã vạch EAN-13 cạnh mã QR
label-part-award = Hạng sao OCOP
label-count = Số nhãn
label-count-hint = Từ 1 đến 1.000.000; mỗi tệp PDF có tối đa 10.000 nhãn
label-runs = Nhãn đã tạo
label-run-made = Lúc
label-run-stock = Giấy in
label-run-count = Số nhãn
label-run-serials = có số riêng
label-run-files = Tệp
label-file-only = PDF
label-file = PDF { $n } / { $files }
label-file-codes = Danh sách mã (CSV)
label-codes-index = STT trong lô
label-codes-serial = Số riêng
label-codes-link = Mã QR
problem-label-too-small = { $size ->
    [none] Không giấy nào đủ chỗ cho các mã ở cỡ máy quét đọc được. Bỏ bớt mã vạch hoặc số riêng
   *[other] Nhãn này không đủ chỗ cho các mã ở cỡ máy quét đọc được. Chọn giấy { $size } mm, hoặc bỏ bớt mã vạch, số riêng
}
problem-label-too-full = { $size ->
    [none] Không giấy nào đủ chỗ cho ngần ấy chữ. Bỏ bớt địa chỉ, số điện thoại hoặc mã vạch
   *[other] Nhãn này không đủ chỗ cho ngần ấy chữ. Chọn giấy { $size } mm, hoặc bỏ bớt địa chỉ, số điện thoại, mã vạch
}
