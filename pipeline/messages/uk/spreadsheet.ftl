# Файл, який мав бути таблицею
error-table-is-empty-file = { $source }: файл порожній. Попросіть його у власника даних ще раз.
error-table-is-markup = { $source }: замість таблиці тут вебсторінка (HTML або XML). Якщо це таблиця, збережена як «Вебсторінка», збережіть її у форматі XLSX або попросіть інженера: readers.spreadsheet.format: html. Якщо це адреса, відкрийте її в браузері, знайдіть посилання на сам файл і завантажте його або попросіть інженера: вписати нову адресу в sources.
error-table-is-other-format = { $source }: це файл { $format }, а не таблиця. Розпакуйте його або попросіть таблицю у форматі CSV чи XLSX; таблиці з PDF читаються, якщо інженер вкаже readers.spreadsheet.format: pdf.
error-format-differs = { $source }: очікувався формат { $declared }, а за вмістом це { $found }. Збережіть файл у форматі { $declared } або попросіть інженера: readers.spreadsheet.format.

# CSV
error-csv-is-not-in-encoding = { $source }, рядок { $line } (байт { $offset } від початку файлу): це не текст у кодуванні { $encoding }. Збережіть файл у цьому кодуванні (UTF-8 в Excel: тип файлу «CSV UTF-8») або попросіть інженера: вказати справжнє кодування в readers.spreadsheet.encoding (з Excel часто виходить cp1251).
error-csv-is-utf-8 = { $source }: очікувалося кодування { $encoding }, а файл записано в UTF-8. Збережіть файл у кодуванні { $encoding } або попросіть інженера: readers.spreadsheet.encoding: utf-8.
error-csv-has-nul = { $source }, рядок { $line } (байт { $offset } від початку файлу): нульовий символ, якого в тексті не буває. Файл пошкоджено, або він у кодуванні UTF-16: збережіть його в UTF-8.
error-csv-quotes-are-broken = { $source }, запис, що починається в рядку { $line }: лапки не закрито або після закритих лапок іде текст. Подвойте лапки всередині клітинки або збережіть файл з Excel ще раз.
error-csv-delimiter-differs = { $source }: за роздільником «{ $declared }» виходить один стовпець, а заголовок ділить «{ $found }». Збережіть файл із роздільником «{ $declared }» або попросіть інженера: вказати інший у readers.spreadsheet.delimiter (табуляція — "\t").
finding-csv-cell-looks-like-rows = Клітинка має { $lines ->
    [one] { $lines } рядок
    [few] { $lines } рядки
   *[many] { $lines } рядків
 }, і вони схожі на окремі записи таблиці: імовірно, лапки відкрито й не закрито. Перевірте це місце й поставте лапки правильно.
finding-row-is-too-long = Клітинок у записі { $found }, а в заголовку { $expected }: значення могли зсунутися. Перевірте коми та лапки в цьому рядку. Якщо так повідомлено про всі рядки, заголовок, імовірно, в іншому рядку: вилучіть рядок із назвою таблиці над ним або попросіть інженера: readers.spreadsheet.header_row.
finding-rows-are-too-short = { $count ->
    [one] { $count } запис коротший
    [few] { $count } записи коротші
   *[many] { $count } записів коротші
 } за заголовок, у якому стовпців { $expected } ({ $count ->
    [1] рядок
   *[other] рядки
 } { $rows }); відсутні клітинки вважаються порожніми. Перевірте, чи нічого не обірвано.

