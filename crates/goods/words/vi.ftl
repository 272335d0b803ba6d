# Sổ tay truy xuất: ghi lô, mã trên nhãn, trang sau mã quét.

## Sổ
goods-logbook = Sổ ghi lô
goods-logbook-of = Sổ ghi lô: { $producer }
goods-logbooks = Sổ ghi lô
goods-logbooks-lead = Chọn chủ thể để xem hoặc ghi.
goods-logbooks-none = Chưa có chủ thể nào trong phạm vi của bạn.
goods-log = Ghi một việc
goods-logged = Đã ghi
goods-logged-none = Chưa ghi việc nào. Chọn một việc ở trên để ghi lần đầu.
goods-again = Ghi lại như lần này
goods-older = Xem các lần trước đó
goods-lots = Lô đang có
goods-lots-none = Chưa có lô nào còn hàng.
goods-items = Hàng và nguyên liệu
goods-items-none = Chưa có hàng nào. Hàng hiện ở đây sau lần ghi đầu tiên.
goods-item-product = Sản phẩm
goods-item-material = Nguyên liệu
goods-partners = Bên mua, bên bán
goods-partners-none = Chưa có ai. Tên hiện ở đây sau lần ghi mua, xuất hoặc bán.
goods-partner-unreached = Chưa có số gọi
goods-sites = Nơi làm
goods-sites-none = Chưa có nơi nào. Thêm ruộng, vườn, ao, xưởng ở ngoài cơ sở của mình.
goods-site-new = Thêm nơi làm
goods-site-called = Tên nơi làm
goods-site-called-hint = Ví dụ Ruộng Tân Khánh Đông, Xưởng nấu 2
goods-site-commune = Phường, xã
goods-site-commune-hint = Tên hoặc mã. Tên cũ cũng được, ví dụ Tân Quy Tây
goods-save = Lưu
goods-as-csv = Tải danh sách (CSV)
goods-as-xlsx = Tải danh sách (Excel)
goods-leave = Thôi, quay lại

## Việc
goods-log-buy = Mua vào
goods-log-harvest = Thu hoạch
goods-log-process = Chế biến
goods-log-pack = Đóng gói
goods-log-ship = Xuất hàng
goods-log-receive = Nhận hàng
goods-log-sell = Bán lẻ
goods-log-destroy = Tiêu hủy
goods-kind-buy = Mua vào
goods-kind-harvest = Thu hoạch
goods-kind-process = Chế biến
goods-kind-pack = Đóng gói
goods-kind-ship = Xuất hàng
goods-kind-receive = Nhận hàng
goods-kind-sell = Bán lẻ
goods-kind-destroy = Tiêu hủy
goods-side-of = Lô
goods-side-in = Dùng từ
goods-side-out = Làm ra
goods-line = { $item }, lô { $lot }: { $quantity }
goods-lot-of = { $item }, lô { $lot }
goods-lot = Lô { $lot }

## Ô nhập
goods-which = Lô nào, bao nhiêu
goods-from-which = Dùng từ lô nào, bao nhiêu
goods-into-what = Làm ra gì
goods-none-at-hand = Chưa có lô nào còn hàng. Ghi mua vào, thu hoạch hoặc nhận hàng trước.
goods-at-hand = { $item }, lô { $lot }, còn { $left } { $unit }
goods-more-lots = { $count } lô khác
goods-how-much = Số lượng
goods-item = Hàng
goods-item-new = Hàng khác, ghi tên ở dưới
goods-item-name = Tên hàng khác
goods-item-name-hint = Chỉ điền khi chọn hàng khác, ví dụ Nếp ngỗng
goods-item-called = Tên hàng
goods-lot-number = Số lô
goods-lot-number-hint = Để nguyên số Sen gợi ý cũng được
goods-quantity = Số lượng
goods-quantity-hint = Ví dụ 120 hoặc 0,5
goods-unit = Đơn vị
goods-unit-kgm = kg
goods-unit-grm = g
goods-unit-tne = tấn
goods-unit-ltr = lít
goods-unit-mlt = ml
goods-unit-h87 = cái
goods-expires-on = Hạn dùng
goods-made-on = Ngày làm ra
goods-left = Còn lại
goods-link = Mã trên nhãn
goods-label = Mã trên nhãn của lô nhận
goods-label-hint = Dán đường dẫn quét được, hoặc gõ mã hàng, dấu cách, số lô
goods-supplier = Bên bán
goods-buyer = Bên mua
goods-partner = Bên kia
goods-partner-none = Không ghi
goods-partner-name = Tên bên mới
goods-partner-name-hint = Chỉ điền khi chưa có trong danh sách
goods-partner-phone = Số điện thoại của bên mới
goods-partner-called = Tên
goods-partner-known = Cơ sở này trên Sen
goods-partner-known-hint = Chọn thì máy của hai bên hiểu hàng đi từ ai tới ai
goods-partner-unknown = Không rõ, hoặc không có
goods-phone = Điện thoại
goods-email = Thư điện tử
goods-address = Địa chỉ
goods-site = Làm ở đâu
goods-site-name = Tên nơi làm mới
goods-site-name-hint = Chỉ điền khi chưa có trong danh sách. Ví dụ Ruộng Tân Khánh Đông
goods-day = Ngày
goods-on-day = Làm ngày nào
goods-time = Giờ
goods-note = Ghi chú
goods-photos = Ảnh
goods-confirmed = Số liệu trông lạ
goods-confirmed-yes = Đúng vậy, vẫn ghi
goods-gtin = Mã GTIN
goods-gtin-hint = Số dưới mã vạch, nếu đã có. Chưa có thì bỏ trống, Sen dùng mã riêng
goods-keeps = Dùng được bao nhiêu ngày
goods-standards = Tiêu chuẩn, quy chuẩn áp dụng
goods-standards-hint = Ví dụ TCVN 7043:2013
goods-own-code = mã của Sen { $code }

