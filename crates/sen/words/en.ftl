# The program's own words.
nav-public-products = OCOP products
nav-public-producers = Makers
nav-public-lookup = Look up a code
