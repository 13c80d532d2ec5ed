# A file that should have been a table
error-table-is-empty-file = { $source }: the file is empty. Ask the owner of the data for it again.
error-table-is-markup = { $source }: a web page (HTML or XML) stands where a table should. If it is a table saved as “Web page”, save it as XLSX or ask the engineer: readers.spreadsheet.format: html. If it is an address, open it in a browser, find the link to the file itself and download it, or ask the engineer: write the new address into sources.
error-table-is-other-format = { $source }: this is a { $format } file, not a table. Unpack it or ask for the table as CSV or XLSX; tables of a PDF are read where the engineer says readers.spreadsheet.format: pdf.
error-format-differs = { $source }: { $declared } was expected, the content is { $found }. Save the file as { $declared }, or ask the engineer: readers.spreadsheet.format.

# CSV
error-csv-is-not-in-encoding = { $source }, line { $line } (byte { $offset } of the file): this is not text in { $encoding }. Save the file in this encoding (UTF-8 in Excel: the file type “CSV UTF-8”), or ask the engineer: declare its real encoding in readers.spreadsheet.encoding (Excel often writes cp1251).
error-csv-is-utf-8 = { $source }: { $encoding } was expected, but the file is UTF-8. Save the file in { $encoding }, or ask the engineer: readers.spreadsheet.encoding: utf-8.
error-csv-has-nul = { $source }, line { $line } (byte { $offset } of the file): a NUL, which text never has. The file is damaged or in UTF-16: save it as UTF-8.
error-csv-quotes-are-broken = { $source }, the record that begins on line { $line }: quotes are not closed, or text follows closed ones. Double the quotes inside a cell, or save the file from Excel again.
error-csv-delimiter-differs = { $source }: the delimiter “{ $declared }” gives one column, while “{ $found }” divides the header. Save the file with the delimiter “{ $declared }”, or ask the engineer: declare the other in readers.spreadsheet.delimiter (a tab is "\t").
finding-csv-texts-are-formulas = Texts written as formulas (="0123") were read without the signs of a formula: rows { $count } (no. { $rows }).
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
error-workbook-is-other-archive = { $source }: this is a ZIP archive, but not an XLSX or ODS workbook. Save the table as XLSX; tables of a Word document (DOCX) are read where the engineer says readers.spreadsheet.format: docx.
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
   *[other] Of this workbook (Excel before 97) only values are read: hidden rows, errors of formulas and comments were not checked. For the holder: save the workbook as XLSX.
 }