## Trang một việc
goods-when = Lúc
goods-written = Người ghi
goods-written-by = { $who }, { $when }
goods-withdrawn = Đã rút
goods-withdrawn-by = { $who } rút lại { $when }: { $reason }
goods-wrong = Ghi nhầm?
goods-wrong-why = Lần ghi vẫn còn trong sổ, có gạch bỏ. Trang sau mã quét thôi kể chặng này. Sau đó ghi lại cho đúng.
goods-reason = Nhầm ở đâu
goods-withdraw = Rút lại lần ghi này
goods-photo-of = Ảnh của lần ghi: { $entry }
goods-came-from = Từ đâu tới
goods-went-to = Đi đâu
goods-gaps = Có { $count } chỗ chưa ghi hoặc không công bố, vẽ nét đứt.
goods-graph-cut = Danh sách dài nên chỉ vẽ một phần.
goods-import = Nhập từ danh sách
goods-import-lead = Mỗi dòng một việc. Trước tiên Sen chỉ kiểm tra, chưa ghi gì.
goods-import-entries = Việc mới
goods-import-known = Đã nhập từ danh sách này
goods-column-kind = Việc
goods-column-side = Dùng hay làm ra
goods-column-from = Dùng từ lô
goods-column-from-hint = Số lô, dấu cách, số lượng; nhiều lô cách nhau dấu chấm phẩy
goods-column-confirmed = Số liệu đúng (x)
said-goods-imported = Đã nhập danh sách.
problem-goods-from-unclear = Ghi số lô, dấu cách, số lượng, ví dụ NEP1 300; MEN1 5
recipe-recipe = Công thức
recipe-of = Công thức: { $item }
recipe-lead = Ghi một mẻ thường làm. Mẻ nào ra quá mức này, Sen hỏi lại.
recipe-in = Dùng
recipe-part = Nguyên liệu
recipe-nothing = Không có
recipe-makes = Làm ra
recipe-out = Làm ra bao nhiêu
recipe-tolerance = Được hơn bao nhiêu phần trăm
problem-goods-beyond-recipe = Theo công thức, nhiều nhất được { $most }. Sửa số lượng, hoặc đánh dấu ô này nếu đúng
problem-goods-made-of-itself = Hàng không thể làm từ chính nó
goods-public-page = Xem như người mua

