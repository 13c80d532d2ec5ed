# Файл, який мав бути таблицею
error-table-is-empty-file = { $source }: файл порожній. Попросіть його у власника даних ще раз.
error-table-is-markup = { $source }: замість таблиці тут вебсторінка (HTML або XML). Відкрийте адресу в браузері, знайдіть посилання на сам файл і впишіть його в опис набору. Якщо це таблиця, збережена як «Вебсторінка», збережіть її у форматі XLSX.
error-table-is-other-format = { $source }: це файл { $format }, а не таблиця. Розпакуйте його або попросіть таблицю у форматі CSV чи XLSX.
error-format-differs = { $source }: в описі набору вказано формат { $declared }, а за вмістом це { $found }. Виправте readers.spreadsheet.format або замініть файл.

# CSV
error-csv-is-not-in-encoding = { $source }, рядок { $line } (байт { $offset } від початку файлу): це не текст у кодуванні { $encoding }. Збережіть файл у UTF-8 або вкажіть справжнє кодування в readers.spreadsheet.encoding (з Excel часто виходить cp1251).
error-csv-is-utf-8 = { $source }: в описі набору вказано кодування { $encoding }, а файл записано в UTF-8. Укажіть readers.spreadsheet.encoding: utf-8.
error-csv-has-nul = { $source }, рядок { $line } (байт { $offset } від початку файлу): нульовий символ, якого в тексті не буває. Файл пошкоджено, або він у кодуванні UTF-16: збережіть його в UTF-8.
error-csv-quotes-are-broken = { $source }, запис, що починається в рядку { $line }: лапки не закрито або після закритих лапок іде текст. Подвойте лапки всередині клітинки або збережіть файл з Excel ще раз.
error-csv-delimiter-differs = { $source }: оголошений роздільник («{ $declared }») дає один стовпець, а заголовок ділить «{ $found }». Укажіть його в readers.spreadsheet.delimiter (табуляція — "\t").
finding-csv-cell-looks-like-rows = Клітинка має { $lines ->
    [one] { $lines } рядок
    [few] { $lines } рядки
   *[many] { $lines } рядків
 }, і вони схожі на окремі записи таблиці: імовірно, лапки відкрито й не закрито. Перевірте це місце й поставте лапки правильно.
finding-row-is-too-long = У записі { $found } клітинок, а в заголовку { $expected }: значення могли зсунутися. Перевірте коми та лапки в цьому рядку.
finding-rows-are-too-short = { $count ->
    [one] { $count } запис коротший
    [few] { $count } записи коротші
   *[many] { $count } записів коротші
 } за заголовок із { $expected } стовпців (рядки { $rows }); відсутні клітинки вважаються порожніми. Перевірте, чи рядки не обірвано.

# Книги Excel та OpenDocument
error-workbook-is-damaged = { $source }: книга пошкоджена або обірвана. Відкрийте її в Excel, збережіть ще раз і передайте повністю; якщо не відкривається, попросіть файл у власника.
error-workbook-is-protected = { $source }: книгу захищено паролем. Зніміть захист (Файл → Відомості → Захистити книгу) і збережіть ще раз.
error-workbook-is-other-archive = { $source }: це архів ZIP, але не книга XLSX чи ODS. Збережіть таблицю у форматі XLSX.
error-workbook-has-document-type = { $source }: частина { $part } містить оголошення DOCTYPE, якого в книгах не буває. Не відкривайте файл; попросіть власника зберегти таблицю заново.
error-workbook-is-too-large = { $source }: розпакована книга займає { $size } МіБ або надто щільно стиснена (межа { $limit } МіБ). Якщо файл справжній, збільште readers.spreadsheet.max_unpacked_mb.
error-sheet-is-too-large = { $source }: аркуш охоплює { $cells } клітинок (межа { $limit }). Найчастіше це забутий символ далеко внизу чи праворуч: Ctrl+End в Excel покаже його. Видаліть зайві рядки й стовпці або збільште readers.spreadsheet.max_cells.
error-sheet-is-not-declared = { $source }: дані є на кількох аркушах ({ $sheets }). Укажіть потрібний у readers.spreadsheet.sheet.
error-workbook-has-no-data = { $source }: жоден аркуш не має даних ({ $sheets }). Перевірте, чи це той файл.
error-sheet-is-absent = { $source }: аркуша «{ $sheet }» немає; є { $sheets }. Виправте readers.spreadsheet.sheet.
finding-sheet-is-hidden = Аркуш із даними приховано. Якщо він не для оприлюднення, укажіть інший у readers.spreadsheet.sheet.
finding-sheet-not-read = Аркуш «{ $sheet }»{ $hidden ->
    [yes] {" "}(прихований)
   *[no] {""}
 } має дані, але не читається. Укажіть його в readers.spreadsheet.sheet або додайте до ignore_sheets.
finding-workbook-details-unread = { $kind ->
    [xlsx] Значення прочитано, але формати, приховані рядки, помилки формул і примітки перевірити не вдалося: книга посилається на частини, яких у ній немає. Відкрийте її в Excel і збережіть ще раз.
   *[other] У форматах XLS та ODS читаються лише значення: приховані рядки, помилки формул і примітки не перевіряються. Збережіть книгу у форматі XLSX.
 }
finding-cell-has-error = Клітинка показує помилку Excel; вона вважається порожньою. Виправте формулу або впишіть значення.
finding-formula-without-value = Формулу збережено без обчисленого значення; клітинка вважається порожньою. Відкрийте книгу в Excel, дочекайтеся обчислення та збережіть.
finding-cell-has-comment = Клітинка має примітку, яку не читають. Якщо в ній є дані, перенесіть їх до таблиці.
finding-column-is-hidden = Стовпець приховано, але його прочитано. Якщо він не для оприлюднення, додайте його назву до ignore.
finding-rows-are-hidden = Приховано { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[many] { $count } рядків
 } ({ $rows }); { $read ->
    [yes] їх прочитано. Якщо вони не для оприлюднення, укажіть readers.spreadsheet.skip_hidden_rows: true.
   *[no] за описом набору їх пропущено.
 }
finding-number-lost-digits = Число має понад 15 цифр, і Excel уже замінив останні нулями. Введіть код як текст (з апострофом на початку).
finding-cells-are-merged = Клітинки до { $last } об’єднано: значення має лише перша. Роз’єднайте їх і заповніть кожну або вкажіть readers.spreadsheet.fill_merged: true.

# Заголовок і рядки
error-header-is-empty = { $source }: рядок { $row }, у якому має бути заголовок, порожній або відсутній. Перевірте readers.spreadsheet.header_row.
finding-rows-above-header = Над заголовком { $count ->
    [one] є { $count } рядок із текстом, який не читають.
    [few] є { $count } рядки з текстом, які не читають.
   *[many] є { $count } рядків із текстом, які не читають.
 }
finding-rows-are-blank = Між даними { $count ->
    [one] { $count } порожній рядок
    [few] { $count } порожні рядки
   *[many] { $count } порожніх рядків
 } ({ $rows }); їх пропущено.
finding-header-mixes-alphabets = У назві стовпця слово з латинських і кириличних літер разом. Наберіть його однією абеткою.
finding-characters-are-lost = У { $count ->
    [one] { $count } рядку
   *[other] { $count } рядках
 } ({ $rows }) є знак «�»: літери втрачено ще до передачі файлу. Візьміть файл із першоджерела.
