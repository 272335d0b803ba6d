# Nơi, chủ thể, sản phẩm.

## Dùng chung
reg-unknown = chưa rõ
reg-nothing = chưa ghi
reg-history = Lịch sử
reg-save = Lưu
reg-leave = Thôi, quay lại
reg-edit = Sửa
reg-now-in = nay thuộc { $place }
reg-as-csv = Xuất CSV ({ $count } dòng)
reg-as-xlsx = Xuất Excel ({ $count } dòng)
reg-commune = Phường, xã
reg-commune-hint = Tên hoặc mã. Tên cũ cũng được, ví dụ Tân Quy Tây
reg-place-filter = Nơi
reg-place-filter-hint = Tên hoặc mã, cả tên cũ
reg-clash-title = Có người vừa sửa mục này
reg-clash-lead = Chưa lưu phần của bạn. So hai bản dưới đây, sửa lại nếu cần, rồi lưu lần nữa.
reg-clash-field = Mục
reg-clash-theirs = Đang lưu
reg-clash-yours = Bạn vừa nhập
reg-distinct = Có thể đã có. Đánh dấu những mục chắc chắn là khác
reg-alike-one = Khác với { $name } ({ $place }), trùng { $by }
reg-alike-product = Khác với { $name } của { $producer } ({ $place })
reg-alike-name = tên
reg-alike-registration = số đăng ký
reg-alike-phone = điện thoại
reg-some-producer = một chủ thể ở nơi khác

## Nơi
reg-places = Đơn vị hành chính
reg-places-of = { $place }: { $count } đơn vị
reg-places-found = { $count } kết quả, tính cả tên cũ
reg-places-none = Chưa có đơn vị nào. Nhập danh sách để bắt đầu.
reg-places-empty = Không có đơn vị nào tên như vậy. Thử tên ngắn hơn, không cần dấu.
reg-places-import = Nhập danh sách đơn vị
reg-place-search = Tên hoặc mã, cả tên cũ
reg-place-name = Đơn vị
reg-place-code = Mã
reg-place-formerly = Tên cũ
reg-place-stands = Từ { $day } đến nay
reg-place-ended = Không còn từ { $day }
reg-place-from = Biết đến từ
reg-place-until = Hết vào
reg-place-until-day = đến { $day }
reg-place-within = Thuộc
reg-place-home = Hồ sơ của nơi này nay thuộc
reg-place-became = Đã thành
reg-place-formed-from = Lập từ
reg-place-holds = Gồm { $count } đơn vị
reg-place-import-lead = Nhận ba loại danh sách: đơn vị theo ngày, đơn vị mới lập từ đơn vị cũ, và đơn vị cũ có ngày riêng. Trước tiên Sen chỉ kiểm tra, chưa ghi gì.
reg-place-import-on = Ngày danh sách có hiệu lực
reg-place-import-on-hint = Ví dụ 1/7/2025

## Nhập từ tệp
reg-import = Nhập chủ thể và sản phẩm
reg-import-lead = Mỗi dòng một sản phẩm, kèm chủ thể của nó. Trước tiên Sen chỉ kiểm tra, chưa ghi gì.
reg-import-file = Tệp CSV hoặc Excel (.xlsx)
reg-import-check = Kiểm tra tệp
reg-import-do = Nhập tất cả
reg-import-other = Chọn tệp khác
reg-import-template = Tải tệp mẫu
reg-import-producers = Chủ thể mới
reg-import-known = Chủ thể đã có
reg-import-products = Sản phẩm mới
reg-column-distinct = Khác mục đã có (x)
reg-dry-run-lead = Chưa ghi gì. Đây là những gì sẽ xảy ra khi nhập.
reg-dry-run-added = Thêm
reg-dry-run-changed = Sửa
reg-dry-run-closed = Hết hiệu lực
reg-dry-run-linked = Mối nối trước và sau sáp nhập
reg-dry-run-unchanged = Đã có, giữ nguyên
reg-bad-title = Số ô cần sửa: { $count }. Sửa trong tệp rồi chọn lại
reg-bad-cell = Dòng { $row }, cột { $column }:

## Chủ thể
reg-producer = Chủ thể
reg-producers = Chủ thể
reg-producers-about = { $count } chủ thể khớp bộ lọc
reg-producers-empty = Chưa có chủ thể nào khớp. Bỏ bớt điều kiện hoặc thêm chủ thể.
reg-producer-search = Tên, số đăng ký hoặc điện thoại
reg-producer-new = Thêm chủ thể
reg-producer-edit-title = Sửa { $name }
reg-producer-name = Tên chủ thể
reg-producer-no-products = Chưa có sản phẩm nào.
reg-any-kind = Mọi loại
reg-kind = Loại chủ thể
reg-kind-cooperative = Hợp tác xã
reg-kind-cooperative-group = Tổ hợp tác
reg-kind-enterprise = Doanh nghiệp nhỏ và vừa
reg-kind-farm = Trang trại
reg-kind-household = Hộ sản xuất, kinh doanh
reg-kind-association = Hội (dịch vụ du lịch)
reg-kind-operating-centre = Trung tâm điều hành (dịch vụ du lịch)
reg-registration-number = Số đăng ký kinh doanh
reg-registered-on = Ngày đăng ký
reg-registered-by = Nơi cấp
reg-phone = Điện thoại
reg-public-phone = Cho người mua thấy số điện thoại
reg-public-phone-yes = Chủ thể đồng ý cho người mua thấy số này
reg-email = Thư điện tử
reg-address = Địa chỉ
reg-address-hint = Số nhà, đường, ấp hoặc khóm
reg-part-producer = Chủ thể
reg-part-representative = Người đại diện theo pháp luật
reg-part-representative-why = Giới tính, dân tộc, khuyết tật chỉ hỏi vì phiếu đánh giá có điểm cho các mục này. Chỉ cán bộ phụ trách và chính chủ thể thấy.
reg-representative-name = Người đại diện
reg-representative-title = Chức danh
reg-representative-address = Địa chỉ người đại diện
reg-sex = Giới tính
reg-sex-female = Nữ
reg-sex-male = Nam
reg-ethnicity = Dân tộc
reg-disability = Người khuyết tật
reg-disability-yes = Có
reg-disability-no = Không
reg-private = Thông tin riêng
reg-private-why = Chỉ cán bộ phụ trách, người được đồng ý làm thay và chính chủ thể thấy.
reg-members = Thành viên
reg-member-new = Thêm thành viên
reg-member-name = Họ tên
reg-member-title = Công việc
reg-member-kind = Loại thành viên
reg-member-official = Thành viên chính thức
reg-member-linked-contributing = Thành viên liên kết góp vốn
reg-member-linked-non-contributing = Thành viên liên kết không góp vốn
reg-member-joined-on = Ngày vào
reg-member-leave = Ghi là đã rời
reg-member-left-on = rời ngày { $day }
reg-consents = Văn bản đồng ý làm thay
reg-consents-none = Chưa có văn bản nào.
reg-consent-new = Ghi nhận đồng ý
reg-consent-over = không còn hiệu lực

## Sản phẩm
reg-product = Sản phẩm, chủ thể
reg-products = Sản phẩm
reg-products-count = Số sản phẩm
reg-products-about = { $count } sản phẩm khớp bộ lọc
reg-products-empty = Chưa có sản phẩm nào khớp. Bỏ bớt điều kiện hoặc thêm sản phẩm từ trang của chủ thể.
reg-product-search = Tên sản phẩm hoặc chủ thể
reg-product-new = Thêm sản phẩm
reg-product-edit-title = Sửa { $name }
reg-product-name = Tên sản phẩm
reg-product-code = Mã sản phẩm
reg-no-code = chưa cấp, có khi hồ sơ được nhận
reg-set = Bộ sản phẩm
reg-any-set = Tất cả các bộ
reg-choose-set = Chọn bộ sản phẩm
reg-group = Nhóm { $key }: { $name }
reg-unit = Quy cách
reg-unit-hint = Ví dụ chai 500 ml
reg-made-in = Nơi làm ra
reg-made-in-today = Nơi làm ra
reg-made-in-then = Tên cũ của nơi làm ra
reg-story = Câu chuyện sản phẩm
reg-story-none = Chưa có câu chuyện.
reg-photos = Ảnh
reg-photos-none = Chưa có ảnh.
reg-photos-add = Thêm ảnh
reg-photos-add-hint = JPEG, PNG hoặc WebP. Ảnh chỉ hiện ra ngoài khi bạn công bố.
reg-photo-caption = Ảnh chụp gì
reg-photo-public = Đã công bố
reg-photo-private = Chưa công bố
reg-photo-publish = Công bố
reg-photo-withdraw = Thôi công bố
reg-photo-remove = Bỏ ảnh

## Vừa làm xong
said-places-imported = Đã nhập danh sách đơn vị.
said-register-imported = Đã nhập chủ thể và sản phẩm.
said-producer-registered = Đã thêm chủ thể.
said-producer-edited = Đã lưu chủ thể.
said-member-joined = Đã thêm thành viên.
said-member-left = Đã ghi là rời.
said-product-added = Đã thêm sản phẩm.
said-product-edited = Đã lưu sản phẩm.
said-photos-added = Đã nhận ảnh. Ảnh chưa hiện ra ngoài, bấm Công bố khi muốn.
said-photo-published = Đã công bố ảnh.
said-photo-withdrawn = Ảnh không còn hiện ra ngoài.
said-photo-removed = Đã bỏ ảnh.

