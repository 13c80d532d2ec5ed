# Лист власникові даних
letter-subject-rejected = Набір «{ $title }»: не опубліковано, потрібні виправлення
letter-subject-doubtful = Набір «{ $title }»: опубліковано, але дещо слід перевірити
letter-to = Відповідальному за набір даних «{ $title }», { $holder }
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
letter-found-doubtful = Програма публікації прочитала { $sources }, набір опубліковано, але { $doubts ->
    [one] { $doubts } місце варто перевірити.
    [few] { $doubts } місця варто перевірити.
   *[many] { $doubts } місць варто перевірити.
 }
letter-stays = Для всіх відкрита версія від { $day }: її не змінено.
letter-never = Раніше цього набору не публікували, тож його поки що ніхто не бачить.
letter-what-to-do = Що зробити
letter-step-open = Відкрийте { $count ->
    [one] доданий файл { $files }: клітинки
   *[other] додані файли { $files }: клітинки
 } з помилками в { $count ->
    [one] ньому
   *[other] них
 } червоні, сумнівні жовті, а в примітці до кожної сказано, що виправити.
letter-step-find = Знайдіть у своєму файлі місця, названі нижче.
letter-step-mend = Виправте їх у своєму файлі. Решти клітинок не змінюйте.
letter-step-save = Збережіть файл під тією самою назвою там, де він завжди лежить. Наступної ночі програма прочитає його знову.
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
letter-example = Наприклад
letter-wrong = Що не так
letter-more-places = і ще { $count ->
    [one] { $count } місце
    [few] { $count } місця
   *[many] { $count } місць
 }: дивіться таблицю наприкінці
letter-more-groups = І ще { $count ->
    [one] { $count } вид зауважень
    [few] { $count } види зауважень
   *[many] { $count } видів зауважень
 }: дивіться таблицю наприкінці.
letter-table = Усі місця
letter-signed = Цього листа склала програма публікації відкритих даних. Питання: { $contact }.
letter-expected-integer = ціле число, без пробілів і приміток
letter-expected-number = число, без одиниць і приміток
letter-expected-boolean = true або false
letter-expected-date = дата
letter-expected-datetime = дата й час
letter-expected-time = час: години й хвилини
letter-expected-year = рік чотирма цифрами
letter-expected-choice = одне з: { $choices }
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
letter-finding-key-duplicate = Значення стовпця «{ $field }» має бути в таблиці одне, а воно вже є: { $other_place }. Залиште один із цих рядків або виправте значення.
