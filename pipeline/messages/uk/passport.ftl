# Елементи паспорта набору даних (пункт 7 Положення, постанова № 835) і назви форм порталу.

passport-identifier = Ідентифікаційний номер набору даних
passport-title = Найменування набору даних
passport-description = Опис
passport-distributionFormat = Формати
passport-issued = Дата і час першого оприлюднення
passport-modified = Дата і час останніх змін
passport-actualOn = Дата актуальності даних
passport-accrualPeriodicity = Частота оновлення
passport-keyword = Ключові слова
passport-landingPage = Сторінка набору даних
passport-structure = Файли структури
passport-language = Мова даних
passport-purpose = Підстава та призначення збору інформації
passport-publisherPrefLabel = Розпорядник інформації
passport-publisherIdentifier = Код ЄДРПОУ розпорядника
passport-contactPointFn = Відповідальна особа
passport-contactPointHasEmail = Електронна пошта
passport-edition = Редакція переліку наборів
passport-annexItem = Позиція переліку
passport-license = Ліцензія
passport-version = Версія

passport-language-uk = українська
passport-language-en = англійська

frequency-several-times-a-day = Більш як один раз на день
frequency-daily = Щодня
frequency-weekly = Щотижня
frequency-monthly = Щомісяця
frequency-quarterly = Щокварталу
frequency-half-yearly = Кожного півріччя
frequency-yearly = Щороку
frequency-on-change = Відразу після внесення змін
frequency-unscheduled = Позапланово
frequency-discontinued = Більше не оновлюється

passport-file-table = { $title } ({ $format })
passport-file-structure = Структура таблиці «{ $title }» ({ $format })
passport-file-passport = Паспорт набору даних ({ $format })
passport-file-findings = Зауваження до даних ({ $format })
