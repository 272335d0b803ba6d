# Từ chối: nói chuyện gì, và làm sao.
refusal-not-found = Không tìm thấy trang này, hoặc bạn không xem được.
refusal-not-signed-in = Cần đăng nhập để làm việc này.
refusal-not-allowed = Tài khoản này không được làm việc này. Hỏi cán bộ quản trị nếu cần.
refusal-invalid = Còn chỗ cần sửa.
refusal-changed-meanwhile = Có người vừa sửa mục này. Xem lại rồi lưu lần nữa.
refusal-records-unavailable = Cơ sở dữ liệu đang tạm ngắt. Những gì đã báo là đã lưu thì vẫn còn. Thử lại sau ít phút.
refusal-files-unavailable = Kho tệp đang tạm ngắt. Thử lại sau ít phút.
refusal-unexpected = Có lỗi của hệ thống. Gửi mã này cho người quản trị: { $operation }.
refusal-too-large = Nội dung gửi lên lớn quá mức cho phép.
refusal-too-many = Gửi nhiều lần quá. Thử lại sau { $seconds } giây.

problem-required = Điền mục này
problem-too-long = Rút gọn còn tối đa { $most } ký tự
problem-too-short = Điền ít nhất { $least } ký tự
problem-not-a-choice = Chọn một mục trong danh sách
problem-not-a-number = Nhập số, ví dụ { $example }
problem-out-of-range = Nhập số từ { $least } đến { $most }
problem-not-a-date = Nhập ngày, ví dụ 14/10/2026
problem-date-after-today = Ngày này phải trước hoặc đúng hôm nay, { $today }
problem-not-a-key = Liên kết này không đúng. Mở lại trang từ danh sách
problem-file-too-large = Tệp lớn hơn { $megabytes } MB. Chụp lại hoặc giảm cỡ ảnh
problem-file-kind = Chỉ nhận tệp PDF, JPEG, PNG hoặc WebP
problem-file-broken = Tệp { $name } hỏng, không mở được. Lưu lại hoặc chụp lại rồi gửi
problem-file-broken-off = Việc gửi tệp bị ngắt giữa chừng. Gửi lại
problem-file-empty = Tệp trống. Chọn tệp khác
problem-file-too-many-pages = Tệp có hơn { $pages } trang. Tách thành nhiều tệp
