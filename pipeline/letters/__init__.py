"""Letters to the owner of the data: what is wrong, where, and what to do; the workbook, marked."""