# Книги Excel та OpenDocument
error-workbook-is-damaged = { $source }: книга пошкоджена або обірвана. Відкрийте її в Excel, збережіть ще раз і передайте повністю; якщо не відкривається, попросіть файл у власника.
error-workbook-is-protected = { $source }: книгу захищено паролем. Зніміть захист (Файл → Відомості → Захистити книгу) і збережіть ще раз.
error-workbook-is-other-archive = { $source }: це архів ZIP, але не книга XLSX чи ODS. Збережіть таблицю у форматі XLSX.
error-workbook-has-document-type = { $source }: частина { $part } містить оголошення DOCTYPE, якого в книгах не буває. Не відкривайте файл; попросіть власника зберегти таблицю заново.
error-workbook-is-too-large = { $source }: розпакована книга займає { $size } МіБ або надто щільно стиснена (межа { $limit } МіБ). Вилучіть із книги зайві аркуші та зображення або, якщо файл справді такий великий, попросіть інженера: readers.spreadsheet.max_unpacked_mb.
error-sheet-is-too-large = { $source }: аркуш охоплює { $cells } клітинок (межа { $limit }). Найчастіше це забутий символ далеко внизу чи праворуч: Ctrl+End в Excel покаже його. Видаліть зайві рядки й стовпці та збережіть книгу або попросіть інженера: readers.spreadsheet.max_cells.
error-sheet-is-not-declared = { $source }: дані є на кількох аркушах ({ $sheets }). Залиште в книзі один аркуш із даними або попросіть інженера: назвати потрібний у readers.spreadsheet.sheet.
error-workbook-has-no-data = { $source }: жоден аркуш не має даних ({ $sheets }). Перевірте, чи це той файл.
error-sheet-is-absent = { $source }: аркуша «{ $sheet }» немає; є { $sheets }. Перевірте, чи це та книга, і поверніть аркушу його назву або попросіть інженера: readers.spreadsheet.sheet.
finding-sheet-is-hidden = Аркуш із даними приховано, але його прочитано. Якщо він для оприлюднення, зробіть його видимим; якщо ні, попросіть інженера: назвати інший у readers.spreadsheet.sheet.
finding-sheet-not-read = Аркуш «{ $sheet }»{ $hidden ->
    [yes] {" "}(прихований)
   *[no] {""}
 } має дані, але не читається. Якщо вони потрібні, перенесіть їх на аркуш, який читається; якщо ні, вилучіть аркуш із книги; або попросіть інженера: назвати його в readers.spreadsheet.sheet чи додати до ignore_sheets.
finding-workbook-details-unread = { $kind ->
    [xlsx] Значення прочитано, але формати, приховані рядки, помилки формул і примітки перевірити не вдалося: книга посилається на частини, яких у ній немає. Відкрийте її в Excel і збережіть ще раз.
   *[other] З цієї книги (Excel до версії 97) читаються лише значення: прихованих рядків, помилок формул і приміток не перевірено. Розпоряднику: збережіть книгу у форматі XLSX.
 }
finding-workbook-lacks-parts = У книзі бракує частин, на які вона посилається: { $count } ({ $parts }). Значення прочитано повністю, але інші програми можуть її не відкрити, а примітки чи рисунки втрачено. Розпоряднику: відкрийте книгу в Excel і збережіть ще раз.
finding-cell-has-error = Клітинка показує помилку Excel; вона вважається порожньою. Виправте формулу або впишіть значення.
finding-formula-without-value = Формулу збережено без обчисленого значення; клітинка вважається порожньою. Відкрийте книгу в Excel, дочекайтеся обчислення та збережіть.
finding-cell-has-comment = Клітинка джерела має примітку; приміток програма не читає. Розпоряднику: якщо в примітці є дані, перенесіть їх до таблиці.
finding-column-is-hidden = Стовпець приховано, але його прочитано. Якщо він не для оприлюднення, вилучіть його з таблиці або попросіть інженера: додати його назву до ignore.
finding-rows-are-hidden = Приховано { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[many] { $count } рядків
 } (№ { $rows }); { $read ->
    [yes] їх прочитано. Якщо вони не для оприлюднення, вилучіть їх із таблиці або попросіть інженера: readers.spreadsheet.skip_hidden_rows: true.
   *[no] за описом набору їх пропущено.
 }
finding-number-lost-digits = Число має понад 15 цифр, і Excel уже замінив останні нулями. Введіть код як текст (з апострофом на початку).
finding-cells-are-merged = Клітинки до { $last } об’єднано: значення має лише перша. Роз’єднайте їх і заповніть кожну або попросіть інженера: readers.spreadsheet.fill_merged: true.

