# Thu hồi.

## Quyết định
recall-recalls = Thu hồi
recall-recalls-lead = Lô phải lấy về, ai đã nhận, ai đã được báo.
recall-recalls-none = Chưa có lần thu hồi nào.
recall-of = Thu hồi { $item }, lô { $lot }
recall-lot-title = Thu hồi { $item }, lô { $lot }
recall-reaches = Sẽ gồm { $lots } lô: lô này và mọi lô làm ra từ nó.
recall-reaches-others = Thêm { $count } lô do máy ghi, không có trong sổ.
recall-reaches-cut = Danh sách quá dài nên bị cắt: kiểm tra thêm bằng tay.
recall-reason = Vì sao
recall-reason-hint = Ví dụ: kiểm nghiệm thấy vượt mức cho phép
recall-decided-by = Ai quyết định
recall-decided-by-hint = Tên ghi trên thông báo
recall-decided-at = Quyết định lúc
recall-written-by = Người ghi
recall-drill = Diễn tập
recall-drill-yes = Chỉ diễn tập, không hiện ra ngoài
recall-what-happens = Bấm xong, trang sau mã quét của các lô này đổi thành cảnh báo ngay. Đồng hồ 24 giờ bắt đầu chạy.
recall-decide = Thu hồi
recall-scope = Phạm vi
recall-scope-whole = tìm đủ trong { $seconds } giây
recall-scope-cut = bị cắt vì quá dài, tìm trong { $seconds } giây

## Trang một lần thu hồi
recall-state-running = Đang thu hồi
recall-state-lifted = Đã gỡ
recall-state-closed = Đã xong
recall-state-drill = Diễn tập
recall-drill-says = Đây là diễn tập. Người mua không thấy gì.
recall-clock-left = còn { $left } giờ để báo hết
recall-clock-late = quá hạn báo { $over } giờ
recall-clock-done = báo hết sau { $spent } giờ
recall-progress = { $all } nơi nhận, đã báo { $told }, đã trả lời { $answered }.
recall-receivers = Nơi đã nhận
recall-receivers-none = Sổ chưa ghi ai nhận hàng của các lô này.
recall-from = { $producer } giao
recall-untold = Chưa báo
recall-told = Đã báo lúc
recall-answered = Trả lời lúc
recall-answered-at = Đã trả lời: { $when }
recall-notice-link = Đường dẫn để trả lời
recall-how = Đã báo bằng cách nào
recall-how-phone = Điện thoại
recall-how-message = Tin nhắn, thư điện tử
recall-how-writing = Văn bản
recall-tell = Ghi là đã báo
recall-lots = Các lô
recall-lots-more = và { $count } lô nữa
recall-bad-lot = Lô gây ra thu hồi
recall-notice = In thông báo
recall-end-title = Kết thúc
recall-end = Kết thúc thế nào
recall-end-lifted = Gỡ: hàng không có lỗi
recall-end-closed = Đóng: hàng đã về hoặc đã hủy
recall-outcome = Kết quả
recall-outcome-hint = Thu về bao nhiêu, xử lý thế nào
recall-end-do = Kết thúc
recall-ended-lifted = { $who } gỡ thu hồi { $when }: { $outcome }
recall-ended-closed = { $who } đóng thu hồi { $when }: { $outcome }

## Người nhận
recall-do = Việc cần làm ngay
recall-do-what = Ngừng bán, ngừng dùng, để riêng số hàng còn giữ, báo tiếp cho nơi đã nhận hàng của bạn.
recall-held = Còn giữ bao nhiêu
recall-held-hint = Ví dụ 12 chai; không còn thì ghi 0
recall-held-unsaid = không nói còn bao nhiêu
recall-answer = Tôi đã biết
recall-task = Lô này hoặc hàng làm ra từ nó đã qua tay bạn. Chưa báo { $untold } trong { $all } nơi bạn đã giao.
recall-task-do = Xem và báo
recall-warning = Đang bị thu hồi
recall-warning-over = Đã bị thu hồi
recall-warning-sentence = Không dùng hàng của lô này. Lý do: { $reason }. Từ { $since }.
recall-lot = Thu hồi

## Trả lời
said-recall-decided = Đã thu hồi. Báo cho các nơi nhận dưới đây trong 24 giờ.
said-recall-drilled = Đã bắt đầu diễn tập.
said-recall-told = Đã ghi.
said-recall-answered = Cảm ơn bạn. Chúng tôi đã nhận.
said-recall-ended = Đã kết thúc.
refusal-recall-running = Lô này đang được thu hồi rồi.
refusal-recall-over = Lần thu hồi này đã kết thúc.
refusal-no-such-notice = Không có thông báo nào mang mã này.
problem-recall-no-receiver = Chọn ít nhất một nơi nhận
journal-decide-recall = { $who } thu hồi lô { $lot } và những gì làm ra từ nó ({ $lots } lô): { $reason }
journal-drill-recall = { $who } diễn tập thu hồi { $lot }: { $reason }
journal-end-recall = { $who } kết thúc thu hồi: { $reason }
journal-tell-recall = { $who } báo cho { $count } nơi nhận
journal-answer-recall = { $name } trả lời thông báo thu hồi
journal-widen-recall = { $who } thêm lô mới làm ra vào thu hồi
