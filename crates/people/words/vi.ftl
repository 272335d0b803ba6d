# Vai trò
role-officer = Cán bộ OCOP
role-volunteer = Cộng tác viên
role-advisory = Thành viên Tổ tư vấn
role-council-member = Thành viên Hội đồng
role-secretary = Thư ký Hội đồng
role-chair = Chủ tịch Hội đồng
role-leader = Lãnh đạo
role-inspector = Quản lý thị trường
role-editor = Biên tập viên
role-owner = Chủ cơ sở
role-member = Thành viên cơ sở
role-administrator = Quản trị
role-state-held = Đang giữ
role-state-to-come = Chưa đến ngày
role-state-ended = Đã thôi
role-since = từ { $day }
role-to = đến hết { $day }
role-field = Vai trò
role-search = Nơi giữ vai trò
role-search-hint = Tên hoặc mã xã, phường, tỉnh; với chủ cơ sở và thành viên thì tên chủ thể. Ví dụ: sa dec
role-find = Tìm nơi
role-found-none = Không tìm thấy nơi nào. Sửa tên rồi tìm lại.
role-where = Chọn nơi
role-from = Từ ngày
role-until = Đến hết ngày
role-until-hint = Để trống nếu chưa định ngày thôi
role-give = Giao vai trò
role-give-to = Giao vai trò cho { $name }
role-give-go = Giao vai trò
role-end = Cho thôi
roles-none = Chưa có vai trò nào.
roles-none-yet = Chưa có vai trò nào. Hỏi người quản trị nếu cần.

# Đăng nhập
sign-in-title = Đăng nhập
sign-in-login = Tên đăng nhập
sign-in-password = Mật khẩu
sign-in-go = Đăng nhập
sign-in-forgot = Quên mật khẩu thì gọi người quản trị để nhận mật khẩu dùng một lần:
refusal-sign-in-wrong = Tên đăng nhập hoặc mật khẩu chưa đúng. Xem lại chữ hoa, chữ thường và bộ gõ.
refusal-sign-in-wait = Nhập sai nhiều lần quá. Chờ { $seconds } giây rồi thử lại.
refusal-key-unknown = Khóa này không đúng hoặc đã bị thu hồi.
refusal-session-ended = Phiên này đã kết thúc rồi.
said-signed-in = Đã đăng nhập.
said-signed-out = Đã đăng xuất.
said-session-ended = Đã kết thúc phiên.
said-sessions-ended = Đã kết thúc các phiên khác.

# Mật khẩu
password-title = Đổi mật khẩu
password-must = Mật khẩu đang dùng chỉ dùng được một lần. Đặt mật khẩu của riêng mình rồi làm tiếp.
password-present = Mật khẩu đang dùng
password-one-time = Mật khẩu dùng một lần
password-new = Mật khẩu mới
password-new-hint = Ít nhất 12 ký tự. Một câu ngắn dễ nhớ, có dấu và khoảng cách, là tốt nhất; không cần số hay ký hiệu
password-again = Nhập lại mật khẩu mới
password-go = Đổi mật khẩu
problem-password-wrong = Mật khẩu đang dùng chưa đúng
problem-password-same = Chọn mật khẩu khác mật khẩu đang dùng
problem-password-again = Hai lần nhập mật khẩu mới phải giống nhau
problem-password-common = Mật khẩu này nhiều người dùng, dễ bị đoán. Thử một câu của riêng mình
problem-password-yours = Đừng lấy tên hoặc tên đăng nhập làm mật khẩu
said-password-changed = Đã đổi mật khẩu. Các phiên khác đã kết thúc.

# Trang của tôi
me-title = Tài khoản của tôi
me-state = Tên đăng nhập { $login } · mở ngày { $since }
me-password = Đổi mật khẩu
me-roles = Vai trò của tôi
me-language = Ngôn ngữ
me-consents = Đang làm thay
said-language-kept = Đã lưu ngôn ngữ.
sessions-title = Đang đăng nhập ở
sessions-none = Không đăng nhập ở đâu.
sessions-end-others = Kết thúc mọi phiên khác
session-opened = Đăng nhập { $at }
session-seen = dùng lần cuối { $at }
session-current = Máy này
session-end = Kết thúc
session-device-unknown = Thiết bị không rõ

