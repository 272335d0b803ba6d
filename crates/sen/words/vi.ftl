# Lời của chính chương trình.
nav-public-products = Sản phẩm OCOP
nav-public-producers = Người làm
nav-public-lookup = Tra mã trên nhãn
nav-inbox = Việc của tôi
nav-certificates = Giấy chứng nhận
nav-repository = Kho sự kiện
nav-goods = Sổ ghi lô
nav-accounts = Tài khoản
nav-signing-keys = Khóa ký
nav-serial-keys = Khóa số sê-ri
nav-products = Sản phẩm
nav-producers = Chủ thể
nav-places = Đơn vị
nav-dossiers = Hồ sơ
nav-councils = Hội đồng

backup-summary = Bản sao lưu lúc { $at }: { $tables } bảng, { $rows } dòng, { $files } tệp; nhật ký { $entries } mục
backup-lost-file = { $file }: hồ sơ có ghi tệp này nhưng kho tệp không còn
backup-events-elsewhere = Sự kiện truy xuất nằm ở { $what } và không có trong bản sao lưu này. Hãy sao lưu riêng bằng pg_dump.
backup-events-aside = Sự kiện truy xuất của bản sao lưu nằm ở events.db.restored: nơi này giữ sự kiện trong PostgreSQL. Muốn dùng tệp ấy thì đặt trace = "sqlite:…/events.db.restored".
backup-settings-aside = Thiết lập trong bản sao lưu nằm ở sen.toml.restored và chưa có hiệu lực: thư mục đã có sen.toml, hoặc thiết lập ấy trỏ tới cơ sở dữ liệu khác.
backup-damaged = { $file }: phần “{ $what }” bị hỏng hoặc bị sửa. Chưa khôi phục gì; hãy dùng bản sao lưu khác.
backup-no-archive = { $file }: không phải bản sao lưu nguyên vẹn của Sen ({ $what }). Chưa khôi phục gì; hãy dùng bản sao lưu khác.
backup-journal = { $file }: nhật ký trong bản sao lưu không nguyên vẹn: mục { $what }. Chưa khôi phục gì; hãy dùng bản sao lưu khác.
backup-newer = { $file }: bản sao lưu mới hơn chương trình này (có “{ $what }”). Hãy cài bản Sen mới hơn rồi khôi phục lại.
backup-used = { $what }: đã có dữ liệu ở đây và được giữ nguyên. Hãy khôi phục vào thư mục trống và cơ sở dữ liệu trống, ví dụ: sen restore { $file } --data ./restored
backup-nothing = { $what }: không có dữ liệu để sao lưu. Hãy chỉ đúng thư mục bằng --data, hoặc đúng cơ sở dữ liệu bằng --database.
backup-records = { $file }: { $what }
backup-fault = { $file }: { $what }

setting-unknown = Không có thiết lập “{ $key }”; chạy `sen config` để xem danh sách.
setting-bad = Thiết lập “{ $key }” không thể là “{ $value }”; cần { $expected }.
setting-file = Không đọc được tệp thiết lập: { $why }
setting-expects-address = ĐỊA-CHỈ:CỔNG
setting-expects-number = một số nguyên
setting-expects-flag = true hoặc false
setting-expects-database = sqlite:ĐƯỜNG-DẪN hoặc postgres://…
setting-expects-bucket = s3://TÊN-KHO hoặc s3://TÊN-KHO/TIỀN-TỐ
setting-expects-web = https://…
setting-expects-log-format = text hoặc json

serve-taken = Không nghe được ở { $what }
open-folder = Không dùng được thư mục dữ liệu { $what }
open-policies = Không nạp được quy tắc truy cập: { $what }
open-database = Không mở được cơ sở dữ liệu: { $what }
open-newer = Cơ sở dữ liệu mới hơn chương trình này (có “{ $what }”). Hãy cài bản Sen mới hơn.
open-migrate = Không nâng cấp được cơ sở dữ liệu: { $what }
open-files = Không mở được kho tệp: { $what }

trace-distribute-file = Kho sự kiện đang là một tệp. Muốn phân tán cần PostgreSQL có Citus: --trace postgres://…
trace-distribute-no-citus = PostgreSQL này chưa có Citus. Hãy cài đặt, rồi chạy CREATE EXTENSION citus trong cơ sở dữ liệu.
trace-distribute-done = Đã phân tán { $tables } bảng; các bảng khác đã phân tán từ trước.
trace-export-done = Đã ghi { $events } sự kiện.
trace-export-day = { $flag } “{ $found }” không phải là ngày. Hãy viết như 2026-10-31.
trace-export-days = Ngày cuối ở trước ngày đầu.
