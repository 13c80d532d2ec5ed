# Descriptions (YAML)
error-yaml-refused = { $file } is refused; nothing was fetched or changed. Mend this and run again:
error-yaml-absent = { $file }: there is no such file. Write it after the examples in datasets/.
error-yaml-syntax = { $file }, line { $line }: this is not YAML. Check indentation, colons and quotes.
error-yaml-unknown-key = { $file }, line { $line }: there is no key “{ $word }”. Perhaps this was meant: { $nearest }.
error-yaml-missing-key = { $file }, line { $line }: the key “{ $key }” is missing. Add it.
error-yaml-wrong-word = { $file }, line { $line }: “{ $word }” does not fit “{ $key }”. Perhaps this was meant: { $nearest }.
error-yaml-empty = { $file }, line { $line }: “{ $key }” is empty. Fill it in.
error-yaml-wrong-value = { $file }, line { $line }: “{ $key }” has a value that cannot be used ({ $reason }).
error-yaml-name-is-not-the-folder = { $file }, line { $line }: the name “{ $word }” is not that of the folder, “{ $nearest }”. Make them the same.
error-yaml-body-is-unknown = { $file }, line { $line }: holder.yaml has no body “{ $word }”. Perhaps this was meant: { $nearest }.
error-yaml-schema-is-unknown = { $file }, line { $line }: schemas/ has no schema “{ $word }”. Perhaps this was meant: { $nearest }.
error-yaml-item-is-unknown = { $file }, line { $line }: schemas/annex.yaml has no item “{ $word }”. Perhaps this was meant: { $nearest }.
error-yaml-recipe-is-unknown = { $file }, line { $line }: there is no recipe for the platform “{ $word }”. Perhaps this was meant: { $nearest }.
error-yaml-section-without-recipe = { $file }, line { $line }: a section of a site is crawled by the recipe of its platform. Set readers.page.recipe to one of: { $nearest }.
error-yaml-tables-are-not-those-made = { $file }, line { $line }: the extractor makes the tables { $made }, declared are { $declared }. Declare exactly those it makes.
error-yaml-reports-are-unknown = { $file }, line { $line }: there is no dataset “{ $word }” with reports. Perhaps this was meant: { $nearest }.
error-yaml-indicator-is-unknown = { $file }, line { $line }: the dataset of reports has no indicator “{ $word }”. Perhaps this was meant: { $nearest }.
error-yaml-column-is-unknown = { $file }, line { $line }: schema { $schema } has no column “{ $word }”. Perhaps this was meant: { $nearest }.
error-dataset-is-unknown = There is no dataset “{ $name }”. Perhaps this was meant: { $nearest }. All of them: pipeline list.
error-home-of-another-holder = The home { $home } belongs to the holder “{ $owner }”, but “{ $holder }” was chosen. Give --council for “{ $owner }” or another PIPELINE_HOME.
error-council-has-no-datasets = There is no dataset in { $path }. Write <dataset>/dataset.yaml in it (docs/adopting.md).
error-council-is-absent = There is no council directory { $path }. Name the one with holder.yaml: pipeline --council DIR …

# Settings
error-site-url-is-not-an-address = PIPELINE_SITE_URL must begin with http:// or https://, not “{ $value }”.
error-target-is-unknown = There is no target “{ $name }”. Known: { $known }.
error-source-date-is-not-seconds = SOURCE_DATE_EPOCH must be a number of seconds, not “{ $value }”.

# Releases
error-release-cannot-be-kept = The release cannot be kept in { $path } ({ $reason }). Check free space and permissions.
error-release-cannot-be-read = The kept release { $path } cannot be read. Restore the state from a backup (docs/backup.md).

# Running
error-internal = A bug in the program itself: { $kind }. Details: { $details }.
error-source-not-for-catalogue = The register of datasets follows from descriptors and receipts; it takes no --source.
error-night-failed = The night ended with failures: { $count ->
    [one] { $count } dataset
   *[other] { $count } datasets
 } ({ $names }). The others are not affected; the summary above says what to do.
