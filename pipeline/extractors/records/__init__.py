"""Parts of `registry`: columns, rows and cells of a table, and what is said of them."""
