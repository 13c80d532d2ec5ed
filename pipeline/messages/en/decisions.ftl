# Acts of the council, its executive committee, its mayor
finding-no-acts-on-page = There is no act on the page. { $count ->
    [0] Check the address: a list or the text of acts should be here.
    [one] It only leads to { $count } other page: { $sections }. Save it into the folder of the source, or ask the engineer: add its address to sources.
   *[other] It only leads to { $count } other pages: { $sections }. Save those that are needed into the folder of the source, or ask the engineer: add their addresses to sources.
 }
finding-text-not-read = { $count ->
    [one] { $count } line of the page was
   *[other] { $count } lines of the page in a row were
 } not read: neither the title of an act nor a known part of a page. Look at this place; if there is an act, write it on the page like its neighbours; if not, ask the engineer: add the beginning of the line to extractor.parameters.ignore.
finding-one-link-many-acts = One link for many acts: from { $first } to { $last }. They get no rows of their own, since the page does not give their titles. Ask for each act to be published by itself.
finding-number-without-title = There is a number, { $number }, but no title of an act beside it, so the table gets no row. Add the title on the page.
finding-act-days-differ = The row names two days: { $taken } was published, { $other } was not. If the other one is the day of the act, correct the page; if it is the day of publication, name its column so.
finding-number-of-several-titles = One number, { $number }, stands beside the titles of several acts ({ $count }), so none of them got it. Write the number of each act beside its title on the page.
finding-act-without-title = The act has a number and a link but no title. Add the title on the page.
finding-act-without-number = The page does not give the number of this act; the cell stays empty. Add the number on the page.
finding-act-without-date = The page does not say when this act was adopted; the cell stays empty. Add the date in the heading of the page or beside the act.
finding-act-of-days-to-come = The date of this act is later than the day on which the page was fetched; most likely a slip of the pen. Check the year and correct it on the page.
finding-act-without-link = The act has no link, and the address of the page is unknown; the cell stays empty. Put a link to the text of the act on the page, or ask the engineer: give the address of the page (readers.page.base).
finding-link-is-of-the-page = { $count ->
    [one] { $count } act has no link of its own
   *[other] { $count } acts have no links of their own
 }: the address of the page stands there. Add links to the texts on the page.
finding-one-file-of-several-acts = { $count ->
    [one] { $count } act of the page links
   *[other] { $count } acts of the page link
 } to the same file. Check the links: unless the file is common to them, give each act its own.
finding-page-text-is-struck = The page has text that is crossed out: { $count }; it was read as any other. If an act holds no longer, write its status beside it («втратив чинність») or remove it from the page; if it holds, take the line through it away.
finding-acts-of-another-body = { $count ->
    [one] { $count } act of the page is
   *[other] { $count } acts of the page are
 } of another kind than this dataset ({ $kind }): most likely another body adopted them. Read such acts into their own dataset, or correct the kind on the page.
finding-number-is-of-the-item = The number of { $count ->
    [one] { $count } act is
   *[other] { $count } acts is
 } that of its item in the list, since the page gives no other. For the holder: if the full number differs (with session and convocation), add it on the page.
finding-publication-date-not-found = The page does not show when it was published; the cells of issued stay empty unless the description of the dataset has a rule for them. Add the date on the page, or ask the engineer: a rule for issued in derive.
finding-column-not-read = The column “{ $column }” of a table was not read: nobody knows what it holds. If it is needed, name it on the page like the known ones (Вид, Номер, Дата, Назва, Посилання).
finding-lines-left-out = { $count ->
    [one] { $count } line of the page is no act
   *[other] { $count } lines of the page are no acts
 }: { $kind ->
    [agenda] agenda
    [attachment] annexes and notes to acts
    [body] the text of the act itself
    [draft] drafts
    [elsewhere] what stands under a heading of no acts (petitions, announcements, laws)
    [further-link] a further file of the same act
    [header] header of a table or requisites of an act
    [ignored] left out by the description
    [label] headings over acts
    [menu] menu or foot of the site
    [letterhead] name of the body, session, place
    [picture] pictures
    [record] protocols, votes, recordings
    [repeated] the same act once more
    [section] ways to other pages
    [signature] signatures
    [state] acts of the state that are linked to
   *[other] { $kind }
 }.
finding-draft-published-late = The draft was published { $days } working days before it is considered ({ $meeting }); the law asks for { $term } at least (Law on Access to Public Information, article 15). Tell whoever prepares the meeting.
finding-title-joined = The site cut the title of { $count ->
    [one] { $count } act
   *[other] { $count } acts
 }: the whole one was taken from the page of the act, and one row was kept.
finding-act-lost-force = The act was repealed or declared void: the title of the act No. { $number } of { $date } says so. Its status is “Втратив чинність”.
finding-earlier-act-unnamed = { $count ->
    [one] The title of { $count } act
   *[other] The titles of { $count } acts
 } speak of changing or repealing earlier acts without a number or a date; the table has no relation for them.
finding-relation-without-act = { $count ->
    [one] { $count } relation
   *[other] { $count } relations
 } between acts not published: the act that changes lacks a number or a date. Add it on the page.
finding-act-status-contradicted = The page gives the status of the act as “{ $status }”, and the title of the act No. { $number } of { $date } says that it was repealed or declared void. Check both places; the status of the page was published.
