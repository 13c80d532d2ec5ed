# Registries: columns of the source and fields of the table
error-column-declared-twice = The name of a column “{ $column }” is declared for two fields. Ask the engineer: leave it with one (columns: FIELD: names); names are compared without regard to case, spaces, quotes and letters that look alike.
finding-header-drifted = { $kind ->
    [missing] There is no column for the required field “{ $field }”. Name the column in the table as expected ({ $declared }), or ask the engineer: if the name has changed for good, add the new one (columns: { $field }: names: […]); if the column is no longer kept, set required: false. If every column is reported like this, the header is probably in another row: remove the title of the table above it, or ask the engineer: readers.spreadsheet.header_row.
    [double] Two columns fit the field “{ $field }”. Leave one of them in the table, or ask the engineer: leave the name of one in columns: { $field }: names and add that of the other to ignore.
   *[unknown] The program knows no column of this name. If the name is misspelt, correct it; if the column is superfluous, remove it; or ask the engineer: add the name to a field (columns: FIELD: names: […]) or leave the column out (ignore: - name: …, because: …). If every column is reported like this, the header is probably in another row: remove the title of the table above it, or ask the engineer: readers.spreadsheet.header_row.
 }
finding-headers-compared = The header has changed: { $unknown } unknown columns, { $missing } still missing. Both headers side by side (expected on the left, found on the right; “?” is a guess to be checked) and the YAML for the engineer are the value of this finding.
finding-header-repeated = The header is repeated among the data { $count ->
    [one] { $count } time
   *[other] { $count } times
 } ({ $count ->
    [1] row
   *[other] rows
 } { $rows }); these repetitions were left out.
finding-rows-left-out = By the rule “{ $rule }” ({ $because }) { $count ->
    [one] { $count } row of the source was
   *[other] { $count } rows of the source were
 } left out (no. { $rows }).
finding-year-unknown = The year of { $count ->
    [one] { $count } row
   *[other] { $count } rows
 } is not known. Write the year into the name of the file or sheet, or into the column of the year, as in the years before, or ask the engineer: history: year.

# Registries: values
finding-code-written-as-number = The code in “{ $field }” is written as a number (with a point or a power), digits may be lost. Enter it again as text (with an apostrophe in front).
finding-leading-zero-lost = The code in “{ $field }” is shorter than { $width } digits: probably its leading zeros are lost. Enter the whole code as text (with an apostrophe in front) or, if only zeros are missing, ask the engineer: columns: { $field }: pad: true.
finding-leading-zero-restored = In “{ $field }” leading zeros were put back up to { $width } digits: { $count ->
    [one] { $count } cell
   *[other] { $count } cells
 }. For the holder: keep codes as text in the source.
finding-code-groups-joined = The code in “{ $field }” is printed in groups of digits; the spaces between them were removed: { $count ->
    [one] { $count } cell
   *[other] { $count } cells
 }.
finding-phone-unreadable = The phone in “{ $field }” could not be read: it has words, or a number that is not ten digits with its area code (0445550101). Write whole numbers with their area codes, parted by commas.
finding-part-unread = The value of “{ $column }” is not split as a whole: what stands as the value of this message has no field{ $kept ->
    [no] {" "}and is published nowhere
   *[other] {" "}and stays as text in “{ $kept }”
 }. Write the value as in other rows, or ask the engineer: add a field for this part (split: { $column }: into) or one for what is left (split: { $column }: rest).
finding-parts-unread = The value of “{ $column }” could not be split into parts{ $kept ->
    [no] , so it is published nowhere
   *[other] {" "}and stays as text in “{ $kept }”
 }. Write it as in other rows, or ask the engineer: split: { $column }.
finding-text-became-date = The workbook holds as a date what should be text in “{ $field }”: { $count ->
    [one] { $count } cell
   *[other] { $count } cells
 }. Excel takes a number or version like 3/12 or 10.8.1 for a date. Enter the value again as text (with an apostrophe in front); if it is a date, ask the engineer: columns: { $field }: kind: date.
finding-date-unreadable = The date in “{ $field }” cannot be read. Write it as in the other rows, or ask the engineer: add this way of writing to columns: { $field }: formats.
finding-number-unreadable = The number in the field “{ $field }” cannot be read. Write the number alone, without units and remarks, or ask an engineer: columns: { $field }: decimal_sign, units; for «(1 234,50)» negative: brackets, for «1,2 млн» scales, for «150¹» footnotes: ["¹"].
finding-number-sign-doubtful = In the field “{ $field }” a point or comma stands before three digits, so the number has two meanings; “12.500” was read as 12500, “12,500” as 12.5: { $count ->
    [one] { $count } cell
   *[other] { $count } cells
 } (rows { $rows }). If that is right, ask the engineer: columns: { $field }: decimal_sign: ","; if it is the other way round, decimal_sign: ".".
