# Words of the frame and the components. Every key stands in en.ftl too.

## Frame
frame-skip = Đến nội dung chính
frame-nav = Chính
frame-nav-small = Chính, màn hình nhỏ
frame-menu = Mục lục
frame-count = việc
frame-me = Tài khoản của tôi
frame-sign-in = Đăng nhập
frame-sign-out = Đăng xuất
frame-other-language = English
frame-home = Trang chủ
frame-help = Hướng dẫn
frame-accessibility = Trợ năng
frame-hotline = Đường dây OCOP
frame-lookup = Tra mã trên nhãn
frame-staff = Cán bộ, chủ thể
frame-search = Tìm
frame-search-label = Tìm sản phẩm, chủ thể
frame-search-small = Tìm, màn hình nhỏ
frame-crumbs = Đường dẫn
frame-leave-room = Sen, rời phòng chấm
frame-behalf = Đang làm thay
frame-behalf-whom = Bạn đang làm thay { $producer }
frame-behalf-consent = , theo văn bản đồng ý ngày { $date }.
frame-behalf-see = Xem văn bản

## Footer of the public pages
foot-see = Xem
foot-products = Sản phẩm OCOP
foot-producers = Người làm
foot-do = Làm
foot-report = Báo cho chúng tôi
foot-data = Dữ liệu
foot-open-data = Dữ liệu mở
foot-sen = Trang chạy trên Sen, nền tảng mở cho Chương trình Mỗi xã một sản phẩm.

## Session
session-ending = Phiên làm việc sẽ hết sau %minutes% phút.
session-ended = Phiên làm việc đã hết. Đăng nhập lại, những gì đã nhập vẫn còn.
session-stay = Làm tiếp

## Forms; %time% and its like are filled in by the page's script
form-error-prefix = Lỗi:
form-error-of = { $label }: { $message }
form-errors-title = Số chỗ cần sửa: { $count }
form-optional = (không bắt buộc)
form-day = Ngày
form-month = Tháng
form-year = Năm
form-saving = Đang lưu
form-saved-at = Đã lưu %time%
form-unsent = Lưu trên máy này, chưa gửi. Đang thử lại
form-refused = Chưa lưu được. Tải lại trang rồi nhập lại
form-conflict = Có người vừa sửa mục này. Chưa lưu phần của bạn.
form-merge = Xem và ghép hai bản
form-signed-out = Phiên làm việc đã hết, phần vừa nhập còn trên máy này.

## Tables
table-filter = Lọc
table-filtering = Đang lọc:
table-drop-filter = bỏ điều kiện này
table-drop-all = Bỏ hết
pager-label = Trang
pager-page = Trang
pager-previous = Trước
pager-next = Sau
pager-from = Dòng { $from }–
pager-of = trong { $total }

## Steps
stepper-label = Các bước
stepper-done = (đã xong)

## Stars
stars-now = { $stars } sao
stars-former = Trước đây { $stars } sao
stars-none = chưa xếp hạng
stars-gate = Mức thấp nhất của { $stars } sao

## Verdict
verdict-today = Nếu chấm hôm nay
verdict-points = { $points } điểm
verdict-gates = Yêu cầu tối thiểu
verdict-met = đạt { $met }
verdict-of = trên { $of }
verdict-missing = , còn thiếu
verdict-path = Đường ngắn nhất tới { $stars } sao
verdict-path-size = { $count } việc

## Criteria and marks
criterion-points = { $points } điểm
criterion-points-short = { $points } đ
marking-progress = Tiến độ chấm
marking-choose = Chọn số điểm trước khi lưu
marking-unsent = %count% điểm chưa gửi, còn trên máy này
marking-refused = Không nhận được: %reason%
marking-keys = Dùng phím tắt
marking-key-points = chọn điểm
marking-key-save = lưu, sang tiếp
marking-key-back = lùi
marking-key-note = ghi chú

## Files
upload-send = Gửi tệp
upload-drop = Kéo tệp vào đây, hoặc chọn tệp
upload-sending = Đang gửi %name%: %percent% %
upload-sent = Đã nhận
upload-failed = Chưa gửi được. Thử lại khi có mạng
upload-too-big = Tệp lớn hơn %size%. Chụp lại hoặc giảm cỡ ảnh
upload-retry = Gửi lại
upload-choose = Chọn ít nhất một tệp
