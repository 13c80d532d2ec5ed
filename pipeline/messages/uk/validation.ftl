# Схеми
error-schema-is-absent = Схеми «{ $schema }» немає в schemas/. Можливо, малося на увазі: { $nearest }.
error-schema-is-not-json = { $file }, рядок { $line }: це не JSON ({ $reason }). Перевірте коми, лапки та дужки.
error-schema-key-is-unknown = { $file }: primaryKey називає стовпець «{ $key }», якого немає. Можливо, малося на увазі: { $nearest }.
error-schema-field-twice = { $file }: стовпець описано двічі: { $field }. Залиште один опис.
error-schema-is-refused = { $file }: схему не прийнято ({ $reason }). Виправте її за правилами Table Schema.
error-check-field-is-unknown = Перевірка «{ $check }» називає стовпець «{ $field }», якого в таблиці { $table } немає. Виправте checks в описі набору.

# Таблиця та її стовпці
finding-table-empty = У таблиці немає жодного рядка. Перевірте, чи джерело не порожнє і чи правила опису набору не пропускають усе.
finding-missing-label = Немає стовпця «{ $field }», який має бути в таблиці { $table }. Додайте його з такою самою назвою.
finding-extra-label = Стовпця з такою назвою немає у структурі таблиці { $table }. Виправте назву або вилучіть стовпець.
finding-blank-label = Стовпець таблиці { $table } не має назви. Назвіть його за структурою або вилучіть.
finding-duplicate-label = Назва стовпця в таблиці { $table } повторюється. Залиште один такий стовпець.
finding-label-differs = Назву стовпця «{ $field }» набрано інакше (регістр, пробіли чи літери іншої абетки). Наберіть її точно.
finding-header-titles-left-out = Другий рядок заголовка з українськими назвами пропущено. Для оприлюднення потрібен один рядок заголовка.
finding-validation-incomplete = Перевірка таблиці не завершилася, тож помилки могли лишитися непоміченими. Передайте це повідомлення тим, хто супроводжує програму.

# Клітинки
finding-type-error = У стовпці «{ $field }» має бути { $type ->
    [date] дата рррр-мм-дд
    [datetime] дата й час рррр-мм-ддTгг:хх:сс
    [time] час гг:хх:сс
    [year] рік із чотирьох цифр
    [integer] ціле число без пробілів
    [number] число з крапкою, без пробілів
    [boolean] true або false
   *[string] текст потрібного виду
 }. Виправте значення або залиште клітинку порожньою, якщо воно невідоме.
finding-spelling-not-standard = Значення в стовпці «{ $field }» записано не так, як вимагає стандарт: { $type ->
    [date] дату пишуть рррр-мм-дд
    [year] рік пишуть чотирма цифрами
   *[number] число пишуть звичайними цифрами без плюса, пробілів і підкреслень
 }. Перепишіть його.
finding-constraint-required = Обов’язкова клітинка стовпця «{ $field }» порожня. Заповніть її.
finding-constraint-pattern = Значення в стовпці «{ $field }» має не ту форму (зразок: { $limit }). Виправте його.
finding-constraint-enum = Значення в стовпці «{ $field }» не з переліку: { $limit }. Виберіть одне з них.
finding-constraint-min-length = Значення в стовпці «{ $field }» коротше за дозволене (знаків щонайменше { $limit }). Допишіть його.
finding-constraint-max-length = Значення в стовпці «{ $field }» довше за дозволене (знаків щонайбільше { $limit }). Скоротіть його.
finding-constraint-minimum = Значення в стовпці «{ $field }» менше за { $limit }. Перевірте його.
finding-constraint-maximum = Значення в стовпці «{ $field }» більше за { $limit }. Перевірте його.
finding-constraint-exclusive-minimum = Значення в стовпці «{ $field }» має бути більшим за { $limit }. Перевірте його.
finding-constraint-exclusive-maximum = Значення в стовпці «{ $field }» має бути меншим за { $limit }. Перевірте його.
finding-unique = Значення в стовпці «{ $field }» вже є в рядку { $other_row } таблиці (у джерелі: { $other_place }). Воно має бути одне.
finding-key-duplicate = Рядок із таким самим ключем ({ $key }) вже є: рядок { $other_row } таблиці (у джерелі: { $other_place }). Залиште один або виправте ключ.
finding-key-missing = У рядку { $row } таблиці порожній ключ ({ $key }). Заповніть його.
finding-blank-row = Рядок { $row } таблиці порожній. Вилучіть його.

# Перевірки поза схемою
finding-edrpou-check-digit = Контрольна цифра коду ЄДРПОУ в стовпці «{ $field }» не сходиться. Звірте код з реєстром.
finding-dates-out-of-order = Дата в стовпці «{ $field }» раніша за дату в стовпці «{ $earlier }». Перевірте обидві.
finding-act-number-gap = Бракує { $count ->
    [one] { $count } номера
   *[other] { $count } номерів
 } акта: { $numbers }. Перевірте, чи ці акти є на сайті, або поясніть, чому їх немає.
finding-act-number-double = Такий самий номер акта вже має рядок { $other_row } таблиці (у джерелі: { $other_place }). Перевірте обидва.
finding-act-number-unread = Форму номера не розпізнано ({ $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[many] { $count } рядків
 }, перший — тут), тому пропуски серед таких номерів не шукають. Опишіть форму в checks: pattern.