finding-act-number-unreadable = The number of an act in the field “{ $field }” cannot be read. Write the number alone, as in the decision, without the date and other words.
finding-spaces-folded = In the field “{ $field }” superfluous spaces, line breaks or signs that cannot be seen were removed: { $count ->
    [one] { $count } cell
   *[other] { $count } cells
 }.
finding-value-unclassified = The field “{ $field }” stays empty: it does not follow from the value of the column “{ $column }”. Correct the value if it is wrong, or ask the engineer: add a rule to classify: { $field }: rules.
finding-spelling-unreviewed = The spelling in “{ $field }” has not yet been compared with the known ones. For the holder: if it is a known name written otherwise, correct it in the source or ask the engineer: add the spelling to lookups: { $field }.
finding-rows-repeated = Equal rows of one year were joined: { $count ->
    [one] { $count } repetition
   *[other] { $count } repetitions
 }.
finding-code-of-other-form = The code in the field “{ $field }” should be { $width } digits, and this one is written otherwise; it stays as it is. For the owner: compare the code with the register and enter the digits alone, without other letters and signs.
finding-leading-zero-doubtful = The code in the field “{ $field }” is shorter than { $width } digits, but with zeros in front its check digit does not agree; the zeros are put back as declared. For the owner: compare the code with the register and enter it whole, as text.
finding-ditto-unread = In the field “{ $field }” a ditto (“-//-”) stands in place of a value, or it should be as above, and where to take it from is not certain: { $count ->
    [one] { $count } cell
   *[other] { $count } cells
 } (rows { $rows }). Enter the value itself or, if it is always that of the row above, ask the engineer: columns: { $field }: from_above: dittos.
finding-taken-from-above = In the field “{ $field }” the value was taken from the row above, as a ditto or an empty cell says: { $count ->
    [one] { $count } cell
   *[other] { $count } cells
 } (rows { $rows }). For the owner: better enter the value in every row.
finding-word-broken-by-line = In the field “{ $field }” a word is broken over two lines by a hyphen; whether the hyphen is a part of the word is not known, so it stays: { $count ->
    [one] { $count } cell
   *[other] { $count } cells
 } (rows { $rows }). For the owner: take the break out.
finding-footnote-mark-kept = A cell of the field “{ $field }” ends with the mark of a note (an asterisk or «¹»), which stays in the value: { $count ->
    [one] { $count } cell
   *[other] { $count } cells
 } (rows { $rows }). Take it out or ask the engineer: extractor.parameters.footnotes.
finding-footnote-mark-left-out = In the field “{ $field }” the mark of a note at the end was left out: { $count ->
    [one] { $count } cell
   *[other] { $count } cells
 } (rows { $rows }).
finding-unit-left-out = In the field “{ $field }” the unit behind the number was left out: { $count ->
    [one] { $count } cell
   *[other] { $count } cells
 } (rows { $rows }). For the owner: the unit belongs into the name of the column.
finding-act-number-with-words = In the field “{ $field }” words stand beside the number of the act that are not taken. Write the number alone, as the decision has it.
finding-table-is-transposed = The table stands on its side: { $lying ->
    [beside] records are spread over rows: before the names of fields ({ $names }) stands whose they are. Add to dataset.yaml: readers.spreadsheet.cards.beside: { $begins }, and header_row: the row below the header.
    [cards] the records are cards one below another, the names of fields in a column ({ $names }). Add to dataset.yaml the name of the field that every card begins with, for example: readers.spreadsheet.cards.begins: { $begins }.
   *[side] the names of fields are in a column ({ $names }) and the records are columns. Add to dataset.yaml: readers.spreadsheet.transposed: true (or turn the table: each record in a row of its own).
 }
finding-month-unreadable = The month in the field “{ $field }” cannot be read. Write the month and the year: «березень 2024» or “03.2024”.
finding-year-unreadable = The year in the field “{ $field }” cannot be read. Write one year in four digits: “2024”.
finding-brackets-are-negative = In the field “{ $field }” numbers in brackets were read as negative, as described: { $count ->
    [one] { $count } cell
   *[other] { $count } cells
 } (rows { $rows }).
finding-number-scaled = In the field “{ $field }” numbers with words for thousands and millions were written in units, as described: { $count ->
    [one] { $count } cell
   *[other] { $count } cells
 } (rows { $rows }).
