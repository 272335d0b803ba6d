# Labels and serials.
journal-print-labels = { $who } tạo { $count } nhãn của lô { $lot }
journal-rotate-serial-key = { $who } tạo khóa số sê-ri { $key }
journal-note-scan = Một nhãn được quét lần đầu trên một máy
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