error-data-not-fit = Dataset “{ $dataset }” is not published: { $count ->
    [one] { $count } error
   *[other] { $count } errors
 }. What was published before is untouched. Details: pipeline report { $dataset }.
error-nothing-published = Dataset “{ $dataset }” has not been published on “{ $target }” yet. First: pipeline publish { $dataset }.
error-no-earlier-version = The dataset “{ $dataset }” was published on “{ $target }” once: there is no earlier version. After the next publication you can go back to the present one.
error-version-is-unknown = Version “{ $version }” of dataset “{ $dataset }” was never published. Published: { $known }.
error-plan-is-not-readable = The plan file { $path } cannot be read. Make it again: pipeline plan NAME --save FILE.
error-plan-is-for-another = The plan in the file is for dataset “{ $planned }”, not for “{ $dataset }”.
error-plan-is-stale = The plan is no longer what would be published (“{ $dataset }”). Make it again: pipeline plan { $dataset } --save FILE.
error-file-cannot-be-written = { $path } cannot be written ({ $reason }). Check free space and permissions.
error-no-reader-for-kind = This dataset has no reader of kind “{ $kind }” for the source { $source }. It reads: { $known }.

# Gate
finding-derived = Column “{ $field }” was filled by the rule “{ $rule }” of the descriptor: { $count ->
    [one] { $count } cell
   *[other] { $count } cells
 }.
finding-required-column-is-empty = The required column “{ $field }” is empty in { $count } of { $rows } rows, and the descriptor has no rule for it. Add the values to the source or a rule to derive.
finding-required-column-may-be-empty = The required column “{ $field }” is empty in { $count } of { $rows } rows: the source does not give it, and the descriptor allows that (may_be_empty).
finding-quarantine-ceiling = Table { $table }: { $bad } rows have errors, at most { $allowed } may be held back. Mend the source.
finding-quarantined = Table { $table }: { $count ->
    [one] { $count } row
   *[other] { $count } rows
 } with errors held back; the others are published.
finding-published-rows-unfit = Table { $table }: { $count ->
    [one] { $count } published row no longer fits
   *[other] { $count } published rows no longer fit
 } the schema or the checks. Such rows cannot be held back: mend them in the source or look at the schema again.
finding-too-few-rows = Table { $table }: { $rows } rows, at least { $expected } are expected. Check that the source is complete.
finding-too-many-rows = Table { $table }: { $rows } rows, at most { $expected } are expected. Check the source or change max_rows.
finding-volume-shrank = Table { $table }: { $before } rows before (source: { $earlier }), { $rows } now (source: { $source }). Check that the source is complete; if it should be so, change max_shrink.
finding-volume-grew = Table { $table }: { $before } rows before, { $rows } now. Check the source; if it should be so, change max_growth.
finding-report-says-otherwise = Table { $table }: it has { $rows } rows as of { $dataDay } (source: { $sources }), the report “{ $report }” as of { $day } says { $value } (“{ $title }”). Compare one with the other.
finding-report-says-otherwise-of-period = Table { $table }: { $rows } rows have a “{ $field }” from { $start } to { $end } (source: { $sources }), the report “{ $report }” says { $value } of these days (“{ $title }”). Compare one with the other.
finding-report-of-another-time = Table { $table } (data as of { $dataDay }, source: { $sources }) was not compared with the report “{ $report }”: its newest count is of { $day }, and at most { $days } days may lie between them. Add a newer report or change within_days.
finding-of-another-version = Another version of the program noted “{ $code }”; after the next publication of the dataset it will be said in words.
finding-column-appeared = Table { $table }: column “{ $column }” is new since the last release.
finding-column-vanished = Table { $table }: column “{ $column }” of the last release is gone.
finding-column-emptied = Table { $table }: column “{ $column }” had values and is now empty in every row. Check the source.
finding-held-at-version = Somebody rolled “{ $target }” back to version { $version }; it stays until the source, the description or the code changes. To bring the newer one back: pipeline rollback { $dataset } --target { $target } --to { $left }
finding-site-address-is-local = PIPELINE_SITE_URL is not set, so the links of the register point at this computer. Set the public address of the catalogue.

