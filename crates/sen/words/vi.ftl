# Lời của chính chương trình.
nav-public-products = Sản phẩm OCOP
nav-public-producers = Người làm
nav-public-lookup = Tra mã trên nhãn
nav-inbox = Việc của tôi
nav-certificates = Giấy chứng nhận
nav-accounts = Tài khoản