## Trang sau mã quét
goods-way = Đường đi của lô
goods-way-none = Chưa có chặng nào được ghi cho lô này.
goods-gap = Chưa ghi từ đâu tới
goods-hidden = Có chặng không công bố
goods-legal = Thông tin của lô
goods-legal-name = Tên hàng
goods-legal-producer = Người làm
goods-legal-address = Nơi làm
goods-legal-code = Mã sản phẩm
goods-legal-lot = Số lô
goods-legal-made = Ngày làm ra
goods-legal-expires = Hạn dùng
goods-legal-standards = Tiêu chuẩn, quy chuẩn
goods-legal-certificate = Giấy chứng nhận OCOP
goods-not-logged = chưa ghi
goods-see-certificate = Xem giấy chứng nhận
goods-answered = Trả lời lúc { $when }, { $place }
goods-past = Đã quá hạn dùng
goods-past-its-date = Lô này hết hạn ngày { $day }. Không nên dùng.
goods-unranked = Có ghi nguồn gốc
goods-unranked-sentence = Hàng này chưa xếp hạng OCOP. Dưới đây là những gì người làm đã ghi.
goods-step-receiving = Nhận hàng
goods-step-shipping = Xuất hàng
goods-step-packing = Đóng gói
goods-step-commissioning = Bắt đầu lô
goods-step-creating-class-instance = Làm ra
goods-step-storing = Lưu kho
goods-step-transporting = Vận chuyển
goods-step-inspecting = Kiểm tra
goods-step-retail-selling = Bán lẻ
goods-step-destroying = Tiêu hủy
goods-step-other = Chặng khác

## Trả lời
said-entry-logged = Đã ghi.
said-entry-withdrawn = Đã rút lại lần ghi.
said-goods-kept = Đã lưu.
refusal-no-such-lot = Không có lô nào mang mã này. Xem lại mã trên nhãn.
refusal-goods-withdrawn-already = Lần ghi này đã được rút lại trước đó.
problem-goods-in-the-future = Ngày giờ phải trước lúc này
problem-goods-nothing-in = Ghi số lượng cho ít nhất một lô đã dùng
problem-goods-nothing-out = Ghi đã làm ra gì, bao nhiêu
problem-goods-no-lot = Ghi số lượng cho ít nhất một lô
problem-goods-too-many-lots = Một lần ghi tối đa 100 lô. Chia thành nhiều lần
problem-goods-too-many-photos = Mỗi lần ghi tối đa 10 ảnh
problem-goods-not-a-photo = Chọn ảnh JPEG, PNG hoặc WebP
problem-goods-not-a-time = Nhập giờ, ví dụ 7:30
problem-goods-not-a-quantity = Nhập số, ví dụ 120 hoặc 0,5; nhiều nhất ba số lẻ
problem-goods-nothing = Số lượng phải lớn hơn 0
problem-goods-too-much = Số lượng quá lớn. Đổi sang đơn vị lớn hơn, ví dụ tấn
problem-goods-unknown-label = Không tìm thấy lô của mã này. Quét lại, hoặc gõ mã hàng, dấu cách, số lô
problem-goods-not-a-lot-number = Số lô có tối đa 20 chữ không dấu, số và dấu - . / , ví dụ 261129A
problem-goods-expires-before-made = Hạn dùng phải sau ngày làm ra
problem-goods-no-such-lot = Lô này không có trong sổ. Nhận hàng trước rồi mới dùng
problem-goods-not-yours = Chọn hàng trong danh sách
problem-goods-no-such-producer = Chọn cơ sở trong danh sách, tên phải giống nhau
problem-goods-no-such-partner = Chọn bên mua, bên bán trong danh sách
problem-goods-no-such-site = Chọn nơi làm trong danh sách
problem-goods-more-than-there = Lô { $lot } chỉ còn { $left }. Sửa số lượng, hoặc đánh dấu ô này nếu sổ ghi thiếu
problem-goods-other-unit = Lô { $lot } trước đây đếm bằng đơn vị khác. Sửa đơn vị, hoặc đánh dấu ô này nếu đúng
problem-goods-more-out-than-in = Làm ra nặng hơn dùng vào. Sửa số lượng, hoặc đánh dấu ô này nếu đúng
problem-goods-not-a-gtin = Nhập đủ 8, 12, 13 hoặc 14 số của GTIN; số cuối là số kiểm tra
problem-goods-gtin-taken = Hàng khác đang dùng GTIN này
problem-goods-name-taken = Đã có tên này trong sổ

## Nhật ký
journal-see-logbook = { $who } xem sổ ghi lô
journal-log-entry = { $who } ghi: { $kind ->
    [buy] mua vào
    [harvest] thu hoạch
    [process] chế biến
    [pack] đóng gói
    [ship] xuất hàng
    [receive] nhận hàng
    [sell] bán lẻ
    [destroy] tiêu hủy
    [list] nhập từ danh sách
   *[other] một việc
 }, lô { $lots }
journal-withdraw-entry = { $who } rút lại một lần ghi: { $reason }
journal-keep-logbook = { $who } sửa { $what } trong sổ ghi lô
journal-adopt-lot = { $who } ghi nhận lô { $lot } của { $item } do máy báo
journal-refresh-lots = { $who } cập nhật trang của các lô