finding-workbook-lacks-parts = The workbook lacks parts that it refers to: { $count } ({ $parts }). All values were read, but other programs may not open it, and comments or pictures are lost. For the holder: open the workbook in Excel and save it again.
finding-cell-has-error = The cell shows an error of Excel; it counts as empty. Correct the formula or write the value.
finding-formula-without-value = The formula was saved without its value; the cell counts as empty. Open the workbook in Excel, let it calculate and save it.
finding-cell-has-comment = A cell of the source has a comment; the program does not read comments. For the holder: if the comment holds data, move them into the table.
finding-column-is-hidden = The column is hidden and was read all the same. If it is not meant to be published, remove it from the table, or ask the engineer: add its name to ignore.
finding-numbers-are-percents = Cells show percents and hold a share (15% is 0.15): { $count } (rows { $rows }); what they hold was read. If the column should have percents, enter them as common numbers (15) without the format “Percentage”.
finding-numbers-have-words = Cells show a number with a word or sign (“{ $words }”) that is not in the cell, its format adds it: { $count } (rows { $rows }); the number alone was read. If the word is part of the value (“7-А”, “thousand”), enter the whole value as text, or take the word out of the format.
finding-cell-is-picture = Cells of the table have a picture or a field of a form and no text: { $count } (rows { $rows }); their value is empty. If the picture means something (a tick for “yes”), write it as a word.
finding-cell-has-note = Cells of the table have footnotes or comments: { $count } (rows { $rows }); the program does not read their text. For the holder: if they hold data, move them into the table.
finding-cell-has-table = Cells of the table have another table inside: { $count } (rows { $rows }); its text was read as lines of the same cell. For the holder: move its data into columns or rows of their own.
finding-pdf-text-has-no-cell = The table of the PDF has text that no cell holds, as not all lines are drawn around it (for example where a cell goes on on the next page): { $count } (rows { $rows }); it was not read. Ask for the table as XLSX, CSV or DOCX.
finding-pdf-text-between-pages = The table of the PDF goes on on the next page, and between its parts stands text outside of cells: { $count } (after rows { $rows }); it was not read. Check that it is no row of the table without a line below; if it is, ask for the table as XLSX, CSV or DOCX.
finding-pdf-row-is-open = On page { $page } of the PDF is a row of a table without a line above or below it (for example one that goes on on the next page); it was not read. Ask for the table as XLSX, CSV or DOCX.
finding-page-row-in-cell = Cells of the page hold rows of the table itself, as some tag in them was not closed: { $count } (rows { $rows }). Ask the author of the page to close the tags, or for the table as XLSX or CSV.
finding-text-is-struck = Cells of the table have text that is crossed out: { $count } (rows { $rows }); it was read as any other. If it is no longer valid, remove it (or the whole row) from the source; if it is, take the line through it away.
finding-text-is-unseen = Cells of the table have hidden text that nobody sees: { $count } (rows { $rows }); it was not read. If it is needed, make it visible; if not, remove it.
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
finding-card-heading-not-used = This line looks like the heading of a card (heading.matches), but no table stands right under it, so it is in no row. If it heads a card, look whether the table of the card is there; if it is the title of all, ask the engineer to narrow the pattern.
finding-rows-above-header = Above the header { $count ->
    [one] is { $count } row with text that is not read.
   *[other] are { $count } rows with text that are not read.
 } For the holder: if they hold data, move them into the table.
finding-rows-are-blank = Between the data { $count ->
    [one] is { $count } empty row
   *[other] are { $count } empty rows
 } (no. { $rows }); this changes nothing in the data.
finding-header-mixes-alphabets = A word in the name of a column of the source mixes Latin and Cyrillic letters. For the holder: type it in one alphabet.
finding-values-mix-alphabets = { $count ->
    [one] { $count } row has
   *[other] { $count } rows have
 } words that mix Latin and Cyrillic letters (no. { $rows }): no search will find them. For the holder: type them in one alphabet.
finding-characters-are-lost = { $count ->
    [one] { $count } row has
   *[other] { $count } rows have
 } the sign “�” (no. { $rows }): letters were lost before the file was handed over. Take the file from its origin.

# Where on a sheet the table is, and what in it is no data
error-table-title-is-absent = { $source }: there is no row with the title by which the table is found (“{ $pattern }”). Check that this is the right file and put the title back above the table, or ask the engineer: readers.spreadsheet.begins_after.
error-header-is-not-found = { $source }: no row has all the names of columns that are expected; missing: { $names }{ $row ->
    [0] {""}
   *[other] {" "}(row { $row } is nearest to it)
 }. Give the columns their names back, or ask the engineer: readers.spreadsheet.header_has.
finding-columns-not-read = Beside the table stand columns with text that are not read: { $columns }. For the holder: if they are needed, ask the engineer: readers.spreadsheet.columns.
finding-rows-below-table = Below the table { $count ->
    [one] is { $count } row with text that is not read
   *[other] are { $count } rows with text that are not read
 } (no. { $rows }). For the holder: if they hold data, move them into the table.
finding-table-end-is-absent = The row that ends the table by the description of the dataset (“{ $pattern }”) is absent: everything down to the end was read. Check that the last rows are data; if the table ends otherwise now, ask the engineer: readers.spreadsheet.until.
finding-total-differs = The total of the column “{ $column }” is not the sum of its rows, which is { $sum }. Correct the total or the rows; if this column is not summed up, ask the engineer: list those that are in readers.spreadsheet.totals: columns.
finding-totals-left-out = Rows of totals are no part of the data: { $count ->
    [one] { $count } row
   *[other] { $count } rows
 } (no. { $rows }).
