# Roll calls
finding-no-votes-in-document = There is no roll call in the document. Check whether this is the file; if there is one, ask an engineer to look at it.
finding-vote-not-read = This line among the votes is not read: a name is missing, or the word of the vote (За, Проти, Утримався, Не голосував, Відсутній). Mend it in the source; if the council writes other words or signs, name them in words.
finding-vote-without = The protocol does not name { $what ->
    [session] session and convocation
    [date] the day of the meeting
    [title] the title of the question
    [names] who voted and how
   *[result] the outcome
 }; the cell is left empty.
finding-vote-totals-differ = Vote { $vote }: the protocol prints { $printed } { $column ->
    [votingFor] “for”
    [votingAgainst] “against”
    [votingAbstain] “abstained”
    [notVoting] “not voting”
    [absent] “absent”
   *[all] in all
 }, the names give { $counted }. What is printed is published; check the protocol.
finding-vote-cell-empty = The cell of a deputy is empty here, though the same table has votes of the deputy before and after: no vote is published. Look at the protocol; if every empty cell means one thing, name it in extractor.parameters.blank.
finding-deputy-unknown = The list of deputies has no such name. If this is a deputy under another surname or with a slip, ask an engineer: extractor.parameters.deputies: also.
finding-vote-under-another-title = Vote { $vote } stands under the number of motion { $motion }, whose title is «{ $title }»: look whether both are one matter.
finding-vote-repeated = Vote { $vote } was read from another file already; this protocol is the same, so it is left out.
error-votes-are-not-json = { $source }: this is no JSON of a voting system. Get the file again.
error-votes-are-not-xml = { $source }: this is no XML of votes (or holds a DOCTYPE). Check whether it is the right file and fetch it again.
error-votes-lack-columns = { $source }: the columns { $columns } are not there. Check whether it is the right file and the right delimiter, or ask the engineer: extractor.parameters.sheet.
finding-vote-held-back = This vote is not published: { $count ->
    [one] { $count } line of it was
   *[other] { $count } lines of it were
 } not read. Look at the protocol at the named place.
finding-vote-totals-counted = { $count ->
    [one] { $count } total that no protocol prints was
   *[other] { $count } totals that protocols do not print were
 } counted from the names.
