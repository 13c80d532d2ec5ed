"""Parts of `decisions`: what the lines, tables and headings of a page say of its acts."""