# Tài khoản
accounts-title = Tài khoản
accounts-state = { $count } tài khoản
accounts-search = Tìm tên hoặc tên đăng nhập
accounts-none = Không có tài khoản nào như vậy.
accounts-add = Mở tài khoản
accounts-add-lead = Tài khoản được cấp một mật khẩu dùng một lần; lần đăng nhập đầu phải đổi.
accounts-add-go = Mở tài khoản
account-name = Họ tên
account-login = Tên đăng nhập
account-login-hint = Chữ thường không dấu, số và . _ - @, ví dụ van.lh
account-phone = Điện thoại
account-roles = Vai trò
account-state = Tình trạng
account-state-open = Đang dùng
account-state-new = Chưa đổi mật khẩu
account-state-disabled = Đã khóa
account-see = Xem tài khoản
account-reset = Cấp mật khẩu dùng một lần
account-disable = Khóa tài khoản
account-enable = Mở khóa tài khoản
one-time-title = Mật khẩu dùng một lần
one-time-lead = Đọc cho { $name } nghe hoặc trao tận tay. Rời trang này là không xem lại được.
one-time-password = Mật khẩu
one-time-until = Dùng được đến
problem-login-letters = Chỉ dùng chữ thường không dấu, số và . _ - @
problem-login-taken = Tên đăng nhập này đã có người dùng
problem-login-unknown = Không có tài khoản nào với tên đăng nhập này
problem-role-scope = Vai trò này không giữ ở nơi thuộc loại đó
problem-role-scope-choose = Chọn nơi giữ vai trò
problem-until-before-from = Ngày cuối phải từ ngày đầu trở đi
refusal-role-ended = Vai trò này đã thôi rồi.
refusal-account-disabled = Tài khoản này đã khóa rồi.
refusal-account-open = Tài khoản này không bị khóa.
said-role-given = Đã giao vai trò.
said-role-ended = Đã cho thôi vai trò.
said-account-disabled = Đã khóa tài khoản, mọi phiên đã kết thúc.
said-account-enabled = Đã mở khóa tài khoản.

# Đồng ý làm thay
consent-title = { $producer } đồng ý làm thay
consent-facts = Nội dung đồng ý
consent-producer = Chủ thể
consent-account = Người được làm thay
consent-scope = Đồng ý việc gì
consent-scope-acting = Kê khai, nộp giấy và theo dõi hồ sơ thay
consent-scope-publishing = Đưa ảnh, câu chuyện, số điện thoại lên trang công khai
consent-scope-everything = Cả làm hồ sơ thay và đưa lên trang công khai
consent-how = Đồng ý bằng cách nào
consent-how-signed-paper = Giấy có chữ ký
consent-how-recorded-call = Cuộc gọi có ghi âm
consent-how-message = Tin nhắn
consent-how-in-person = Nói trực tiếp, có người làm chứng
consent-witness = Người làm chứng
consent-witness-hint = Họ tên và nơi ở; cần khi nói trực tiếp
consent-note = Ghi chú
consent-note-hint = Với cuộc gọi: gọi số nào, lúc nào, bản ghi âm để ở đâu
consent-given = Ngày đồng ý
consent-expires = Đến hết ngày
consent-expires-hint = Nhiều nhất 36 tháng từ ngày đồng ý
consent-evidence = Giấy hoặc ảnh làm bằng
consent-evidence-hint = Cần khi đồng ý bằng giấy hoặc tin nhắn. PDF hoặc ảnh chụp
consent-recorded = Người ghi
consent-withdrawn-on = Ngày rút lại
consent-state = Tình trạng
consent-state-held = Còn hiệu lực
consent-state-soon = Sắp hết hạn
consent-state-over = Đã hết hạn
consent-state-withdrawn = Đã rút lại
consent-until = đến hết { $day }
consent-page = Trang { $page }
consent-form-title = Ghi nhận đồng ý làm thay
consent-form-lead = { $producer } đồng ý để cán bộ hoặc cộng tác viên làm thay. Mọi việc làm thay đều ghi rõ ai làm, theo văn bản nào.
consent-form-go = Ghi nhận
consent-withdraw = Rút lại đồng ý
consent-withdraw-hint = Từ lúc rút lại không ai làm thay theo văn bản này nữa. Những việc đã làm vẫn giữ nguyên.
consents-title = Được đồng ý làm thay
consents-state = Những chủ thể đã đồng ý để bạn làm thay
consents-none = Chưa chủ thể nào đồng ý. Ghi nhận đồng ý ở trang của chủ thể.
consents-more = Còn { $count } chủ thể nữa
problem-consent-file = Gửi kèm giấy hoặc ảnh tin nhắn
problem-consent-witness = Điền họ tên người làm chứng
problem-consent-note = Ghi gọi số nào, lúc nào, bản ghi âm để ở đâu
problem-consent-over = Ngày hết hạn phải từ hôm nay và từ ngày đồng ý trở đi
problem-consent-long = Muộn nhất là { $latest }
refusal-consent-withdrawn = Đồng ý này đã rút lại rồi.
said-consent-given = Đã ghi nhận đồng ý.
said-consent-withdrawn = Đã rút lại đồng ý.

