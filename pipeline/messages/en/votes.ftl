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
finding-vote-lines-left-out = { $count ->
    [one] { $count } line of the file is
   *[other] { $count } lines of the file are
 } part of no vote.{ $present ->
    [0] {""}
   *[other] {" "}Who came: { $present }.
 }{ $absent ->
    [0] {""}
   *[other] {" "}Who was absent from the meeting: { $absent }.
 }{ $registration ->
    [0] {""}
   *[other] {" "}Heads and totals of the registration: { $registration }.
 }{ $who-came ->
    [0] {""}
   *[other] {" "}How many came: { $who-came }.
 }{ $further-vote ->
    [0] {""}
   *[other] {" "}Words over a further vote on the same matter: { $further-vote }.
 }{ $further-totals ->
    [0] {""}
   *[other] {" "}Totals that are printed again with other numbers: { $further-totals }.
 }{ $not-held ->
    [0] {""}
   *[other] {" "}Matters of which no vote was held: { $not-held }.
 }{ $agenda ->
    [0] {""}
   *[other] {" "}The agenda: { $agenda }.
 }{ $above-table ->
    [0] {""}
   *[other] {" "}Words above a table of many votes: { $above-table }.
 }{ $stage ->
    [0] {""}
   *[other] {" "}Stages of the matter: { $stage }.
 }{ $repeated ->
    [0] {""}
   *[other] {" "}The heading again: { $repeated }.
 }{ $faction ->
    [0] {""}
   *[other] {" "}Factions and their shares: { $faction }.
 }{ $speakers ->
    [0] {""}
   *[other] {" "}Who presided, spoke, submitted: { $speakers }.
 }{ $signature ->
    [0] {""}
   *[other] {" "}Signatures and posts: { $signature }.
 }{ $letterhead ->
    [0] {""}
   *[other] {" "}The name of the council, the place: { $letterhead }.
 }{ $form-title ->
    [0] {""}
   *[other] {" "}Titles of the form: { $form-title }.
 }{ $program ->
    [0] {""}
   *[other] {" "}Words of the program that printed it: { $program }.
 }{ $vote-number ->
    [0] {""}
   *[other] {" "}Numbers of votes: { $vote-number }.
 }{ $question ->
    [0] {""}
   *[other] {" "}Numbers of questions: { $question }.
 }{ $majority ->
    [0] {""}
   *[other] {" "}The majority that is needed: { $majority }.
 }{ $conditions ->
    [0] {""}
   *[other] {" "}How and when it is voted, the quorum: { $conditions }.
 }{ $columns ->
    [0] {""}
   *[other] {" "}Headers of columns: { $columns }.
 }{ $totals-head ->
    [0] {""}
   *[other] {" "}Words above totals: { $totals-head }.
 }{ $empty-form ->
    [0] {""}
   *[other] {" "}Parts of the form that are not filled in: { $empty-form }.
 }{ $page ->
    [0] {""}
   *[other] {" "}Numbers of pages: { $page }.
 }
finding-voter-twice = Vote { $vote } has this name once more: a slip of the protocol, or two people with the same initials. Check the protocol; two people are told apart where extractor.parameters.deputies has their whole names.
finding-vote-title-doubtful = This line under the title of the question may be no part of it: another question, a label, a row of a table or a total. It is published as part of the title; check the protocol.
finding-vote-words-not-read = { $count ->
    [one] { $count } line was
   *[other] { $count } lines in a row were
 } not read: neither a vote with its heading nor words of the form. Look at this place; if there is a vote, ask an engineer to look at it.
finding-present-in-no-vote = { $count ->
    [one] { $count } deputy who came by the list at this place is
   *[other] { $count } deputies who came by the list at this place are
 } in no vote of this file. Check the protocol: a row may be lacking.
finding-absent-yet-voted = { $count ->
    [one] { $count } deputy who was absent by the list at this place voted
   *[other] { $count } deputies who were absent by the list at this place voted
 } in this file: they may have come late. What the votes say is published.
