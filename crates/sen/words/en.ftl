# The program's own words.
nav-public-products = OCOP products
nav-public-producers = Makers
nav-public-lookup = Look up a code
nav-inbox = My tasks
nav-certificates = Certificates
nav-accounts = Accounts
