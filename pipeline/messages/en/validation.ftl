# Schemas
error-schema-is-absent = There is no schema “{ $schema }” in schemas/. Perhaps this was meant: { $nearest }.
error-structure-is-refused = { $file }, line { $line }: this is no structure of a dataset. A CSV (UTF-8) with the columns name,title,description,datatype,required is needed; found instead: { $found }. Types: string, date, dateTime, time, integer, decimal, boolean, anyURI; required: true or false.
error-schema-is-not-json = { $file }, line { $line }: this is not JSON ({ $reason }). Check commas, quotes and brackets.
error-schema-key-is-unknown = { $file }: primaryKey names the column “{ $key }”, which does not exist. Perhaps this was meant: { $nearest }.
error-schema-field-twice = { $file }: a column is described twice: { $field }. Leave one description.
error-schema-is-refused = { $file }: the schema is refused ({ $reason }). Correct it by the rules of Table Schema.
error-check-field-is-unknown = The check “{ $check }” names the column “{ $field }”, which the table { $table } does not have. Correct checks in the description of the dataset.
error-option-changes-nothing = --{ $option } changes nothing here: { $option ->
    [schema] with --package the package itself holds the schemas. Leave out --schema or --package.
    [memory] it is of --package only. Leave it out.
    [ask-at-most] it is of --links only. Add --links, or leave it out.
   *[other] it is of a dataset only: pipeline validate NAME --{ $option }.
 }

# Links (on request only: --links)
finding-link-is-dead = There is no page behind this link (answer { $status }){ $cells ->
    [1] {""}
   *[other] {""}; cells with it: { $cells }
 }. Correct the address or remove it.
finding-link-is-refused = The server does not give the page behind this link (answer { $status }){ $cells ->
    [1] {""}
   *[other] {""}; cells with it: { $cells }
 }. Open it in a browser: if there is no page either, correct the address.
finding-link-host-is-silent = { $reason ->
    [source-host-is-unknown] There is no site at this address
    [source-certificate-is-bad] The site shows a certificate that is not valid
   *[other] The site at this address does not answer
 }; its other links were not asked. Check the address or try later.
finding-link-breaks-off = The server behind this link broke the connection. Open it in a browser; if it does not open, correct the address.
finding-link-is-wrong = This is no address of a page. It must be http:// or https://, the name of a site and a path.
finding-link-is-local = This link leads into the local network (where this computer stands), not to the internet, so it was not asked: the public cannot open it. Write an address that everybody can open.
finding-link-leads-astray = The link leads to other addresses without end, or to no page. Write the address that opens in a browser.
finding-links-not-asked = In the table { $table } { $count ->
    [one] { $count } link was not asked
   *[other] { $count } links were not asked
 }: there are more than are allowed at once, or their site does not answer. To ask all: --links --ask-at-most 0.

# The table and its columns
report-table-empty = the table has no rows
finding-table-empty = The table has no rows. Check that the source is not empty, or ask the engineer: check that the rules of the description (keep, drop) do not leave everything out.
finding-missing-label = The column “{ $field }”, which the table { $table } must have, is missing. Add it under exactly this name. If every column is missing, the header is probably in another row: remove the title of the table above it.
finding-extra-label = The structure of the table { $table } knows no column of this name. Correct the name or remove the column. If every column is reported like this, the header is probably in another row: remove the title of the table above it.
finding-blank-label = A column of the table { $table } has no name. Name it as the structure says or remove it.
finding-duplicate-label = A column name of the table { $table } is repeated. Leave one such column.
finding-label-differs = The name of the column “{ $field }” is typed otherwise (case, spaces or letters of another alphabet). Type it exactly.
finding-label-as-printed = The published structure prints this name of a column, the schema calls it “{ $field }”. The file was read; write the name of the schema from now on.
finding-header-titles-left-out = The second header row, with Ukrainian titles, was left out. For the holder: what is published has one header row.
finding-validation-incomplete = The validation of the table was not finished, so errors may have gone unnoticed. Pass this message to the engineer.

