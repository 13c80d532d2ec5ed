# Описи (YAML)
error-yaml-refused = Файл { $file } не прийнято; нічого не завантажено і не змінено. Виправте зазначене й запустіть ще раз:
error-yaml-absent = { $file }: такого файлу немає. Створіть його за зразком із datasets/.
error-yaml-syntax = { $file }, рядок { $line }: це не YAML. Перевірте відступи, двокрапки та лапки.
error-yaml-unknown-key = { $file }, рядок { $line }: ключа «{ $word }» немає. Можливо, малося на увазі: { $nearest }.
error-yaml-missing-key = { $file }, рядок { $line }: бракує ключа «{ $key }». Додайте його.
error-yaml-wrong-word = { $file }, рядок { $line }: «{ $word }» не підходить для «{ $key }». Можливо, малося на увазі: { $nearest }.
error-yaml-empty = { $file }, рядок { $line }: «{ $key }» порожнє. Впишіть значення.
error-yaml-wrong-value = { $file }, рядок { $line }: «{ $key }» має неприйнятне значення ({ $reason }).
error-yaml-name-is-not-the-folder = { $file }, рядок { $line }: ім’я «{ $word }» не збігається з текою «{ $nearest }». Зробіть їх однаковими.
error-yaml-body-is-unknown = { $file }, рядок { $line }: органу «{ $word }» немає в holder.yaml. Можливо, малося на увазі: { $nearest }.
error-yaml-schema-is-unknown = { $file }, рядок { $line }: схеми «{ $word }» немає в schemas/. Можливо, малося на увазі: { $nearest }.
error-yaml-item-is-unknown = { $file }, рядок { $line }: пункту «{ $word }» немає в schemas/annex.yaml. Можливо, малося на увазі: { $nearest }.
error-yaml-recipe-is-unknown = { $file }, рядок { $line }: рецепта платформи «{ $word }» немає. Можливо, малося на увазі: { $nearest }.
error-yaml-section-without-recipe = { $file }, рядок { $line }: розділ сайту обходять за рецептом його платформи. Вкажіть readers.page.recipe, один з: { $nearest }.
error-yaml-tables-are-not-those-made = { $file }, рядок { $line }: екстрактор складає таблиці { $made }, а оголошено { $declared }. Оголосіть саме ті, що він складає.
error-yaml-reports-are-unknown = { $file }, рядок { $line }: набору «{ $word }» зі звітами немає. Можливо, малося на увазі: { $nearest }.
error-yaml-indicator-is-unknown = { $file }, рядок { $line }: показника «{ $word }» у наборі звітів немає. Можливо, малося на увазі: { $nearest }.
error-yaml-column-is-unknown = { $file }, рядок { $line }: у схемі { $schema } немає стовпця «{ $word }». Можливо, малося на увазі: { $nearest }.
error-dataset-is-unknown = Набору «{ $name }» немає. Можливо, малося на увазі: { $nearest }. Перелік наборів: pipeline list.
error-home-of-another-holder = Тека стану { $home } належить розпорядникові «{ $owner }», а зараз обрано «{ $holder }». Укажіть --council для «{ $owner }» або іншу PIPELINE_HOME.
error-council-has-no-datasets = У теці { $path } немає жодного набору. Створіть у ній <набір>/dataset.yaml (docs/adopting.md).
error-council-is-absent = Теки громади { $path } немає. Укажіть теку з holder.yaml: pipeline --council ТЕКА …

# Налаштування
error-site-url-is-not-an-address = PIPELINE_SITE_URL має бути адресою, що починається з http:// або https://, а не «{ $value }».
error-target-is-unknown = Місця публікації «{ $name }» немає. Відомі: { $known }.
error-source-date-is-not-seconds = SOURCE_DATE_EPOCH має бути числом секунд, а не «{ $value }».

# Випуски
error-release-cannot-be-kept = Випуск не вдалося зберегти в { $path } ({ $reason }). Перевірте вільне місце та права на теку.
error-release-cannot-be-read = Збережений випуск { $path } не читається. Відновіть теку стану з резервної копії (docs/backup.md).

# Запуск
error-internal = Помилка в самій програмі: { $kind }. Подробиці: { $details }.
error-source-not-for-catalogue = Реєстр наборів складається з описів і квитанцій; --source для нього не вживають.
error-night-failed = Ніч завершилася з помилками: не вдалося { $count ->
    [one] { $count } набір
    [few] { $count } набори
   *[many] { $count } наборів
 } ({ $names }). Решти це не зачепило; підсумок вище каже, що робити.
error-data-not-fit = Набір «{ $dataset }» не опубліковано: { $count ->
    [one] { $count } помилка
    [few] { $count } помилки
   *[many] { $count } помилок
 }. Опубліковане раніше лишилося без змін. Подробиці: pipeline report { $dataset }.
