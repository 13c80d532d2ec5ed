# Реєстри: стовпці джерела та поля таблиці
error-column-declared-twice = Назву стовпця «{ $column }» вказано в описі набору для двох полів. Залиште її в одному: назви порівнюються без огляду на регістр, пробіли, лапки та схожі літери.
finding-header-drifted = { $kind ->
    [missing] Немає стовпця для обов’язкового поля «{ $field }»; в описі набору його назви: { $declared }. Якщо його перейменовано, допишіть нову назву: columns: { $field }: names: […]; якщо його більше не ведуть, поставте required: false.
    [double] Два стовпці підходять для поля «{ $field }». Залиште назву одного в columns: { $field }: names, а другий додайте до ignore.
   *[unknown] Стовпця з такою назвою немає в описі набору. Допишіть її до поля (columns: ПОЛЕ: names: […]) або пропустіть з поясненням (ignore: - name: …, because: …).
 }
finding-header-repeated = Заголовок повторюється серед даних: { $count ->
    [one] { $count } раз
    [few] { $count } рази
   *[many] { $count } разів
 } (рядки { $rows }); ці рядки пропущено.
finding-rows-left-out = За правилом «{ $rule }» ({ $because }) пропущено { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[many] { $count } рядків
 } ({ $rows }).
finding-year-unknown = Для { $count ->
    [one] { $count } рядка
   *[other] { $count } рядків
 } не видно року. Перевірте history.year в описі набору або назву файлу.

# Реєстри: значення
finding-code-written-as-number = Код у полі «{ $field }» записано як число (з крапкою або степенем), цифри могли загубитися. Введіть його як текст.
finding-leading-zero-lost = Код у полі «{ $field }» коротший за { $width } цифр: імовірно, нулі на початку втрачено. Введіть код як текст або, якщо це певно, укажіть pad: true.
finding-leading-zero-restored = У полі «{ $field }» нулі на початку коду повернуто до { $width } цифр: { $count ->
    [one] { $count } клітинка
    [few] { $count } клітинки
   *[many] { $count } клітинок
 }.
finding-date-unreadable = Дату в полі «{ $field }» не прочитати за жодним із форматів опису. Виправте її або допишіть формат у columns: { $field }: formats.
finding-value-unclassified = Поле «{ $field }» порожнє: жоден зразок не підходить до значення стовпця «{ $column }». Допишіть правило в classify: { $field }: rules.
finding-spelling-unreviewed = Написання в полі «{ $field }» ще не переглянуто. Допишіть його в lookups: { $field }, якщо це інше написання відомого.
finding-rows-repeated = Однакові рядки одного року об’єднано: { $count ->
    [one] { $count } повтор
    [few] { $count } повтори
   *[many] { $count } повторів
 }.
