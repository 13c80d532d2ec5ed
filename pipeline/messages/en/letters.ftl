# The letter to the owner of the data
letter-subject-rejected = Dataset “{ $title }”: not published, corrections are needed
letter-subject-doubtful = Dataset “{ $title }”: published, but some places should be looked at
letter-to = To the person responsible for the dataset “{ $title }”, { $holder }
letter-day = { $day }
letter-found-rejected = The publishing program checked { $sources } and found { $errors ->
    [one] { $errors } error that keeps
   *[other] { $errors } errors that keep
 } the dataset from being published{ $doubts ->
    [0] .
    [one] {" "}(and { $doubts } more place to look at).
   *[other] {" "}(and { $doubts } more places to look at).
 }
letter-found-doubtful = The publishing program read { $sources }; the dataset is published, but { $doubts ->
    [one] { $doubts } place should be looked at.
   *[other] { $doubts } places should be looked at.
 }
letter-stays = Everybody sees the version of { $day }: it was not changed.
letter-never = This dataset was never published, so nobody sees it yet.
letter-what-to-do = What to do
letter-step-open = Open the attached { $count ->
    [one] file { $files }: in it
   *[other] files { $files }: in them
 } cells with errors are red, doubtful ones yellow, and the comment of each says what to correct.
letter-step-find = Find the places named below in your file.
letter-step-mend = Correct them in your file. Leave the other cells as they are.
letter-step-save = Save the file under the same name where it always is. The program reads it again next night.
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
letter-example = For example
letter-wrong = What is wrong
letter-more-places = and { $count ->
    [one] { $count } more place
   *[other] { $count } more places
 }: see the table at the end
letter-more-groups = And { $count ->
    [one] { $count } more kind of remarks
   *[other] { $count } more kinds of remarks
 }: see the table at the end.
letter-table = All places
letter-signed = The program that publishes open data wrote this letter. Questions: { $contact }.
letter-expected-integer = a whole number without spaces and remarks
letter-expected-number = a number without units and remarks
letter-expected-boolean = true or false
letter-expected-date = a date
letter-expected-datetime = a date and a time
letter-expected-time = a time: hours and minutes
letter-expected-year = a year of four digits
letter-expected-choice = one of: { $choices }
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
letter-finding-key-duplicate = The value of “{ $field }” may stand in the table once, and it is there already: { $other_place }. Leave one of these rows or correct the value.