# Заголовок і рядки
error-header-is-empty = { $source }: рядок { $row }, у якому має бути заголовок, порожній або відсутній. Поставте заголовок у цей рядок: вилучіть порожні рядки та назву таблиці над ним або попросіть інженера: readers.spreadsheet.header_row.
finding-rows-above-header = Над заголовком { $count ->
    [one] є { $count } рядок із текстом, якого не читають.
    [few] є { $count } рядки з текстом, якого не читають.
   *[many] є { $count } рядків із текстом, якого не читають.
 } Розпоряднику: якщо там є дані, перенесіть їх до таблиці.
finding-rows-are-blank = Між даними { $count ->
    [one] є { $count } порожній рядок
    [few] є { $count } порожні рядки
   *[many] є { $count } порожніх рядків
 } (№ { $rows }); для даних це нічого не змінює.
finding-header-mixes-alphabets = У назві стовпця джерела є слово, набране латинськими й кириличними літерами разом. Розпоряднику: наберіть його однією абеткою.
finding-values-mix-alphabets = У { $count ->
    [one] { $count } рядку
   *[other] { $count } рядках
 } (№ { $rows }) є слова, набрані латинськими й кириличними літерами разом: їх не знайде пошук. Розпоряднику: наберіть їх однією абеткою.
finding-characters-are-lost = У { $count ->
    [one] { $count } рядку
   *[other] { $count } рядках
 } (№ { $rows }) є знак «�»: літери втрачено ще до передачі файлу. Візьміть файл із першоджерела.

# Де на аркуші таблиця і що в ній не дані
error-table-title-is-absent = { $source }: немає рядка з назвою таблиці, за якою її знаходять («{ $pattern }»). Перевірте, чи це той файл, і поверніть назву над таблицею або попросіть інженера: readers.spreadsheet.begins_after.
error-header-is-not-found = { $source }: немає рядка заголовка, у якому були б усі очікувані назви стовпців; бракує: { $names }{ $row ->
    [0] {""}
   *[other] {" "}(найближчий до очікуваного рядок { $row })
 }. Поверніть стовпцям їхні назви або попросіть інженера: readers.spreadsheet.header_has.
finding-columns-not-read = Поза таблицею є стовпці з текстом, яких не читають: { $columns }. Розпоряднику: якщо вони потрібні, попросіть інженера: readers.spreadsheet.columns.
finding-rows-below-table = Під таблицею { $count ->
    [one] є { $count } рядок із текстом, якого не читають
    [few] є { $count } рядки з текстом, яких не читають
   *[many] є { $count } рядків із текстом, яких не читають
 } (№ { $rows }). Розпоряднику: якщо там є дані, перенесіть їх до таблиці.
finding-table-end-is-absent = Рядка, яким за описом набору закінчується таблиця («{ $pattern }»), немає: прочитано все до кінця. Перевірте, чи останні рядки справді дані; якщо кінець тепер інший, попросіть інженера: readers.spreadsheet.until.
finding-total-differs = Підсумок у стовпці «{ $column }» не дорівнює сумі його рядків: сума { $sum }. Виправте підсумок або рядки; якщо цей стовпець не сумують, попросіть інженера: перелічити потрібні в readers.spreadsheet.totals: columns.
finding-totals-left-out = Підсумкові рядки до даних не входять: { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[many] { $count } рядків
 } (№ { $rows }).
finding-numbering-left-out = Рядки з номерами стовпців до даних не входять: { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[many] { $count } рядків
 } (№ { $rows }).
finding-rows-look-like-totals = Схоже на підсумки: { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[many] { $count } рядків
 } (№ { $rows }). Якщо це справді підсумки і їх не пропущено іншим правилом, попросіть інженера: readers.spreadsheet.totals: [{"{"}matches: "^(Разом|Усього|Всього)"{"}"}].
finding-rows-look-like-numbering = Схоже на номери стовпців: { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[many] { $count } рядків
 } (№ { $rows }). Вилучіть такі рядки або попросіть інженера: readers.spreadsheet.skip_numbering: true.
finding-rows-have-one-cell = Лише одну заповнену клітинку { $count ->
    [one] має { $count } рядок
    [few] мають { $count } рядки
   *[many] мають { $count } рядків
 } (№ { $rows }). Якщо це назви розділів або примітки, а не дані, попросіть інженера: readers.spreadsheet.sections або until.

