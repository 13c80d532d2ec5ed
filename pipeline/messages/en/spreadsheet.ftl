# A file that should have been a table
error-table-is-empty-file = { $source }: the file is empty. Ask the owner of the data for it again.
error-table-is-markup = { $source }: a web page (HTML or XML) stands where a table should. If it is a table saved as “Web page”, save it as XLSX. If it is an address, open it in a browser, find the link to the file itself and download it, or ask the engineer: write the new address into sources.
error-table-is-other-format = { $source }: this is a { $format } file, not a table. Unpack it or ask for the table as CSV or XLSX.
error-format-differs = { $source }: { $declared } was expected, the content is { $found }. Save the file as { $declared }, or ask the engineer: readers.spreadsheet.format.

# CSV
error-csv-is-not-in-encoding = { $source }, line { $line } (byte { $offset } of the file): this is not text in { $encoding }. Save the file in this encoding (UTF-8 in Excel: the file type “CSV UTF-8”), or ask the engineer: declare its real encoding in readers.spreadsheet.encoding (Excel often writes cp1251).
error-csv-is-utf-8 = { $source }: { $encoding } was expected, but the file is UTF-8. Save the file in { $encoding }, or ask the engineer: readers.spreadsheet.encoding: utf-8.
error-csv-has-nul = { $source }, line { $line } (byte { $offset } of the file): a NUL, which text never has. The file is damaged or in UTF-16: save it as UTF-8.
error-csv-quotes-are-broken = { $source }, the record that begins on line { $line }: quotes are not closed, or text follows closed ones. Double the quotes inside a cell, or save the file from Excel again.
error-csv-delimiter-differs = { $source }: the delimiter “{ $declared }” gives one column, while “{ $found }” divides the header. Save the file with the delimiter “{ $declared }”, or ask the engineer: declare the other in readers.spreadsheet.delimiter (a tab is "\t").
finding-csv-cell-looks-like-rows = The cell has { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
 } that look like records of their own: probably a quote was opened and not closed. Look at this place and put the quotes right.
finding-row-is-too-long = The record has { $found } cells, the header { $expected }: values may have shifted. Check commas and quotes on this line. If every row is reported like this, the header is probably in another row: remove the title of the table above it, or ask the engineer: readers.spreadsheet.header_row.
finding-rows-are-too-short = { $count ->
    [one] { $count } record is
   *[other] { $count } records are
 } shorter than the header of { $expected } columns ({ $count ->
    [1] line
   *[other] lines
 } { $rows }); the absent cells count as empty. Check that nothing is cut off.

# Workbooks
error-workbook-is-damaged = { $source }: the workbook is damaged or cut off. Open it in Excel, save it again and send it whole; if it does not open, ask its owner for the file.
error-workbook-is-protected = { $source }: the workbook is protected by a password. Remove the protection (File → Info → Protect Workbook) and save it again.
error-workbook-is-other-archive = { $source }: this is a ZIP archive, but not an XLSX or ODS workbook. Save the table as XLSX.
error-workbook-has-document-type = { $source }: the part { $part } has a DOCTYPE, which workbooks never have. Do not open the file; ask its owner to save the table anew.
error-workbook-is-too-large = { $source }: unpacked, the workbook takes { $size } MiB, or it is packed too densely (limit { $limit } MiB). Remove superfluous sheets and pictures from it or, if the file really is this large, ask the engineer: readers.spreadsheet.max_unpacked_mb.
error-sheet-is-too-large = { $source }: the sheet spans { $cells } cells (limit { $limit }). Usually a forgotten character far below or to the right: Ctrl+End in Excel shows it. Delete the superfluous rows and columns and save the workbook, or ask the engineer: readers.spreadsheet.max_cells.
error-sheet-is-not-declared = { $source }: several sheets have data ({ $sheets }). Leave one sheet with data in the workbook, or ask the engineer: name the right one in readers.spreadsheet.sheet.
error-workbook-has-no-data = { $source }: no sheet has data ({ $sheets }). Check that this is the right file.
error-sheet-is-absent = { $source }: there is no sheet “{ $sheet }”; there are { $sheets }. Check that this is the right workbook and give the sheet its name back, or ask the engineer: readers.spreadsheet.sheet.
finding-sheet-is-hidden = The sheet with the data is hidden and was read all the same. If it is meant to be published, unhide it; if not, ask the engineer: name another in readers.spreadsheet.sheet.
finding-sheet-not-read = The sheet “{ $sheet }”{ $hidden ->
    [yes] {" "}(hidden)
   *[no] {""}
 } has data and is not read. If they are needed, move them to the sheet that is read; if not, remove the sheet from the workbook; or ask the engineer: name it in readers.spreadsheet.sheet or add it to ignore_sheets.
finding-workbook-details-unread = { $kind ->
    [xlsx] The values were read; formats, hidden rows, errors of formulas and comments could not be checked, since the workbook refers to parts it does not have. Open it in Excel and save it again.
   *[other] In XLS and ODS only values are read: hidden rows, errors of formulas and comments were not checked. For the holder: save the workbook as XLSX.
 }
finding-cell-has-error = The cell shows an error of Excel; it counts as empty. Correct the formula or write the value.
finding-formula-without-value = The formula was saved without its value; the cell counts as empty. Open the workbook in Excel, let it calculate and save it.
finding-cell-has-comment = A cell of the source has a comment; the program does not read comments. For the holder: if the comment holds data, move them into the table.
finding-column-is-hidden = The column is hidden and was read all the same. If it is not meant to be published, remove it from the table, or ask the engineer: add its name to ignore.
finding-rows-are-hidden = { $count ->
    [one] { $count } row is
   *[other] { $count } rows are
 } hidden (no. { $rows }); { $read ->
    [yes] they were read. If they are not meant to be published, remove them from the table, or ask the engineer: readers.spreadsheet.skip_hidden_rows: true.
   *[no] by the description of the dataset they were left out.
 }
finding-number-lost-digits = The number has more than 15 digits, and Excel has already put zeros for the last ones. Enter the code as text (with an apostrophe in front).
finding-cells-are-merged = The cells up to { $last } are merged: only the first has the value. Unmerge and fill each, or ask the engineer: readers.spreadsheet.fill_merged: true.

# Header and rows
error-header-is-empty = { $source }: row { $row }, which should be the header, is empty or absent. Put the header into this row: remove empty rows and the title of the table above it, or ask the engineer: readers.spreadsheet.header_row.
finding-rows-above-header = Above the header { $count ->
    [one] is { $count } row with text that is not read.
   *[other] are { $count } rows with text that are not read.
 } For the holder: if they hold data, move them into the table.
finding-rows-are-blank = Between the data { $count ->
    [one] is { $count } empty row
   *[other] are { $count } empty rows
 } (no. { $rows }); this changes nothing in the data.
finding-header-mixes-alphabets = A word in the name of a column of the source mixes Latin and Cyrillic letters. For the holder: type it in one alphabet.
finding-characters-are-lost = { $count ->
    [one] { $count } row has
   *[other] { $count } rows have
 } the sign “�” (no. { $rows }): letters were lost before the file was handed over. Take the file from its origin.
