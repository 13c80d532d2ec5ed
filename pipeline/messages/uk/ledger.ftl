error-run-is-locked = У { $home } вже працює інший запуск (процес { $pid }, початок { $since }). Зачекайте, доки він завершиться, і запустіть ще раз; нічого не змінено.
error-lock-cannot-be-made = Не вдалося поставити замок у { $home }: { $reason }. Перевірте дозволи та вільне місце; тека має бути на диску цього комп’ютера.

error-ledger-url-is-refused = PIPELINE_LEDGER не є адресою журналу. Вкажіть sqlite:///шлях/до/файлу або postgresql://користувач@сервер/база.
error-ledger-has-no-driver = { $ledger }: драйвер цієї бази даних не встановлено. Для PostgreSQL встановіть пакет із доповненням: pip install 'council-open-data-pipeline[postgresql]'.
error-ledger-is-damaged = { $ledger }: журнал пошкоджено або це не база даних. Відкладіть файл убік і відновіть журнал із резервної копії (docs/backup.md); опублікований каталог не змінився.
error-ledger-is-forbidden = { $ledger }: журнал не вдалося відкрити або записати. Перевірте, чи є тека і чи може користувач конвеєра читати її та писати в неї.
error-ledger-is-busy = { $ledger }: інший процес надто довго тримає журнал. Зачекайте, доки він завершиться, і запустіть ще раз.
error-ledger-disk-is-full = { $ledger }: для журналу не залишилося місця. Звільніть місце й запустіть ще раз; опубліковане не змінилося.
error-ledger-is-absent = { $ledger }: немає такої бази даних чи файлу. Створіть базу або перевірте адресу.
error-ledger-is-unusable = { $ledger }: база даних відхилила запит журналу. Подробиці покаже --debug; перевірте, чи ніхто не змінював її таблиць.
error-ledger-is-unreachable = { $ledger }: база даних не відповідає. Перевірте, чи вона працює і чи правильна адреса.
error-ledger-is-newer = { $ledger }: журнал записано новішою версією конвеєра (ревізія { $revision }). Встановіть ту версію: старіша його пошкодила б.
error-ledger-is-foreign = { $ledger }: ця база даних не є журналом конвеєра (у ній уже є таблиці: { $tables }). Виділіть журналу окрему базу.
error-ledger-has-its-own-backup = { $ledger }: так копіюють лише журнал SQLite. Для PostgreSQL скористайтеся pg_dump і pg_restore (docs/backup.md).
error-ledger-cannot-be-copied = { $ledger }: копію не зроблено: { $reason }. Перевірте дозволи та вільне місце.
