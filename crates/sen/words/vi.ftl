# Lời của chính chương trình.
nav-public-products = Sản phẩm OCOP
nav-public-producers = Người làm
nav-public-lookup = Tra mã trên nhãn