error-nothing-published = Набір «{ $dataset }» ще не публікували на «{ $target }». Спершу: pipeline publish { $dataset }.
error-no-earlier-version = Набір «{ $dataset }» публікували на «{ $target }» один раз: попередньої версії немає. Повернутися до нинішньої можна буде після наступної публікації.
error-version-is-unknown = Версії «{ $version }» набору «{ $dataset }» не публікували. Публікували: { $known }.
error-plan-is-not-readable = Файл плану { $path } не читається. Створіть його знову: pipeline plan НАЗВА --save ФАЙЛ.
error-plan-is-for-another = План у файлі складено для набору «{ $planned }», а не для «{ $dataset }».
error-plan-is-stale = План більше не відповідає тому, що буде опубліковано («{ $dataset }»). Складіть його знову: pipeline plan { $dataset } --save ФАЙЛ.
error-file-cannot-be-written = Не вдалося записати { $path } ({ $reason }). Перевірте вільне місце та права на теку.
error-no-reader-for-kind = Для джерела { $source } немає читача виду «{ $kind }» у цьому наборі. Підходять: { $known }.

# Шлюз
finding-derived = Стовпець «{ $field }» заповнено за правилом «{ $rule }» опису набору: { $count ->
    [one] { $count } клітинка
    [few] { $count } клітинки
   *[many] { $count } клітинок
 }.
finding-required-column-is-empty = Обов’язковий стовпець «{ $field }» порожній у { $count } з { $rows } рядків, і правила для нього в описі немає. Додайте значення в джерело або правило в derive.
finding-required-column-may-be-empty = Обов’язковий стовпець «{ $field }» порожній у { $count } з { $rows } рядків: джерело його не дає, і опис набору це дозволяє (may_be_empty).
finding-quarantine-ceiling = Таблиця { $table }: рядків з помилками { $bad }, а відкласти дозволено щонайбільше { $allowed }. Виправте джерело.
finding-quarantined = Таблиця { $table }: відкладено { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[many] { $count } рядків
 } з помилками; решту опубліковано.
finding-published-rows-unfit = Таблиця { $table }: { $count ->
    [one] { $count } опублікований рядок більше не відповідає
    [few] { $count } опубліковані рядки більше не відповідають
   *[many] { $count } опублікованих рядків більше не відповідають
 } схемі чи перевіркам. Такі рядки не можна відкласти: виправте їх у джерелі або перегляньте схему.
finding-too-few-rows = Таблиця { $table }: рядків { $rows }, а очікується щонайменше { $expected }. Перевірте, чи джерело повне.
finding-too-many-rows = Таблиця { $table }: рядків { $rows }, а очікується щонайбільше { $expected }. Перевірте джерело або змініть max_rows.
finding-volume-shrank = Таблиця { $table }: було рядків: { $before } (джерело: { $earlier }), стало: { $rows } (джерело: { $source }). Перевірте, чи джерело повне; якщо так і має бути, змініть max_shrink.
finding-volume-grew = Таблиця { $table }: було { $before } рядків, стало { $rows }. Перевірте джерело; якщо так і має бути, змініть max_growth.
finding-report-says-otherwise = Таблиця { $table }: рядків { $rows } станом на { $dataDay } (джерело: { $sources }), а звіт «{ $report }» станом на { $day } називає { $value } («{ $title }»). Звірте одне з одним.
finding-report-says-otherwise-of-period = Таблиця { $table }: рядків, у яких «{ $field }» від { $start } до { $end }, – { $rows } (джерело: { $sources }), а звіт «{ $report }» за ці дні називає { $value } («{ $title }»). Звірте одне з одним.
finding-report-of-another-time = Таблицю { $table } (дані станом на { $dataDay }, джерело: { $sources }) не звірено зі звітом «{ $report }»: найновіше число в ньому – станом на { $day }, а між цими днями може бути щонайбільше { $days }. Додайте новіший звіт або змініть within_days.
finding-of-another-version = Зауваження «{ $code }» записала інша версія програми; після наступної публікації набору його буде сказано словами.
finding-column-appeared = Таблиця { $table }: з’явився стовпець «{ $column }», якого не було в попередньому випуску.
finding-column-vanished = Таблиця { $table }: зник стовпець «{ $column }», який був у попередньому випуску.
finding-column-emptied = Таблиця { $table }: стовпець «{ $column }» був заповнений, а тепер порожній у всіх рядках. Перевірте джерело.
finding-held-at-version = На «{ $target }» людина повернула версію { $version }; вона стоятиме, доки не зміниться джерело, опис або програма. Повернути новішу: pipeline rollback { $dataset } --target { $target } --to { $left }
finding-site-address-is-local = PIPELINE_SITE_URL не задано, тому посилання в реєстрі ведуть на цей комп’ютер. Задайте публічну адресу каталогу.

