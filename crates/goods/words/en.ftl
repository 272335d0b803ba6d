# Goods: what producers log.
