# Kho sự kiện truy xuất.

store-address = Địa chỉ kho sự kiện { $address } không đúng. Hãy ghi sqlite:ĐƯỜNG-DẪN hoặc postgres://… trong cấu hình.
store-newer = Kho sự kiện thuộc phiên bản { $found }, mới hơn phiên bản { $known } mà chương trình này biết. Hãy dùng chương trình mới hơn.
store-away = Kho sự kiện đang không trả lời. Chưa rõ dữ liệu vừa gửi đã được ghi hay chưa; hãy gửi lại, dữ liệu sẽ không bị trùng.
store-full = Ổ đĩa của kho sự kiện đã đầy. Hãy giải phóng chỗ trống rồi gửi lại.
store-closed = Kho sự kiện đã đóng. Hãy gửi lại sau khi chương trình khởi động lại.
store-too-much = Mục số { $at }: { $what } là { $found }, trong khi mức nhiều nhất là { $most }. Hãy chia nhỏ rồi gửi lại.
store-unfit = Mục số { $at }: không thể lưu { $what }. Hãy bỏ ký tự không hợp lệ hoặc sửa giá trị rồi gửi lại.
store-broken = Kho sự kiện bị hỏng hoặc hoạt động sai. Hãy báo cho người quản trị kèm mã thao tác.