# Місце і вага
place-source = { $it }
place-sheet = аркуш «{ $it }»
place-cell = клітинка { $it }
place-line = рядок джерела { $it }
place-element = місце { $it }
place-row = рядок таблиці { $it }
place-field = стовпець «{ $it }»
severity-error = Помилка
severity-warning = Застереження
severity-info = До відома

# Ніч
state-published = опубліковано
state-unchanged = без змін
state-rejected = відхилено
state-failed = не вдалося
night-rows = { $rows ->
    [one] { $rows } рядок
    [few] { $rows } рядки
   *[many] { $rows } рядків
 }
night-warnings = { $count ->
    [one] { $count } застереження
    [few] { $count } застереження
   *[many] { $count } застережень
 }
night-totals = Разом: опубліковано { $published }, без змін { $unchanged }, відхилено { $rejected }, не вдалося { $failed }.
night-catalogue = Каталог: { $site }/index.html. Відкрити: make serve, потім { $address }/ у браузері.
night-published-there = На «{ $target }» опубліковано.
night-heading = Підсумок ночі

# Команда
interrupted = Перервано. Те, що опубліковано, лишилося без змін; запустіть ще раз, щоб продовжити.
extracted = { $table }: { $rows ->
    [one] { $rows } рядок
    [few] { $rows } рядки
   *[many] { $rows } рядків
 }
finding-stands = Там стоїть: «{ $value }».
findings-none = Зауважень немає.
findings-more = … і ще { $count }. Усі: --limit 0.
verified = { $dataset }: усе опубліковане збігається з випуском ({ $address }, файлів: { $files }).
list-never = ще ні
plan-heading = { $dataset } на { $target }: { $count ->
    [0] змін немає
    [one] { $count } зміна
    [few] { $count } зміни
   *[many] { $count } змін
 }
change-add-file = додати файл { $name }
change-change-file = змінити файл { $name }
change-remove-file = вилучити файл { $name }
change-add-rows = { $name }: додати рядків: { $count }
change-change-rows = { $name }: змінити рядків: { $count }
change-remove-rows = { $name }: вилучити рядків: { $count }
change-add-column = додати стовпець { $name }
change-change-column = змінити стовпець { $name }
change-remove-column = вилучити стовпець { $name }
change-add-passport = паспорт: додати { $name }
change-change-passport = паспорт: змінити { $name }
change-remove-passport = паспорт: вилучити { $name }
status-version = версія { $version } від { $day }, рядків: { $rows }
status-source = джерело { $address }, прочитано { $day }, SHA-256 { $sha }
status-published = опубліковано { $address }, прочитано назад { $day }
status-last-night = Остання вдала ніч: { $day }.
status-no-night = Жодна ніч ще не завершилася вдало.

# Огляд машини
doctor-python = Python { $version }: гаразд.
doctor-python-wrong = Python { $version } застарий. Потрібен 3.11 або новіший.
doctor-library = Бібліотека { $name } { $version }: гаразд.
doctor-library-wrong = Бібліотеки { $name }{ $version } немає. Виконайте: make install
doctor-tool = Програма { $name }: гаразд.
doctor-tool-wrong = Програми { $name } немає: { $what } не прочитаються, решту це не зачепить. Установіть: sudo apt-get install { $package }
doctor-home = Тека стану { $path }: гаразд, вільно { $free } МБ.
doctor-home-wrong = Тека стану { $path }: не можна писати або мало місця (вільно { $free } МБ). Змініть PIPELINE_HOME або звільніть диск.
doctor-site = Місце для каталогу { $path }: гаразд, вільно { $free } МБ.
doctor-site-wrong = Місце для каталогу { $path }: не можна писати або мало місця (вільно { $free } МБ). Змініть PIPELINE_SITE або звільніть диск.
doctor-ledger = Журнал: гаразд.{ $reason }
doctor-ledger-wrong = Журнал не відкривається. { $reason }
doctor-site-url = Публічна адреса каталогу: { $address }.
doctor-site-url-wrong = PIPELINE_SITE_URL не задано; посилання ведуть на { $address }. Задайте публічну адресу.

# Що закрито
masked-person = Імена приватних осіб замінено позначкою: їх не публікують без згоди особи чи прямої вимоги закону.
masked-code = Особисті номери (РНОКПП, паспорт, рахунок, телефон) замінено позначкою.
masked-flat = Номери квартир приватних осіб замінено позначкою.
rows-progress = Рядки на портал: { $done } з { $total }, за секунду { $speed }, лишилося секунд: { $left }
