# Сторінки каталогу.

site-catalogue-title = Відкриті дані. { $holder }
site-catalogue-description = Набори відкритих даних, які оприлюднює { $holder }.
site-heading = Відкриті дані
site-intro = Тут можна переглянути й завантажити набори даних безоплатно та без реєстрації.
site-skip = Перейти до змісту
site-all-datasets = Усі набори даних
site-sections = Розділи сторінки
site-other-language = English
site-datasets = { $count ->
    [one] { $count } набір даних
    [few] { $count } набори даних
   *[many] { $count } наборів даних
}
site-no-datasets = Ще не оприлюднено жодного набору.
site-updated = Оновлено
site-actual-on = Дані станом на
site-frequency = Частота оновлення
site-rows-label = Рядків
site-formats = Формати
site-licence = Ліцензія
site-rows = { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[many] { $count } рядків
}
site-size-kilobytes = { $size } КБ
site-size-megabytes = { $size } МБ
site-download = Завантажити
site-download-file = Завантажити «{ $title }» у форматі { $format }, { $size }
site-mirror = Таблиця повторює джерело: рядок, що зник із джерела, зникає й тут.
site-accumulate = Таблиця лише поповнюється: оприлюднений рядок лишається.
site-without-workbook = Робочої книги XLSX немає: таблиця завелика для неї або має текст, якого вона не вміщує. Повні дані — у CSV та JSON.
site-preview = Перегляд
site-preview-shown = { $total ->
    [one] Показано { $shown } із { $total } рядка.
   *[other] Показано { $shown } із { $total } рядків.
}
site-preview-whole = Показано всю таблицю.
site-preview-empty = У таблиці поки що немає рядків.
site-preview-table = Перегляд таблиці «{ $title }»
site-structure = Структура
site-structure-of = Структура таблиці «{ $title }»
site-column = Поле
site-column-meaning = Зміст
site-column-type = Тип
site-column-required = Обов’язкове
site-yes = так
site-no = ні
site-type-string = текст
site-type-integer = ціле число
site-type-decimal = число
site-type-boolean = так або ні
site-type-date = дата
site-type-dateTime = дата і час
site-type-time = час
site-type-anyURI = посилання
site-values = Дати записано як рррр-мм-дд, дробову частину числа відокремлено крапкою, порожня комірка означає, що значення немає. Коди є текстом: нулі на початку збережено.
site-passport = Паспорт набору
site-sources = Звідки ці дані
site-sources-intro = Дані взято з таких джерел. За контрольною сумою SHA-256 можна перевірити, який саме файл прочитано.
site-no-sources = Джерел поза самим каталогом набір не має.
site-notes = Що варто знати
site-findings = Зауваження до даних
site-no-findings = Перевірка зауважень до даних не має.
site-severity-error = Помилка
site-severity-warning = Увага
site-severity-info = До відома
site-places = { $count ->
    [one] { $count } місце
    [few] { $count } місця
   *[many] { $count } місць
}
site-more-findings = { $count ->
    [one] Ще { $count } зауваження
    [few] Ще { $count } зауваження
   *[many] Ще { $count } зауважень
}
site-all-findings = Усі зауваження з місцями в джерелі
site-masked = Що приховано
site-masked-intro = Персональні дані приховано до оприлюднення:
site-nothing-masked = У цій версії жодного значення не приховано.
site-values-count = { $count ->
    [one] { $count } значення
    [few] { $count } значення
   *[many] { $count } значень
}
site-versions = Версії
site-present-version = Чинна версія
site-earlier-version = Попередня версія
site-machine = Для програм
site-machine-package = Опис пакета даних (Data Package)
site-machine-passport = Паспорт набору ({ $format })
site-machine-catalogue = Каталог у форматі DCAT-AP (JSON-LD)
site-terms = Умови використання
site-terms-access = Публічна інформація у формі відкритих даних оприлюднюється для вільного та безоплатного доступу до неї, її дозволено вільно використовувати й поширювати надалі.
site-terms-use = Будь-яка особа може вільно копіювати, публікувати, поширювати та використовувати ці відкриті дані, зокрема в комерційних цілях, у поєднанні з іншою інформацією або у складі власного продукту.
site-terms-source = Умовою будь-якого подальшого використання відкритих даних є обов’язкове посилання на джерело їх отримання (у тому числі гіперпосилання на веб-сторінку відкритих даних розпорядника інформації).
site-contact = Питання та зауваження щодо даних

finding-formula-made-inert = { $count ->
    [one] У таблиці «{ $table }» { $count } комірку, яку табличний редактор сприйняв би як формулу, записано у CSV з апострофом. У JSON та XLSX текст не змінено.
    [few] У таблиці «{ $table }» { $count } комірки, які табличний редактор сприйняв би як формули, записано у CSV з апострофом. У JSON та XLSX текст не змінено.
   *[many] У таблиці «{ $table }» { $count } комірок, які табличний редактор сприйняв би як формули, записано у CSV з апострофом. У JSON та XLSX текст не змінено.
}

error-target-moved = Набір «{ $dataset }» змінився після складання плану. Складіть план ще раз і застосуйте його.
error-plan-of-another-release = План складено для набору «{ $dataset }» версії { $planned }, а застосувати просять версію { $version }. Складіть план ще раз.
error-passport-of-another-dataset = Паспорт набору «{ $passport }» не описує таблиць випуску «{ $dataset }». Перевірте таблиці в описі набору.
error-columns-unlike-schema = Стовпці таблиці «{ $table }» не збігаються з її схемою: { $columns }. Приведіть схему й таблицю у відповідність.
error-file-names-collide = Два файли набору «{ $dataset }» мали б однакове ім’я «{ $name }». Перейменуйте схему однієї з таблиць.
error-text-not-unicode = У таблиці «{ $table }», поле «{ $field }», рядок { $row }: є знак, якого немає в Юнікоді. Виправте кодування в джерелі.
error-read-back-missing = Опублікованого немає на місці: { $path }. Оприлюдніть набір ще раз.
error-read-back-unreadable = Оприлюднений файл { $path } не читається. Оприлюдніть набір ще раз.
error-read-back-differs = Оприлюднений файл { $path } відрізняється від випуску (рядок { $row }, стовпець { $column }). Оприлюдніть набір ще раз.
error-read-back-hash = Файл { $path } не такий, яким його опубліковано. Оприлюдніть набір ще раз.
error-read-back-version = { $path }: стоїть не версія { $version }. Оприлюдніть набір ще раз.
error-site-dataset-unreadable = Не читаються файли набору «{ $dataset }» у каталозі. Оприлюдніть цей набір ще раз або вилучіть його теку й повторіть.
error-site-holds-other-files = Тека каталогу { $folder } містить чужі файли ({ $names }), і їх було б стерто. Вкажіть у PIPELINE_SITE порожню теку.
error-site-not-exchangeable = Теку { $folder } тут не можна замінити одним рухом ({ $reason }). Вкажіть у PIPELINE_SITE теку нижче точки монтування, на звичайній файловій системі Linux.
error-site-disk-full = На диску з каталогом { $folder } немає місця. Звільніть місце й повторіть; оприлюднене не змінилося.
error-site-no-permission = Немає прав на запис у { $path }. Надайте права й повторіть; оприлюднене не змінилося.
error-site-not-written = Каталог { $folder } не вдалося записати: { $reason }. Усуньте причину й повторіть.
error-site-locked = Каталог { $folder } саме зараз змінює інший запуск. Дочекайтеся його завершення й повторіть.