finding-numbering-left-out = Rows that number the columns are no part of the data: { $count ->
    [one] { $count } row
   *[other] { $count } rows
 } (no. { $rows }).
finding-rows-look-like-totals = This looks like totals: { $count ->
    [one] { $count } row
   *[other] { $count } rows
 } (no. { $rows }). If they are totals and no other rule leaves them out, ask the engineer: readers.spreadsheet.totals: [{"{"}matches: "^(Разом|Усього|Всього)"{"}"}].
finding-rows-look-like-numbering = This looks like numbers of columns: { $count ->
    [one] { $count } row
   *[other] { $count } rows
 } (no. { $rows }). Remove such rows, or ask the engineer: readers.spreadsheet.skip_numbering: true.
finding-rows-may-be-sections = Only one cell is filled in { $count ->
    [one] { $count } row
   *[other] { $count } rows
 } (no. { $rows }), and no pattern of readers.spreadsheet.sections fits. If they are titles of sections, the rows under them have the title of the section before: ask the engineer to add a pattern; if they are notes, remove them, or add until.
finding-rows-have-one-cell = Only one cell is filled in { $count ->
    [one] { $count } row
   *[other] { $count } rows
 } (no. { $rows }). If they are titles of sections or notes and no data, ask the engineer: readers.spreadsheet.sections or until.

# Tables of pages, documents, PDF and JSON
error-document-is-other-format = { $source }: { $declared } was expected, the content is something else. Save the file in this format, or ask the engineer: readers.spreadsheet.format.
error-document-has-no-table = { $source }: there is no table. In a PDF a table is seen by its lines only. Ask for the table as XLSX or CSV.
error-table-is-absent = { $source }: there is no table “{ $table }”; there are: { $tables }. Check that this is the right file, or ask the engineer: readers.spreadsheet.sheet (name or number) or header_has.
error-tables-differ = { $source }: the header of the table { $table } is not that of { $first }, so they are not one table (readers.spreadsheet.every). Give them the same names of columns in the same order, or ask the engineer: name one of them in readers.spreadsheet.sheet.
error-table-is-not-declared = { $source }: there are several tables ({ $tables }). Ask the engineer: name the right one in readers.spreadsheet.sheet (name or number) or header_has; where all are parts of one, readers.spreadsheet.every: true; where each table is the card of one record, readers.spreadsheet.cards.
error-pdf-is-scanned = { $source }: this is a scan, the PDF has no text but pictures. Numbers and names are not read from pictures reliably: ask for the file it was printed from, as XLSX, DOCX or CSV.
error-pdf-is-damaged = { $source }: the PDF is damaged or cut off. Open it, save it again and send it whole, or ask for the table as XLSX.
error-pdf-is-protected = { $source }: the PDF is protected by a password. Remove the protection and save it again.
error-pdf-has-too-many-pages = { $source }: the PDF has { $pages } pages (limit { $limit }). Ask for the table as XLSX, or ask the engineer: readers.spreadsheet.max_pages.
error-pdf-columns-are-unclear = { $source }: the columns of a table without lines (page { $page }) cannot be told by white space: the header came out as “{ $columns }”. Ask for the table as XLSX. For the engineer: readers.spreadsheet.aligned, header_has, until.
error-pdf-rows-are-unclear = { $source }: on page { $page } the line of text { $line } may belong to two rows of the table. Ask for the table as XLSX. For the engineer: readers.spreadsheet.aligned.begins.
error-pdf-page-is-too-dense = { $source }: page { $page } has too many lines to look for a table among them. Ask for the table as XLSX.
error-json-is-broken = { $source }, line { $line }: this is no JSON (RFC 8259). Ask the owner for the file again.
error-json-is-too-deep = { $source }: this JSON is nested deeper than data ever are. Check that this is the right file.
error-json-has-double-name = { $source }: a record has one name twice, so nobody knows which value is right. Ask the owner to correct the file.
error-json-has-no-list = { $source }: there is no list of records at “{ $path }”. Check that this is the right file, or ask the engineer: readers.spreadsheet.records.
error-json-record-is-no-object = { $source }: { $place } is no record with named fields. Check that this is the right list, or ask the engineer: readers.spreadsheet.records.
finding-links-not-read = Cells of the table have links that are not read: { $count }. If they are needed, ask the engineer: readers.spreadsheet.links.
finding-tables-not-read = Other tables of this file are not read: { $count }. If one of them is needed, ask the engineer: readers.spreadsheet.sheet; if it is more of the same table, every: true and header_has (the header or the numbers of columns must stand above each part).
finding-pdf-pages-are-scanned = Pages { $pages } have no text but pictures: what is on them was not read. Ask for the table as XLSX.
finding-pdf-text-is-garbled = On pages { $pages } the font does not say which letters it draws: the text is spoilt. Ask for the table as XLSX.
finding-json-list-as-object = Lists in the JSON are written as objects with the names 0, 1, 2 (as happens when something was taken out of them): { $count ->
    [one] { $count } record
   *[other] { $count } records
 }. They were read as lists.