## Nhật ký
journal-import-places = { $who } nhập danh sách đơn vị: thêm { $added }, sửa { $changed }, hết hiệu lực { $closed }
journal-turn-places = { $who } báo { $count } địa danh thay đổi từ hôm nay
journal-import-register = { $who } nhập từ tệp { $producers } chủ thể, { $products } sản phẩm
journal-register-producer = { $who } thêm chủ thể { $name }
journal-edit-producer = { $who } sửa thông tin chủ thể
journal-edit-members = { $left ->
    [yes] { $who } ghi { $member } đã rời
   *[no] { $who } thêm thành viên { $member }
}
journal-add-product = { $who } thêm sản phẩm { $name }
journal-edit-product = { $who } sửa thông tin sản phẩm
journal-edit-photos = { $step ->
    [published] { $who } công bố một ảnh
    [withdrawn] { $who } thôi công bố một ảnh
    [removed] { $who } bỏ một ảnh
   *[added] { $who } thêm { $count } ảnh
}
journal-assign-code = { $who } cấp mã sản phẩm
journal-see-producer = { $who } xem chủ thể
journal-see-private = { $who } xem thông tin riêng
journal-see-product = { $who } xem sản phẩm

## Từ chối
refusal-register-no-commune-code = Chưa cấp được mã sản phẩm: { $place } chưa có mã đơn vị. Nhập danh sách đơn vị trước.
refusal-register-no-consent-to-publish = { $name } chưa đồng ý cho công bố ảnh. Ghi nhận đồng ý trước.
refusal-register-left-already = { $name } đã được ghi là rời.
refusal-register-rows-refused = Có dòng cần sửa, nên chưa nhập gì.

problem-register-not-a-phone = Nhập số điện thoại, ví dụ 0918 123 456
problem-register-not-an-email = Nhập thư điện tử, ví dụ ten@vidu.vn
problem-register-no-such-commune = Không có phường, xã nào tên “{ $name }”. Nhập tên hoặc mã, ví dụ Sa Đéc hoặc 29905
problem-register-several-communes = Có nhiều nơi tên như vậy. Ghi thêm tỉnh: { $names }
problem-register-place-not-yours = Nơi này ngoài phạm vi của bạn. Nhờ cán bộ nơi đó
problem-register-looks-like-another = Có thể đã có. Xem các mục trùng, đánh dấu nếu chắc chắn là khác
problem-register-looks-like = Có thể đã có: { $names }. Ghi x ở cột “Khác mục đã có” nếu chắc chắn là khác
problem-register-not-a-photo = { $name } không phải ảnh. Chọn tệp JPEG, PNG hoặc WebP
problem-register-too-many-photos = Mỗi sản phẩm tối đa { $most } ảnh. Bỏ bớt ảnh cũ trước
problem-register-rows-unreadable = Không đọc được tệp. Lưu lại dạng CSV (UTF-8) hoặc .xlsx
problem-register-rows-open-quote = Dòng { $row }: có dấu ngoặc kép mở mà không đóng. Thêm dấu đóng hoặc bỏ dấu mở
problem-register-rows-none = Tệp không có dòng nào dưới dòng tiêu đề
problem-register-rows-too-many = Tệp có hơn { $most } dòng. Tách thành nhiều tệp
problem-register-rows-no-list = Dòng tiêu đề không phải của danh sách đơn vị nào mà Sen biết. Xem hướng dẫn trên trang
problem-register-rows-unknown-column = Cột không dùng được: { $names }. Bỏ cột hoặc dùng tên cột trong tệp mẫu
problem-register-rows-missing-column = Thiếu cột: { $names }
problem-register-not-a-code = Nhập mã bằng số, tỉnh 2 số, phường xã 5 số
problem-register-not-a-kind = “{ $kind }” không phải loại đơn vị, ví dụ Phường, Xã, Thị trấn
problem-register-not-a-titled-name = Ghi cả loại và tên, ví dụ Tỉnh Đồng Tháp
problem-register-not-an-old-unit = Không đọc được “{ $unit }”. Ghi như: Phường 4 (Thành phố Mỹ Tho, Tỉnh Tiền Giang) 28252
problem-register-ends-before-it-begins = Ngày hết phải sau ngày bắt đầu
problem-register-unit-unknown = Chưa có { $unit } (mã { $code }) vào ngày đó. Nhập danh sách đơn vị theo ngày trước
