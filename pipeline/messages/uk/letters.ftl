# Лист власникові даних
letter-subject-rejected = Набір «{ $title }»: не опубліковано, потрібні виправлення
letter-subject-doubtful = Набір «{ $title }»: дані прийнято, але дещо слід перевірити
letter-to = Відповідальній особі за набір даних «{ $title }». Розпорядник: { $holder }.
letter-day = { $day }
letter-found-rejected = Програма публікації перевірила { $sources } і знайшла { $errors ->
    [one] { $errors } помилку, через яку
    [few] { $errors } помилки, через які
   *[many] { $errors } помилок, через які
 } набір не можна оприлюднити{ $doubts ->
    [0] .
    [one] {" "}(і ще { $doubts } місце варто перевірити).
    [few] {" "}(і ще { $doubts } місця варто перевірити).
   *[many] {" "}(і ще { $doubts } місць варто перевірити).
 }
letter-found-doubtful = Програма публікації прочитала { $sources }; дані придатні до публікації, але { $doubts ->
    [one] { $doubts } місце варто перевірити.
    [few] { $doubts } місця варто перевірити.
   *[many] { $doubts } місць варто перевірити.
 }
letter-stays = Для всіх відкрита версія від { $day }: її не змінено.
letter-never = Раніше цього набору не публікували, тож його поки що ніхто не бачить.
letter-what-to-do = Що зробити
letter-step-open = Відкрийте { $count ->
    [one] доданий файл { $files }: у ньому
   *[other] додані файли { $files }: у них
 } помилкові клітинки червоні, сумнівні жовті. Наведіть на клітинку вказівник, і з’явиться примітка: що з нею не так. Цей файл лише підказує: назад його не надсилайте.
letter-step-find = Знайдіть у своєму файлі місця, названі нижче.
letter-step-mend = Виправте у своєму файлі помилкові місця, а сумнівні звірте з документами: якщо там усе правильно, лишіть як є. Інших клітинок не змінюйте.
letter-step-save = Збережіть свій файл під тією самою назвою там, де він завжди лежить. Наступної ночі програма прочитає його знову; якщо щось лишиться, прийде новий лист.
letter-most-important = Що не так: найважливіше спершу
letter-weight-error = Помилка
letter-weight-warning = Перевірте
letter-places = { $count ->
    [one] { $count } місце
    [few] { $count } місця
   *[many] { $count } місць
 }
letter-where = Де
letter-column = Стовпець
letter-stands = Стоїть
letter-stands-empty = порожньо
letter-stands-personal = (особисті дані; подивіться у своєму файлі)
letter-expected = Очікується
letter-example = Приклад запису
letter-wrong = Що не так
letter-more-places = і ще { $count ->
    [one] { $count } місце
    [few] { $count } місця
   *[many] { $count } місць
 }: дивіться таблицю наприкінці
letter-more-groups = Ще { $errors ->
    [0] {""}
    [one] { $errors } помилка
    [few] { $errors } помилки
   *[many] { $errors } помилок
 }{ $both ->
    [yes] {" "}і{" "}
   *[no] {""}
 }{ $doubts ->
    [0] {""}
    [one] { $doubts } місце, яке варто перевірити
    [few] { $doubts } місця, які варто перевірити
   *[many] { $doubts } місць, які варто перевірити
 }: дивіться таблицю наприкінці.
letter-table = Усі місця
letter-signed = Цей лист склала програма публікації відкритих даних. Із запитаннями звертайтеся: { $contact }.
letter-engineer = Якщо так записано навмисне або в багатьох рядках, перешліть цей лист інженерові. Для нього: { $hints }.
letter-expected-integer = ціле число, без пробілів і приміток
letter-expected-number = число, без одиниць і приміток
letter-expected-boolean = true або false
letter-expected-date = дата, яка справді є в календарі
letter-expected-datetime = дата й час
letter-expected-time = час: години й хвилини
letter-expected-year = рік чотирма цифрами
letter-expected-choice = одне з дозволених: { $choices }
letter-expected-or = «{ $value }» (або { $others })
letter-mark = { $weight }: { $wrong }
letter-copy-sheet = Таблиця
letter-written = Лист: { $path }
letter-author = Програма публікації
letter-marked-name = { $name } (позначено){ $kind }
letter-expected-digits = рівно { $count ->
    [one] { $count } цифра
    [few] { $count } цифри
   *[many] { $count } цифр
 }, без пробілів
letter-finding-constraint-pattern = Значення в стовпці «{ $field }» записано не так, як треба. Запишіть його, як у прикладі.
letter-finding-key-duplicate = Значення в стовпці «{ $field }» повторюється: таке саме вже є в клітинці чи рядку { $other_place }. Якщо обидва записи про одне, вилучіть зайвий; якщо про різне, виправте хибне значення.
letter-finding-date-unreadable = Дати в стовпці «{ $field }» не вдалося прочитати: або такого дня немає в календарі, або записано незвично. Знайдіть правильну дату в документах і запишіть так, як у прикладі.
letter-finding-leading-zero-lost = Код у стовпці «{ $field }» має менше цифр, ніж { $width }: частину їх утрачено. Звірте код із документом чи державним реєстром і введіть повністю, вибравши для клітинки формат «Текст». Не дописуйте нулів навмання.
letter-finding-edrpou-check-digit = Схоже, у коді в стовпці «{ $field }» описка: остання цифра не відповідає попереднім. Звірте код з Єдиним державним реєстром; якщо він справді такий, лишіть як є.
letter-finding-constraint-enum = Такого значення в стовпці «{ $field }» не передбачено. Виберіть одне з дозволених.
findings-written = Таблицю зауважень записано: { $path }
