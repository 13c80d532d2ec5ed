"""Parts of `pdf`: its pages, tables without lines, figures above the line."""
