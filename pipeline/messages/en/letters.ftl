# The letter to the owner of the data
letter-subject-rejected = Dataset “{ $title }”: not published, corrections are needed
letter-subject-doubtful = Dataset “{ $title }”: accepted, but some places should be looked at
letter-to = To the person responsible for the dataset “{ $title }”. Holder: { $holder }.
letter-day = { $day }
letter-found-rejected = The publishing program checked { $sources } and found { $errors ->
    [one] { $errors } error that keeps
   *[other] { $errors } errors that keep
 } the dataset from being published{ $doubts ->
    [0] .
    [one] {" "}(and { $doubts } more place to look at).
   *[other] {" "}(and { $doubts } more places to look at).
 }
letter-found-doubtful = The publishing program read { $sources }; the data are fit to publish, but { $doubts ->
    [one] { $doubts } place should be looked at.
   *[other] { $doubts } places should be looked at.
 }
letter-stays = Everybody sees the version of { $day }: it was not changed.
letter-never = This dataset was never published, so nobody sees it yet.
letter-what-to-do = What to do
letter-step-open = Open the attached { $count ->
    [one] file { $files }: in it
   *[other] files { $files }: in them
 } wrong cells are red, doubtful ones yellow. Point at a cell and a comment says what is wrong with it. The file is only a hint: do not send it back.
letter-step-find = Find the places named below in your file.
letter-step-mend = Correct the wrong places in your own file and compare the doubtful ones with your papers: where all is right, leave them. Do not change other cells.
letter-step-save = Save your file under the same name where it always is. The program reads it again next night; if anything is left, a new letter comes.
letter-most-important = What is wrong: the most important first
letter-weight-error = Error
letter-weight-warning = Look at it
letter-places = { $count ->
    [one] { $count } place
   *[other] { $count } places
 }
letter-where = Where
letter-column = Column
letter-stands = There stands
letter-stands-empty = nothing
letter-stands-personal = (personal data; look at your file)
letter-expected = Expected
letter-example = Written like
letter-wrong = What is wrong
letter-more-places = and { $count ->
    [one] { $count } more place
   *[other] { $count } more places
 }: see the table at the end
letter-more-groups = Also { $errors ->
    [0] {""}
    [one] { $errors } error
   *[other] { $errors } errors
 }{ $both ->
    [yes] {" "}and{" "}
   *[no] {""}
 }{ $doubts ->
    [0] {""}
    [one] { $doubts } place to look at
   *[other] { $doubts } places to look at
 }: see the table at the end.
letter-table = All places
letter-signed = The program that publishes open data wrote this letter. Questions: { $contact }.
letter-engineer = If it is written so on purpose or in many rows, send this letter to the engineer. For the engineer: { $hints }.
letter-expected-integer = a whole number without spaces and remarks
letter-expected-number = a number without units and remarks
letter-expected-boolean = true or false
letter-expected-date = a date that is in the calendar
letter-expected-datetime = a date and a time
letter-expected-time = a time: hours and minutes
letter-expected-year = a year of four digits
letter-expected-choice = one of these: { $choices }
letter-expected-or = “{ $value }” (or { $others })
letter-mark = { $weight }: { $wrong }
letter-copy-sheet = Table
letter-written = Letter: { $path }
letter-author = Publishing program
letter-marked-name = { $name } (marked){ $kind }
letter-expected-digits = exactly { $count ->
    [one] { $count } digit
   *[other] { $count } digits
 }, no spaces
letter-finding-constraint-pattern = The value in “{ $field }” is not written as it should be. Write it as in the example.
letter-finding-key-duplicate = The value in “{ $field }” is repeated: the same stands already in cell or row { $other_place }. If both are about one thing, take one out; if not, correct the wrong value.
letter-finding-date-unreadable = The date in “{ $field }” could not be read: there is no such day, or it is written in an unusual way. Find the right date in your papers and write it as in the example.
letter-finding-leading-zero-lost = The code in “{ $field }” has fewer than { $width } digits: some are lost. Compare it with a paper or a state register and enter it whole, as text. Do not add zeros by guessing.
letter-finding-edrpou-check-digit = The code in “{ $field }” seems to have a slip: its last digit does not follow from the others. Compare it with the state register; if it is right, leave it.
letter-finding-constraint-enum = No such value is foreseen in “{ $field }”. Choose one of those allowed.
findings-written = The table of findings was written: { $path }