# Cells
finding-type-error = The column “{ $field }” wants { $type ->
    [date] a date as yyyy-mm-dd
    [datetime] a date and time as yyyy-mm-ddThh:mm:ss
    [time] a time as hh:mm:ss
    [year] a year of four digits
    [integer] a whole number without spaces
    [number] a number with a decimal point and no spaces
    [boolean] true or false
   *[string] text of a certain form
 }. Correct the value, or leave the cell empty where it is not known.
finding-spelling-not-standard = The value in the column “{ $field }” is not written as the standard demands: { $type ->
    [date] a date is yyyy-mm-dd
    [year] a year is four digits
   *[number] a number is ordinary digits without plus, spaces and underscores
 }. Write it so.
finding-constraint-required = A required cell of the column “{ $field }” is empty. Fill it.
finding-constraint-pattern = The value in the column “{ $field }” has the wrong form (pattern: { $limit }). Correct it.
finding-constraint-enum = The value in the column “{ $field }” is not in the list: { $limit }. Choose one of them.
finding-constraint-min-length = The value in the column “{ $field }” is too short (at least { $limit } characters). Complete it.
finding-constraint-max-length = The value in the column “{ $field }” is too long (at most { $limit } characters). Shorten it.
finding-constraint-minimum = The value in the column “{ $field }” is below { $limit }. Check it.
finding-constraint-maximum = The value in the column “{ $field }” is above { $limit }. Check it.
finding-constraint-exclusive-minimum = The value in the column “{ $field }” must be above { $limit }. Check it.
finding-constraint-exclusive-maximum = The value in the column “{ $field }” must be below { $limit }. Check it.
finding-unique = The value in the column “{ $field }” already stands in row { $other_row } of the table (in the source: { $other_place }). There may be only one.
finding-key-duplicate = A row with the same key ({ $key }) exists already: row { $other_row } of the table (in the source: { $other_place }). Leave one, or correct the key.
finding-key-alike = The key ({ $key }) differs from that of row { $other_row } of the table (in the source: { $other_place }) only in capitals, spaces, punctuation or look-alike letters. If they are the same, write the key in one way and leave one row.
finding-key-missing = The key ({ $key }) is empty in row { $row } of the table. Fill it.
finding-blank-row = Row { $row } of the table is empty. Remove it.

# Checks beyond the schema
finding-edrpou-check-digit = The check digit of the ЄДРПОУ code in the column “{ $field }” does not fit. Compare the code with the register.
finding-dates-out-of-order = The date in the column “{ $field }” is earlier than the one in the column “{ $earlier }”. Check both.
finding-act-number-gap = Among the numbers there is no { $numbers }{ $count ->
    [1] {""}
   *[other] {" "}({ $count } in all)
 }. For the holder: check whether { $count ->
    [1] this act is
   *[other] these acts are
 } on the site; if a number was not used or an act is not public, say so in a note to the dataset (ask the engineer: usage_notes).
finding-act-number-double = The number of this act is also in row { $other_row } of the table (in the source: { $other_place }). For the holder: check both numbers.
finding-act-number-unread = The form of the number is not known ({ $count ->
    [one] { $count } row
   *[other] { $count } rows
 }), so gaps among such numbers are not looked for. For the holder: correct the number if it is wrong, or ask the engineer: describe the form in checks: pattern.
finding-value-form = The value of “{ $field }” is not written as the recommended structure wants it: { $form ->
    [phone] a phone number is +380 and nine digits without spaces and brackets, several parted by a comma.
    [hours] working hours are “Пн-Чт 08:00-17:20, Пт 08:00-16:00”, breaks in a column of their own.
    [katottg] a code of КАТОТТГ is UA and 17 digits.
    [koatuu] a code of КОАТУУ is ten digits.
    [post-code] a post code is five digits.
    [houses] numbers of houses are parted by commas or semicolons, one number at a time: “1, 2А; 5/1”.
   *[url] a link begins with http:// or https://.
 } Correct the value in the source.
