# Registries: columns of the source and fields of the table
error-column-declared-twice = The name of a column «{ $column }» is declared for two fields. Leave it with one: names are compared without regard to case, spaces, quotes and letters that look alike.
finding-header-drifted = { $kind ->
    [missing] There is no column for the required field «{ $field }»; its declared names are: { $declared }. If it was renamed, add the new name: columns: { $field }: names: […]; if it is no longer kept, set required: false.
    [double] Two columns fit the field «{ $field }». Leave the name of one in columns: { $field }: names and add the other to ignore.
   *[unknown] The description of the dataset knows no column of this name. Add it to a field (columns: FIELD: names: […]) or leave it out with a reason (ignore: - name: …, because: …).
 }
finding-header-repeated = The header is repeated among the data { $count ->
    [one] { $count } time
   *[other] { $count } times
 } (rows { $rows }); these rows were left out.
finding-rows-left-out = By the rule «{ $rule }» ({ $because }) { $count ->
    [one] { $count } row was
   *[other] { $count } rows were
 } left out ({ $rows }).
finding-year-unknown = The year of { $count ->
    [one] { $count } row
   *[other] { $count } rows
 } is not known. Check history.year in the description of the dataset, or the name of the file.

# Registries: values
finding-code-written-as-number = The code in «{ $field }» is written as a number (with a point or a power), digits may be lost. Enter it as text.
finding-leading-zero-lost = The code in «{ $field }» is shorter than { $width } digits: probably its leading zeros are lost. Enter it as text or, where that is certain, declare pad: true.
finding-leading-zero-restored = In «{ $field }» leading zeros were put back up to { $width } digits: { $count ->
    [one] { $count } cell
   *[other] { $count } cells
 }.
finding-date-unreadable = No declared format reads the date in «{ $field }». Correct it or add the format to columns: { $field }: formats.
finding-value-unclassified = The field «{ $field }» stays empty: no pattern fits the value of the column «{ $column }». Add a rule to classify: { $field }: rules.
finding-spelling-unreviewed = The spelling in «{ $field }» has not been reviewed. Add it to lookups: { $field } if it is another spelling of a known one.
finding-rows-repeated = Equal rows of one year were joined: { $count ->
    [one] { $count } repetition
   *[other] { $count } repetitions
 }.
