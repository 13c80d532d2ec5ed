# Портал CKAN: що пішло не так і що робити; слова плану; слова на самому порталі.

error-secret-file-unreadable = Не читається файл { $path }, який названо в { $name }. Перевірте шлях і права на нього.
error-portal-url-is-not-an-address = CKAN_URL не схожа на адресу порталу. Вона починається з https:// і не містить імені чи пароля.
error-portal-url-is-not-safe = Портал { $host } названо за http: ключ доступу пішов би відкритою мережею. Вкажіть у CKAN_URL адресу з https://.
error-portal-is-not-named = Щоб опублікувати на порталі, задайте { $variable } (або { $variable }_FILE — шлях до файла зі значенням).
error-portal-table-needs-key = Таблиця «{ $table }» не має ключа, тож рядки на порталі нічим розрізнити. Впишіть key в описі таблиці.
error-portal-out-of-reach = Портал { $url } не відповідає ({ $reason }). Перевірте мережу й адресу в CKAN_URL і повторіть: почате буде продовжено.
error-portal-not-there = На порталі { $url } цього немає або воно закрите. Перевірте CKAN_URL і те, чи набір не вилучено вручну.
error-portal-not-allowed = Портал { $url } не дозволяє цієї дії. Користувач ключа має бути редактором організації розпорядника.
error-portal-token-refused = Портал { $url } не впізнав ключа, або його користувач не є редактором жодної організації. Створіть новий ключ у профілі користувача на порталі й запишіть його в CKAN_API_TOKEN.
error-portal-organization-missing = На порталі { $url } користувач ключа не публікує від організації «{ $name }» (може від: { $known }). Створіть її, дайте користувачеві роль редактора або впишіть іншу назву в holder.yaml: portal.organization.
error-portal-redirects = Портал { $url } відсилає на іншу адресу; ключ доступу туди не піде. Впишіть у CKAN_URL кінцеву адресу порталу.
error-portal-upload-too-large = Портал { $url } не приймає такого великого файла або запиту. Попросіть адміністратора збільшити обмеження (ckan.max_resource_size та обмеження вебсервера).
error-portal-busy = Портал { $url } просить зачекати: забагато запитів. Повторіть пізніше; почате буде продовжено.
error-portal-failed = Портал { $url } відповів помилкою { $status }. Повторіть пізніше; почате буде продовжено. Якщо не допомагає, зверніться до адміністратора порталу (місце на диску, база даних, пошук Solr).
error-portal-answer-unreadable = Портал { $url } відповів не так, як відповідає API CKAN (код { $status }). Перевірте адресу в CKAN_URL: можливо, там сторінка входу або технічних робіт.
error-portal-refused = Портал { $url } не прийняв значень полів: { $fields }. Виправте їх в описі набору.
error-portal-refused-row = Портал { $url } не прийняв рядка з ключем «{ $key }». Перевірте типи значень цього рядка.
error-portal-name-is-taken = Ідентифікатор «{ $name }» на порталі { $url } має чужий набір. Впишіть інший в описі набору: portal.name.
error-portal-dataset-deleted = Набір «{ $name }» на порталі { $url } хтось вилучив (він у кошику). Відновіть його на порталі або очистьте кошик, потім повторіть.
error-portal-hidden-by-hand = Набір «{ $name }» на порталі { $url } хтось закрив від публіки. Відкрийте його на порталі, тоді його буде оновлено.
error-portal-is-being-published = Набір «{ $name }» саме публікує інший конвеєр ({ $by }). Зачекайте, доки він закінчить; покинуте буде перейнято за годину.
error-portal-did-not-create = Портал { $url } не створив набору «{ $name }» і не сказав чому. Повторіть.
error-portal-datastore-off = На порталі { $url } вимкнено DataStore, а набір «{ $name }» опубліковано таблицями. Попросіть адміністратора ввімкнути його (ckan.plugins: datastore).
error-portal-room-is-open = Службовий набір «{ $name }» на порталі { $url } має бути закритим і не вилученим. Закрийте або відновіть його на порталі.
error-portal-count-differs = Таблиця «{ $table }» на порталі має рядків: { $count }, а має бути { $rows }. Повторіть: її буде звірено й виправлено.
error-portal-field-differs = На порталі поле «{ $field }» набору «{ $name }» не таке, як опубліковано. Повторіть публікацію.
error-portal-dictionary-differs = Таблиця «{ $table }» на порталі має інші стовпці, типи, ключ або словник даних. Повторіть публікацію.
error-portal-rows-differ = Таблиця «{ $table }» на порталі не така, як випуск: бракує рядків { $missing }, інакших { $changed }, зайвих { $foreign } (ключі: { $samples }). Повторіть публікацію: таблицю буде виправлено.

change-change-left-out = файл { $name } більший, ніж приймає портал; без нього, таблиця є
change-add-dataset = створити набір { $name }
change-change-unfinished = продовжити те, чого не закінчено: { $name }
change-add-release = випуск { $name }
change-change-release = випуск { $name } замість
change-change-drift = змінено вручну на порталі, буде повернуто: { $name }; там тепер
change-change-astray = таблиця на порталі не така, як опубліковано; буде повернуто: { $name }
change-add-resource = додати ресурс { $name }
change-change-resource = змінити ресурс { $name }
change-remove-resource = вилучити ресурс { $name }
change-change-words = ресурс { $name }: повернути назву чи опис
change-add-table = наповнити таблицю { $name }
change-change-table = нова таблиця { $name } замість старої, яка лишиться читабельною
change-change-dictionary = словник даних: { $name }
change-change-key = { $name }: інший ключ

portal-table = { $title }. [Завантажити CSV без службового стовпця порталу «_id»]({ $link }).
portal-view = Таблиця
portal-replaced-name = { $name } (замінено)
portal-replaced = Цю таблицю замінено: змінилися її стовпці. Вона більше не оновлюється. Нова таблиця «{ $name }»: <{ $link }>

finding-portal-astray = Таблиця «{ $name }» на порталі була не така, як опубліковано: її змінили не звідси. Повернуто до опублікованого ({ $target }).
finding-portal-drift = На порталі хтось змінив вручну «{ $name }»; повернуто до опублікованого ({ $target }). Щоб поле самого набору вели люди, впишіть його в описі набору: portal.by_hand.

doctor-portal = Портал { $url }: ключ підходить, публікує від: { $names }.
doctor-portal-wrong = Портал: { $reason }

finding-portal-by-hand-unknown = portal.by_hand називає «{ $name }», а такого поля паспорта на порталі немає. Поля показує pipeline plan НАЗВА --target ckan: наприклад title, tags, extras.title_en.