finding-address-part = The part of an address in “{ $field }” is not written as the rules want it: { $part ->
    [AdminUnitL1] the country is the word «Україна».
    [AdminUnitL2] a region is written in full: «Луганська область».
    [AdminUnitL3] a district is written in full: «Сєвєродонецький район».
    [AdminUnitL4] a community is written in full: «Лисичанська міська територіальна громада».
    [PostName] the name of a place stands without «м.», «смт» or «с.».
    [Thoroughfare] a street is written with its type: «вул. Зразкова», «просп. Зразковий».
    [LocatorDesignator] only the number of the house: «15-А», «5/1»; building and room have columns of their own.
   *[PostCode] a post code is five digits.
 } Correct the value in the source.
finding-territory-code-later = The code of КАТОТТГ in “{ $field }” stands beside the day { $day }, but there were no such codes before 26.11.2020. Put a code of КОАТУУ for older data, or check the day.
finding-territory-code-former = The code of КОАТУУ in “{ $field }” stands beside the day { $day }, but since 26.11.2020 codes of КАТОТТГ are in force. Put the code of КАТОТТГ (UA and 17 digits), or check the day.
finding-budget-code-short = The code in “{ $field }” is shorter than it should be: { $classification ->
    [programme] КПКВК of a local budget is seven digits: two of the chief unit, one of the executor (1 is the unit itself, 2 to 9 are others), four of the typical programme
    [state-programme] КПКВК of the state budget is seven digits: three of the chief unit, one of the executor, three of the programme
    [typical-programme] the code of a typical programme is four digits, not all zeros
    [function] КФКВК is four digits, the first two from 01 to 10
    [economic] КЕКВ is four digits
   *[department] КВК of a local budget is two digits, not all zeros
 }. Zeros in front are probably lost, but they are not guessed. Enter the whole code as text (with an apostrophe in front).
finding-budget-code-shape = The value of “{ $field }” is no code: { $classification ->
    [programme] КПКВК of a local budget is seven digits: two of the chief unit, one of the executor (1 is the unit itself, 2 to 9 are others), four of the typical programme
    [state-programme] КПКВК of the state budget is seven digits: three of the chief unit, one of the executor, three of the programme
    [typical-programme] the code of a typical programme is four digits, not all zeros
    [function] КФКВК is four digits, the first two from 01 to 10
    [economic] КЕКВ is four digits
   *[department] КВК of a local budget is two digits, not all zeros
 }. Enter the code alone, without letters, points and remarks.
finding-budget-code-parts = “{ $field }” holds a code that cannot be: { $classification ->
    [programme] КПКВК of a local budget is seven digits: two of the chief unit, one of the executor (1 is the unit itself, 2 to 9 are others), four of the typical programme
    [state-programme] КПКВК of the state budget is seven digits: three of the chief unit, one of the executor, three of the programme
    [typical-programme] the code of a typical programme is four digits, not all zeros
    [function] КФКВК is four digits, the first two from 01 to 10
    [economic] КЕКВ is four digits
   *[department] КВК of a local budget is two digits, not all zeros
 }. Compare it with the decision on the budget.
finding-budget-code-group = “{ $field }” holds the code of a unit or executor as a whole, not of a programme: the amount of this row repeats those of its programmes. Remove the row from the table, or ask the engineer: drop.
finding-budget-code-unknown = The list of the Ministry of Finance (economic classification of expenditure) has no such code as in “{ $field }”. Compare it with the decision on the budget.
finding-budget-sum-differs = The amount of code { $economic } is not the sum of its parts ({ $total }). Check both amounts in the source.
finding-territory-unknown = The codifier (КАТОТТГ) has no such code as in “{ $field }”. Check the code against the codifier in force, or ask the engineer: renew the file of the codifier (checks: codifier).
error-codifier-has-no-codes = { $source }: this is no table of the codifier (five columns of codes, category, name). Ask the engineer: checks: codifier and reading.

