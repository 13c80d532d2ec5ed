"""Parts of `votes`: roll calls in every form of source, and who took part in them."""
