# Бібліотека схем: pipeline schemas
schemas-columns =
    { $count ->
        [one] { $count } стовпець
        [few] { $count } стовпці
       *[other] { $count } стовпців
    }
schemas-key = Ключ: { $key }
schemas-foreign-key = { $fields } — з таблиці { $there }, стовпець { $columns }
schemas-item = Пункт додатка { $item } ({ $holders }): { $title }
schemas-holders-all = усі розпорядники
schemas-holders-councils = органи місцевого самоврядування
schemas-term-change =
    { $days ->
        [one] Після змін — { $days } робочий день
        [few] Після змін — { $days } робочі дні
       *[other] Після змін — { $days } робочих днів
    }
schemas-term-periodic = Не рідше ніж: { $often }
schemas-term-due = Щороку до (місяць-день): { $due }
schemas-since = Чинний з { $day }
schemas-until = Чинний до { $day }
schemas-datasets = Набори тут: { $datasets }
schemas-map-same = та сама назва
schemas-map-renamed = перейменовано
schemas-map-gone = у другій таблиці немає
schemas-map-new = нова
schemas-exported = { $count ->
        [one] Записано { $count } файл
        [few] Записано { $count } файли
       *[other] Записано { $count } файлів
    } до { $path }.
error-schemas-map-is-absent = Мапи між «{ $schema }» і «{ $other }» немає. Є мапи для таблиць редакції 835-2019 та їхніх відповідників: pipeline schemas map 835-2019/Reports.
error-schemas-export-needs-a-folder = Під цією назвою таблиць: { $count }. Назвіть теку (--to ТЕКА) або одну таблицю.
finding-schema-read-as = Таблиці «{ $typed }» немає; перевірено за { $schema }. Якщо мали на увазі іншу, назвіть її точно: pipeline schemas list.
finding-table-of-other-edition = Стовпці цього файла — з іншої редакції ({ $edition }): це таблиця { $other }, а перевіряли за { $table }. Перевірте за нею (--schema { $other }) або перейменуйте стовпці; що на що: pipeline schemas map { $other } { $table }.
finding-table-of-another-structure = Стовпці цього файла — з таблиці { $other }, а перевіряли за { $table }. Перевірте за нею: --schema { $other }.
finding-table-of-no-structure = Стовпці цього файла не відповідають таблиці { $table } в жодній редакції: із { $count } назв їй відомо { $known }. Заголовок має складатися з назв стовпців схеми (pipeline schemas show { $table }). Найближча таблиця: { $other }.
