"""Parts of `page`: the tree of a web page, its blocks and links, and where they stand."""