# Таблиці сторінок, документів, PDF і JSON
error-document-is-other-format = { $source }: очікувався формат { $declared }, але за вмістом це не він. Збережіть файл у цьому форматі або попросіть інженера: readers.spreadsheet.format.
error-document-has-no-table = { $source }: таблиці немає. У PDF таблицю видно лише за її лініями. Попросіть таблицю у форматі XLSX або CSV.
error-table-is-absent = { $source }: таблиці «{ $table }» немає; є: { $tables }. Перевірте, чи це той файл, або попросіть інженера: readers.spreadsheet.sheet (назва чи номер) або header_has.
error-table-is-not-declared = { $source }: таблиць кілька ({ $tables }). Попросіть інженера: назвати потрібну в readers.spreadsheet.sheet (назва чи номер) або header_has.
error-pdf-is-scanned = { $source }: це скан, тексту в цьому PDF немає, лише зображення. Числа й назви з зображення не читаються надійно: попросіть сам файл, з якого друкували, у форматі XLSX, DOCX або CSV.
error-pdf-is-damaged = { $source }: PDF пошкоджено або обірвано. Відкрийте його, збережіть ще раз і передайте повністю або попросіть таблицю у форматі XLSX.
error-pdf-is-protected = { $source }: PDF захищено паролем. Зніміть захист і збережіть ще раз.
error-pdf-has-too-many-pages = { $source }: сторінок у PDF { $pages } (межа { $limit }). Попросіть таблицю у форматі XLSX або попросіть інженера: readers.spreadsheet.max_pages.
error-pdf-columns-are-unclear = { $source }: стовпці таблиці без ліній (сторінка { $page }) не розрізнити за пробілами: під заголовком вийшло «{ $columns }». Попросіть таблицю у форматі XLSX. Інженеру: readers.spreadsheet.aligned, header_has, until.
error-pdf-rows-are-unclear = { $source }: на сторінці { $page } рядок тексту { $line } може належати двом рядкам таблиці. Попросіть таблицю у форматі XLSX. Інженеру: readers.spreadsheet.aligned.begins.
error-pdf-page-is-too-dense = { $source }: на сторінці { $page } надто багато ліній, щоб шукати серед них таблицю. Попросіть таблицю у форматі XLSX.
error-json-is-broken = { $source }, рядок { $line }: це не JSON (RFC 8259). Попросіть файл у власника ще раз.
error-json-is-too-deep = { $source }: вкладеність JSON більша, ніж буває в даних. Перевірте, чи це той файл.
error-json-has-double-name = { $source }: у записі двічі стоїть одне ім’я, тож невідомо, яке значення правильне. Попросіть власника виправити файл.
error-json-has-no-list = { $source }: списку записів за шляхом «{ $path }» немає. Перевірте, чи це той файл, або попросіть інженера: readers.spreadsheet.records.
error-json-record-is-no-object = { $source }: { $place } не є записом з іменами полів. Перевірте, чи це той список, або попросіть інженера: readers.spreadsheet.records.
finding-links-not-read = Клітинки таблиці мають посилання, яких не читають: { $count }. Якщо вони потрібні, попросіть інженера: readers.spreadsheet.links.
finding-tables-not-read = Інші таблиці цього файлу не читаються: { $count }. Якщо потрібна одна з них, попросіть інженера: readers.spreadsheet.sheet.
finding-pdf-pages-are-scanned = Сторінки { $pages } не мають тексту, лише зображення: що на них, не прочитано. Попросіть таблицю у форматі XLSX.
finding-pdf-text-is-garbled = На сторінках { $pages } шрифт не каже, які це літери: текст зіпсовано. Попросіть таблицю у форматі XLSX.
finding-json-list-as-object = Списки в JSON записано як об’єкти з іменами 0, 1, 2 (так буває, коли з них щось вилучили): { $count ->
    [one] { $count } запис
    [few] { $count } записи
   *[many] { $count } записів
 }. Їх прочитано як списки.
