# Lời của chính chương trình.
home-title = Chương trình Mỗi xã một sản phẩm
home-line = Nền tảng mở để một địa phương chạy Chương trình OCOP, từ lần đến thăm đầu tiên đến mã QR trên kệ.
home-decrees = Quy định đang có
home-decree = { $number }, có hiệu lực từ { $from }: { $sheets } phiếu, { $criteria } tiêu chí