# Place and weight
place-source = { $it }
place-sheet = sheet “{ $it }”
place-cell = cell { $it }
place-line = line { $it } of the source
place-element = at { $it }
place-row = row { $it } of the table
place-field = column “{ $it }”
severity-error = Error
severity-warning = Warning
severity-info = Note

# Night
state-published = published
state-unchanged = unchanged
state-rejected = rejected
state-failed = failed
night-rows = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 }
night-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
 }
night-totals = In all: { $published } published, { $unchanged } unchanged, { $rejected } rejected, { $failed } failed.
night-catalogue = Catalogue: { $site }/index.html. To open it: make serve, then { $address }/ in a browser.
night-published-there = It was published on “{ $target }”.
night-heading = Summary of the night

# Command
interrupted = Interrupted. What is published is as it was; run again to go on.
extracted = { $table }: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 }
finding-stands = It says: “{ $value }”.
findings-none = Nothing to remark.
findings-more = … and { $count } more. All of them: --limit 0.
verified = { $dataset }: everything published equals the release ({ $address }, files: { $files }).
list-never = never
plan-heading = { $dataset } on { $target }: { $count ->
    [0] no changes
    [one] { $count } change
   *[other] { $count } changes
 }
change-add-file = add file { $name }
change-change-file = change file { $name }
change-remove-file = remove file { $name }
change-add-rows = { $name }: rows to add: { $count }
change-change-rows = { $name }: rows to change: { $count }
change-remove-rows = { $name }: rows to remove: { $count }
change-add-column = add column { $name }
change-change-column = change column { $name }
change-remove-column = remove column { $name }
change-add-passport = passport: add { $name }
change-change-passport = passport: change { $name }
change-remove-passport = passport: remove { $name }
status-version = version { $version } of { $day }, rows: { $rows }
status-source = source { $address }, read { $day }, SHA-256 { $sha }
status-published = published at { $address }, read back { $day }
status-last-night = Last good night: { $day }.
status-no-night = No night has ended well yet.

# Machine
doctor-python = Python { $version }: fine.
doctor-python-wrong = Python { $version } is too old. 3.11 or newer is needed.
doctor-library = Library { $name } { $version }: fine.
doctor-library-wrong = Library { $name }{ $version } is missing. Run: make install
doctor-tool = Program { $name }: all right.
doctor-tool-wrong = There is no { $name }: { $what } cannot be read, nothing else suffers. Install it: sudo apt-get install { $package }
doctor-home = State folder { $path }: fine, { $free } MB free.
doctor-home-wrong = State folder { $path }: not writable or little room ({ $free } MB free). Change PIPELINE_HOME or free the disk.
doctor-site = Place of the catalogue { $path }: fine, { $free } MB free.
doctor-site-wrong = Place of the catalogue { $path }: not writable or little room ({ $free } MB free). Change PIPELINE_SITE or free the disk.
doctor-ledger = Ledger: fine.{ $reason }
doctor-ledger-wrong = The ledger cannot be opened. { $reason }
doctor-site-url = Public address of the catalogue: { $address }.
doctor-site-url-wrong = PIPELINE_SITE_URL is not set; links point at { $address }. Set the public address.

# What is masked
masked-person = Names of private persons are replaced by a mark: they are not published without consent or a demand of the law.
masked-code = Personal numbers (tax number, passport, account, phone) are replaced by a mark.
masked-flat = Numbers of flats of private persons are replaced by a mark.
rows-progress = Rows to the portal: { $done } of { $total }, { $speed } a second, { $left } s left