finding-total-not-compared = The total of the column “{ $column }” was not compared: a cell among its rows is no number. For the owner: write numbers without remarks, or compare the total yourself.
finding-total-of-rows-differs = The total says that there are { $printed } rows, and { $rows } were read. For the owner: correct the total, or find what is missing or too much.
finding-link-unread = The cell leads somewhere, and where could not be read. Enter the address into the cell as text.
error-names-are-not-found = { $source }: the table should lie on its side, but no column has all the names of fields that are expected; missing: { $names }. Check the names in the first column, or ask the engineer: readers.spreadsheet.header_has.
error-records-are-absent = { $source }: the table should lie on its side, but right of the names of fields (columns with names: { $names }) there is nothing. Check the file, or ask the engineer: readers.spreadsheet.transposed, header_rows.
error-cards-are-absent = { $source }: there is no card: no row begins one as described: "{ $begins }". Check the file, or ask the engineer: readers.spreadsheet.cards.
finding-card-rows-left-out = Rows that are no fields of cards were left out as described: { $count } (rows { $rows }).
finding-card-has-more-values = In a card there is more than one value beside the field "{ $field }". Leave one value in the cell next to the name, or ask the engineer: readers.spreadsheet.columns.
finding-card-value-has-no-name = A card has a value without a name of a field. Write the name, or merge its cell with the name above if the field is the same.
finding-card-repeats-field = A card has the field "{ $field }" twice: either another card begins here without "{ $begins }", or one of them is too many. Correct the card; give another field another name.
finding-card-has-no-beginning = The field "{ $field }" stands above the first card: the card that it belongs to does not begin with "{ $begins }". Write the beginning of the card.
finding-card-has-gap = Above the field "{ $field }" there is an empty row inside a card that other cards do not have there: perhaps another card begins without "{ $begins }". Write the beginning of the card, or remove the empty row.
finding-cards-lack-field = Some cards do not have the field "{ $field }" ({ $count }; cards of rows { $rows }). Add it, be it with an empty value.
finding-cards-have-nothing-in-common = This card and the one before have no field in common but "{ $field }": perhaps they are one card that has "{ $begins }" twice. Give the second field another name, or ask the engineer: readers.spreadsheet.cards.
finding-card-has-no-fields = A card has nothing but "{ $field }": either this row stands twice, or the fields of the card were lost. Add them or remove the row.
finding-side-row-is-uneven = In this row of a table on its side there are { $found } cells, in others { $expected }: nobody knows which records its values are of. Even the row out; put a value that has the delimiter in it into quotes.
