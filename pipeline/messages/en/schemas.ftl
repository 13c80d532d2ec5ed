# The library of schemas: pipeline schemas
schemas-columns =
    { $count ->
        [one] { $count } column
       *[other] { $count } columns
    }
schemas-key = Key: { $key }
schemas-foreign-key = { $fields } is of the table { $there }, column { $columns }
schemas-item = Item { $item } of the annex ({ $holders }): { $title }
schemas-holders-all = all holders
schemas-holders-councils = local governments
schemas-term-change =
    { $days ->
        [one] After a change: { $days } working day
       *[other] After a change: { $days } working days
    }
schemas-term-periodic = At the least: { $often }
schemas-term-due = Every year by (month-day): { $due }
schemas-since = In force from { $day }
schemas-until = In force until { $day }
schemas-datasets = Datasets here: { $datasets }
schemas-map-same = same name
schemas-map-renamed = renamed
schemas-map-gone = not in the other table
schemas-map-new = new
schemas-exported = { $count ->
        [one] { $count } file
       *[other] { $count } files
    } written to { $path }.
error-schemas-map-is-absent = There is no map between “{ $schema }” and “{ $other }”. There are maps for the tables of the edition 835-2019 and their counterparts: pipeline schemas map 835-2019/Reports.
error-schemas-export-needs-a-folder = Tables of that name: { $count }. Name a folder (--to FOLDER) or one table.
finding-schema-read-as = There is no table “{ $typed }”; the file was held against { $schema }. If another one was meant, name it exactly: pipeline schemas list.
finding-table-of-other-edition = The columns of this file are of the other edition ({ $edition }): this is the table { $other }, and it was held against { $table }. Hold it against that one (--schema { $other }) or rename the columns; which is which: pipeline schemas map { $other } { $table }.
finding-table-of-another-structure = The columns of this file are of the table { $other }, and it was held against { $table }. Hold it against that one: --schema { $other }.
finding-table-of-no-structure = The columns of this file are those of the table { $table } in neither edition: of { $count } names it knows { $known }. The header must be the names of the columns of the schema (pipeline schemas show { $table }). The nearest table: { $other }.
