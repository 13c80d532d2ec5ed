# Pages of the catalogue.

site-catalogue-title = Open data. { $holder }
site-catalogue-description = Open datasets published by { $holder }.
site-heading = Open data
site-intro = Look at the datasets and download them here, free of charge and without registration.
site-skip = Skip to the content
site-all-datasets = All datasets
site-sections = Sections of the page
site-other-language = Українською
site-datasets = { $count ->
    [one] { $count } dataset
   *[other] { $count } datasets
}
site-no-datasets = No dataset has been published yet.
site-updated = Updated
site-actual-on = Data as of
site-frequency = Update frequency
site-rows-label = Rows
site-formats = Formats
site-licence = Licence
site-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
site-size-kilobytes = { $size } KB
site-size-megabytes = { $size } MB
site-download = Download
site-download-file = Download “{ $title }” as { $format }, { $size }
site-mirror = The table mirrors its source: a row that vanishes there vanishes here.
site-accumulate = The table only grows: a published row stays.
site-without-workbook = There is no XLSX workbook: the table is too large for one, or has a text that it cannot hold. CSV and JSON hold everything.
site-preview = Preview
site-preview-shown = { $total ->
    [one] { $shown } of { $total } row is shown.
   *[other] { $shown } of { $total } rows are shown.
}
site-preview-whole = The whole table is shown.
site-preview-empty = The table has no rows yet.
site-preview-table = Preview of the table “{ $title }”
site-structure = Structure
site-structure-of = Structure of the table “{ $title }”
site-column = Field
site-column-meaning = Meaning
site-column-type = Type
site-column-required = Required
site-yes = yes
site-no = no
site-type-string = text
site-type-integer = whole number
site-type-decimal = number
site-type-boolean = yes or no
site-type-date = date
site-type-dateTime = date and time
site-type-time = time
site-type-anyURI = link
site-values = Dates are written yyyy-mm-dd, decimals with a point; an empty cell means there is no value. Codes are text: leading zeros are kept.
site-passport = Passport of the dataset
site-sources = Where the data come from
site-sources-intro = The data were taken from these sources. The SHA-256 checksum tells exactly which file was read.
site-no-sources = The dataset has no source outside the catalogue itself.
site-notes = Good to know
site-findings = Notes on the data
site-no-findings = The checks have nothing to note.
site-severity-error = Error
site-severity-warning = Warning
site-severity-info = Note
site-places = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
site-more-findings = { $count ->
    [one] { $count } more note
   *[other] { $count } more notes
}
site-all-findings = All notes with their places in the source
site-masked = What is withheld
site-masked-intro = Personal data were withheld before publication:
site-nothing-masked = Nothing is withheld in this version.
site-values-count = { $count ->
    [one] { $count } value
   *[other] { $count } values
}
site-versions = Versions
site-present-version = Present version
site-earlier-version = Earlier version
site-machine = For programs
site-machine-package = Data Package descriptor
site-machine-passport = Passport of the dataset ({ $format })
site-machine-catalogue = Catalogue in DCAT-AP (JSON-LD)
site-terms = Terms of use
site-terms-access = Public information in the form of open data is published for free and open access and may be freely used and shared.
site-terms-use = Anyone may copy, publish, share and use these open data, also for commercial purposes, combined with other information or as part of a product of their own.
site-terms-source = Any further use of the open data requires a reference to where they were obtained, including a hyperlink to the publisher’s open data page.
site-contact = Questions and remarks about the data

finding-formula-made-inert = { $count ->
    [one] In the table “{ $table }” { $count } cell that a spreadsheet program would take for a formula is written with an apostrophe in the CSV. JSON and XLSX hold the text unchanged.
   *[other] In the table “{ $table }” { $count } cells that a spreadsheet program would take for formulas are written with an apostrophe in the CSV. JSON and XLSX hold the text unchanged.
}

error-target-moved = Dataset “{ $dataset }” has changed since the plan was made. Make the plan again and apply it.
error-plan-of-another-release = The plan was made for version { $planned } of the dataset “{ $dataset }”, not for version { $version }. Make the plan again.
error-passport-of-another-dataset = The passport “{ $passport }” does not describe the tables of the release “{ $dataset }”. Check the tables in the descriptor.
error-columns-unlike-schema = The columns of the table “{ $table }” are not those of its schema: { $columns }. Bring the schema and the table into line.
error-file-names-collide = Two files of the dataset “{ $dataset }” would both be named “{ $name }”. Rename the schema of one of the tables.
error-text-not-unicode = Table “{ $table }”, field “{ $field }”, row { $row }: there is a character that Unicode does not have. Correct the encoding in the source.
error-read-back-missing = What was published is not there: { $path }. Publish the dataset again.
error-read-back-unreadable = The published file { $path } cannot be read. Publish the dataset again.
error-read-back-differs = The published file { $path } differs from the release (row { $row }, column { $column }). Publish the dataset again.
error-read-back-hash = The file { $path } is not what was published. Publish the dataset again.
error-read-back-version = { $path } does not show version { $version }. Publish the dataset again.
error-site-dataset-unreadable = The files of the dataset “{ $dataset }” in the catalogue cannot be read. Publish that dataset again, or delete its folder, and repeat.
error-site-holds-other-files = The catalogue folder { $folder } holds files of others ({ $names }), which would be deleted. Set PIPELINE_SITE to an empty folder.
error-site-not-exchangeable = The folder { $folder } cannot be exchanged in one move here ({ $reason }). Set PIPELINE_SITE to a folder below the mount point, on an ordinary Linux file system.
error-site-disk-full = The disk with the catalogue { $folder } is full. Free some space and repeat; what is published has not changed.
error-site-no-permission = No permission to write { $path }. Grant it and repeat; what is published has not changed.
error-site-not-written = The catalogue { $folder } could not be written: { $reason }. Remove the cause and repeat.
error-site-locked = Another run is changing the catalogue { $folder } right now. Wait for it to end and repeat.