# Typing and declared corrections
finding-text-hygiene = The text in “{ $field }” is typed with a fault: { $fault ->
    [spaces] odd spaces, line breaks or invisible signs. Leave one space between words.
    [alphabets] Latin and Cyrillic letters in one word: search will not find it. Type the word in one alphabet.
    [apostrophes] another sign in the place of an apostrophe. Type an apostrophe (’).
    [quotes] quotes are not «…» or not closed. Type «…» in pairs.
   *[capitals] all in capitals. Type it in ordinary letters, only the first of sentences and names in capitals.
 }
finding-corrected = By a rule of the dataset ({ $because }) in “{ $field }” { $fault ->
    [spaces] odd spaces
    [alphabets] letters of the other alphabet in words
    [apostrophes] apostrophes
    [quotes] quotes
   *[dates] the form of dates (yyyy-mm-dd)
 } were corrected: { $count ->
    [one] { $count } cell
   *[other] { $count } cells
 }. To the holder: in the source it stands as before.
error-correction-field-is-unknown = A correction names the column “{ $field }”, which table { $table } does not have. Mend corrections in the description of the dataset.

# References to other tables
finding-reference-unknown = This value of “{ $field }” does not stand in table { $there }{ $dataset ->
    [own] {""}
   *[other] {" "}of dataset “{ $dataset }”
 }. Correct it, or add the row there.
finding-reference-not-held = Dataset “{ $dataset }” was never released, so references to its table { $table } were not looked up.
error-reference-table-is-unknown = A reference names table { $table }, which is not there{ $dataset ->
    [own] {""}
   *[other] {" "}in dataset “{ $dataset }”
 }. Mend references in the description of the dataset.
error-reference-column-is-unknown = A reference names the column “{ $field }”, which table { $table } does not have. Mend references in the description of the dataset.

# How a table was judged (pipeline validate --explain)
lane = { $table }: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}. { $way ->
    [fast] Judged by the fast lane: { $proven ->
        [one] { $proven } row was
       *[other] { $proven } rows were
    } proven right by rules, frictionless judged the rest ({ $asked }), the report is the same.
   *[whole] frictionless judged the whole table: { $reason }.
}
lane-streamed = The file was read in pieces, never as a whole.
lane-split = Rows were read one by one and not in blocks, which takes longer: { $reason }.
lane-split-no-csv-file = it is no CSV file on this disk
lane-split-compressed-or-in-parts = the file is compressed or in parts
lane-split-encoding = its encoding is an unusual one
lane-split-rows-left-out = the dialect passes over comments or blank rows
lane-split-no-header = there is no header, or the delimiter is not of ASCII
lane-split-unreadable = the file cannot be read to its end ({ $more })
lane-split-record-too-long = one of its records is too long
lane-split-other = { $reason }
lane-reason-few-rows = there are few rows, and the fast lane gains nothing
lane-reason-not-a-table = it is not a table
lane-reason-dialect = the dialect of the file is an unusual one
lane-reason-header-case = names of columns are compared without case
lane-reason-no-schema = there is no schema
lane-reason-foreign-keys = there are foreign keys
lane-reason-key-of-lists = the key holds lists or values of any type
lane-reason-cannot-be-read-twice = the source cannot be read a second time
lane-reason-error-limit-reached = the limit of errors has been reached
lane-reason-failed = the fast lane stopped ({ $more }), so frictionless decides
lane-reason-other = { $reason }
read-progress = { $done } of { $total } bytes read, { $speed } a second, about { $left } s left.
finding-package-error = Table { $table }{ $row ->
    [none] {""}
   *[other] , row { $row }
}: frictionless tells of an error “{ $type }”.
error-package-is-unreadable = { $source }: the data package (datapackage.json) cannot be read: { $reason }
