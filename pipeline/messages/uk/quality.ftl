# Сторінка якості
quality-title = Якість і строки даних: { $holder }
quality-heading = Якість і строки даних
quality-intro = Як часто оновлюється кожен набір, до якого дня обіцяно оновити його знову і скільки в ньому зауважень. Джерела перечитуються щоночі; якщо в них нічого нового, дата зміни лишається старою.
quality-dataset = Набір
quality-frequency = Періодичність
quality-updated = Востаннє змінено
quality-due = Оновити до
quality-rows = Рядків
quality-warnings = Застережень
quality-held = Відкладено рядків із помилками
quality-masked = Закрито значень
quality-no-day = за три робочі дні після зміни
quality-back = До каталогу
quality-not-held = Чого розпорядник не має
quality-not-held-intro = Ці набори названо в додатку до Положення, але розпорядник зазначає, що таких даних не має. Причини – його словами.
quality-item = редакція { $edition }, позиція { $item }
