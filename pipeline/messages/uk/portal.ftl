# Чого портал не прийме в паспорті. Поля названо так, як на формі порталу.

portal-field-title = Назва набору
portal-field-notes = Опис
portal-field-purpose = Підстава та призначення збору інформації
portal-field-frequency = Частота оновлення
portal-field-tags = Ключові слова
portal-field-language = Відомості про мову інформації, яка міститься у наборі
portal-field-maintainer = Відповідальна особа
portal-field-maintainer-email = Адреса електронної пошти відповідальної особи

finding-portal-title-missing = «{ portal-field-title }»: порожньо, а портал вимагає значення. Впишіть passport.title.
finding-portal-title-too-long = «{ portal-field-title }»: { $count ->
    [one] { $count } символ
    [few] { $count } символи
   *[many] { $count } символів
 }, а портал приймає щонайбільше { $limit }. Скоротіть passport.title.
finding-portal-notes-missing = «{ portal-field-notes }»: порожньо, а портал вимагає значення. Впишіть passport.description.
finding-portal-notes-too-long = «{ portal-field-notes }»: { $count ->
    [one] { $count } символ
    [few] { $count } символи
   *[many] { $count } символів
 }, а портал приймає щонайбільше { $limit }. Скоротіть passport.description.
finding-portal-purpose-missing = «{ portal-field-purpose }»: порожньо, а портал вимагає значення. Впишіть passport.purpose.
finding-portal-purpose-too-long = «{ portal-field-purpose }»: { $count ->
    [one] { $count } символ
    [few] { $count } символи
   *[many] { $count } символів
 }, а портал приймає щонайбільше { $limit }. Скоротіть passport.purpose.
finding-portal-frequency-unknown = «{ portal-field-frequency }»: значення «{ $word }» немає в переліку цього порталу. Оберіть інше в passport.frequency.
finding-portal-language-unknown = «{ portal-field-language }»: мови «{ $word }» немає в переліку цього порталу.
finding-portal-tags-missing = «{ portal-field-tags }»: немає жодного. Впишіть хоча б одне в passport.keywords.
finding-portal-tag-refused = «{ portal-field-tags }»: у слові «{ $word }» портал не прийме: { $letters }. Можна літери, цифри, пробіл, дефіс, підкреслення та крапку; слово з апострофом замініть іншим.
finding-portal-tag-length = «{ portal-field-tags }»: «{ $word }» має { $count ->
    [one] { $count } символ
    [few] { $count } символи
   *[many] { $count } символів
 }, а портал приймає від { $least } до { $most }.
finding-portal-maintainer-missing = «{ portal-field-maintainer }»: порожньо. Впишіть contact.name у holder.yaml.
finding-portal-maintainer-email-missing = «{ portal-field-maintainer-email }»: порожньо. Впишіть contact.email у holder.yaml.
finding-portal-maintainer-email-refused = «{ portal-field-maintainer-email }»: портал не прийме «{ $word }». Потрібна адреса латинськими літерами, без пробілів.
finding-portal-column-too-long = Таблиця { $table }: назва стовпця «{ $column }» займає { $count ->
    [one] { $count } байт
    [few] { $count } байти
   *[many] { $count } байтів
 }, а сховище порталу лишає { $limit } (українська літера займає два) і решту мовчки відтинає. Скоротіть назву в схемі.
finding-portal-column-refused = Таблиця { $table }: назву стовпця «{ $column }» портал не прийме. Вона не може починатися з підкреслення, мати лапки ", знаки керування чи пробіли на краях.
finding-portal-columns-become-one = Таблиця { $table }: стовпці «{ $columns }» після відтинання стали б одним — «{ $column }». Назвіть їх коротше й по-різному.

error-portal-profile-is-unknown = Профілю порталу «{ $name }» немає. Можливо, малося на увазі: { $nearest }.

# Те саме, сказане про dataset.yaml
error-yaml-portal-field = { $fault } На формі порталу це поле «{ $field }».
error-yaml-too-long = { $file }, рядок { $line }: «{ $key }» має { $count ->
    [one] { $count } символ
    [few] { $count } символи
   *[many] { $count } символів
 }, а можна щонайбільше { $max_length }. Скоротіть.
error-yaml-tag-refused = { $file }, рядок { $line }: у слові «{ $word }» портал не прийме: { $letters }. Можна літери, цифри, пробіл, дефіс, підкреслення та крапку; слово з апострофом замініть іншим.
error-yaml-tag-length = { $file }, рядок { $line }: «{ $word }» має { $count ->
    [one] { $count } символ
    [few] { $count } символи
   *[many] { $count } символів
 }, а портал приймає від { $least } до { $most }.