# Việc của tôi
inbox-title = Việc của tôi hôm nay
inbox-first = Nên làm trước
inbox-empty = Hôm nay không có việc nào.
inbox-quick = Làm nhanh
inbox-group-late = Quá hạn
inbox-group-soon = Sắp đến hạn
inbox-group-mine = Việc cần làm
inbox-group-waiting = Đang chờ người khác
inbox-group-done = Đã xong hôm nay
inbox-tasks = { $count } việc
inbox-count-late = { $count } việc quá hạn
inbox-count-soon = { $count } việc sắp đến hạn
inbox-count-mine = { $count } việc cần làm
inbox-count-waiting = { $count } việc đang chờ người khác
inbox-count-none = không có việc nào
inbox-late = Quá hạn { $days } ngày làm việc
inbox-left = Còn { $days } ngày làm việc
inbox-today = Hạn hôm nay
inbox-due = hạn { $day }

# Khóa API
keys-title = Khóa API
keys-state = Khóa để chương trình khác đọc, ghi dữ liệu. Mỗi chương trình một khóa.
keys-none = Chưa có khóa nào.
key-name = Dùng cho
key-hint = Bắt đầu bằng
key-scopes = Được làm gì
key-scope-records-read = đọc hồ sơ trong quyền của tài khoản
key-scope-records-write = ghi hồ sơ trong quyền của tài khoản
key-scope-trace-capture = ghi sự kiện truy xuất
key-scope-trace-query = hỏi sự kiện truy xuất
key-scope-trace-all = hỏi sự kiện truy xuất của mọi bên
key-login = Theo quyền của tài khoản
key-login-hint = Tên đăng nhập; để trống nếu khóa chỉ dùng cho truy xuất
key-created = Tạo lúc
key-action = Thao tác
key-state-live = Đang dùng
key-state-revoked = Đã thu hồi
key-revoke = Thu hồi
key-add = Tạo khóa
key-add-go = Tạo khóa
key-created-title = Khóa mới
key-created-lead = Chép khóa của { $name } ngay bây giờ. Rời trang này là không xem lại được.
key-kept = Đã chép xong
refusal-key-revoked = Khóa này đã thu hồi rồi.
said-key-revoked = Đã thu hồi khóa.

# Nhật ký
journal-title = Nhật ký
journal-state = 200 việc gần nhất trên hệ thống này
journal-none = Chưa có việc nào.
history-title = Lịch sử
journal-add-account = { $who } mở tài khoản { $login } cho { $name }
journal-disable-account = { $who } khóa tài khoản của { $name }
journal-enable-account = { $who } mở khóa tài khoản của { $name }
journal-reset-password = { $who } cấp mật khẩu dùng một lần cho { $name }
journal-give-role = { $who } giao cho { $name } vai trò { $role ->
    [officer] cán bộ OCOP
    [volunteer] cộng tác viên
    [advisory] thành viên Tổ tư vấn
    [council-member] thành viên Hội đồng
    [secretary] thư ký Hội đồng
    [chair] chủ tịch Hội đồng
    [leader] lãnh đạo
    [inspector] quản lý thị trường
    [editor] biên tập viên
    [owner] chủ cơ sở
    [member] thành viên cơ sở
   *[administrator] quản trị
  } ở { $scope }
journal-end-role = { $who } cho { $name } thôi vai trò { $role ->
    [officer] cán bộ OCOP
    [volunteer] cộng tác viên
    [advisory] thành viên Tổ tư vấn
    [council-member] thành viên Hội đồng
    [secretary] thư ký Hội đồng
    [chair] chủ tịch Hội đồng
    [leader] lãnh đạo
    [inspector] quản lý thị trường
    [editor] biên tập viên
    [owner] chủ cơ sở
    [member] thành viên cơ sở
   *[administrator] quản trị
  } ở { $scope }
journal-sign-in = { $who } đăng nhập
journal-sign-out = { $who } đăng xuất
journal-end-session = { $who } kết thúc phiên đăng nhập
journal-change-password = { $who } đổi mật khẩu
journal-keep-language = { $who } chọn ngôn ngữ { $lang ->
    [en] tiếng Anh
   *[vi] tiếng Việt
  }
journal-give-consent = { $who } ghi nhận { $producer } đồng ý để { $name } làm thay
journal-withdraw-consent = { $who } rút lại đồng ý làm thay của { $producer }
journal-add-key = { $who } tạo khóa API { $name }
journal-revoke-key = { $who } thu hồi khóa API { $name }
people-leave = Để sau
people-see = Xem
