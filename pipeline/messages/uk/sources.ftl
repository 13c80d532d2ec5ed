finding-hidden-file-left-out = Прихований файл пропущено. Розпоряднику: якщо в ньому є дані, дайте йому назву, що не починається з крапки.

source-look = { $found ->
    [empty] порожній вміст
    [xlsx] книга Excel (XLSX)
    [xlsb] двійкова книга Excel (XLSB)
    [xls] книга Excel 97–2003 (XLS)
    [ods] електронна таблиця OpenDocument (ODS)
    [docx] документ Word (DOCX)
    [doc] документ Word 97–2003 (DOC)
    [zip] архів ZIP
    [cut-zip] обірвана або пошкоджена книга, документ чи архів
    [page] HTML-сторінка
    [xml] документ XML
    [json] JSON
    [broken-json] обірваний або пошкоджений JSON
    [pdf] документ PDF
    [rtf] документ RTF
    [rar] архів RAR
    [seven-zip] архів 7-Zip
    [archive] архів, але не ZIP, RAR чи 7-Zip
    [image] зображення
    [text] звичайний текст
   *[binary] байти невідомого виду
}

error-source-is-empty = { $source }: джерело порожнє. Попросіть файл у його власника або перевірте адресу.
error-source-is-another-kind = { $source }: очікувався вид «{ $declared }», але за вмістом це { source-look }. Відкрийте джерело й подивіться: сайт міг надіслати сторінку з помилкою. Дайте файл потрібного виду з відповідним закінченням назви або, якщо новий вид правильний, попросіть інженера: fetch.kind.
error-source-kind-is-unknown = { $source }: невідомо, якого виду це джерело (за вмістом: { source-look }). Дайте файлу відповідне закінчення (.csv, .xlsx, .html, .txt, .docx, .json) або попросіть інженера: fetch.kind.
error-source-is-missing = { $source }: немає такого файлу чи теки. Перевірте, чи їх не перейменовано й не перенесено.
error-source-is-not-a-file = { $source }: це не файл і не тека. Вкажіть файл, теку або адресу.
error-source-folder-is-empty = { $source }: у теці немає файлів для читання (приховані не враховано). Покладіть у неї файл.
error-source-is-too-large = { $source }: розмір перевищує межу { $limit } МіБ. Перевірте, чи це той файл; якщо такий розмір правильний, попросіть інженера: fetch.size_limit.
error-source-cannot-be-read = { $source }: файл не вдалося прочитати: { $reason }. Перевірте, чи він відкривається, або покличте інженера: перевірити диск.
error-source-is-not-readable = { $source }: немає дозволу на читання. Покладіть копію файлу в теку, яку програма вже читає, або попросіть інженера: надати дозвіл користувачеві, від імені якого працює конвеєр.
error-source-address-is-wrong = { $source }: за цією адресою нічого не отримати. Вкажіть http:// або https:// з назвою сайту чи шлях до файлу.
error-source-is-forbidden = { $source }: сервер не дає доступу (HTTP { $status }). Попросіть доступ у власника сайту.
error-source-is-gone = { $source }: на сервері немає такої сторінки чи файлу (HTTP { $status }). Знайдіть на сайті нову адресу та попросіть інженера: вписати її в sources.
error-source-is-busy = { $source }: сервер перевантажено (HTTP { $status }), { $attempts ->
    [one] зроблено { $attempts } спробу
    [few] зроблено { $attempts } спроби
   *[other] зроблено { $attempts } спроб
}. Запустіть пізніше; якщо це повторюється, попросіть інженера: збільшити fetch.pause.
error-source-fails = { $source }: на сервері сталася помилка (HTTP { $status }), { $attempts ->
    [one] зроблено { $attempts } спробу
    [few] зроблено { $attempts } спроби
   *[other] зроблено { $attempts } спроб
}. Запустіть пізніше; якщо це повторюється, напишіть власникові сайту.
error-source-refuses = { $source }: сервер відхилив запит (HTTP { $status }). Відкрийте адресу в браузері, знайдіть правильну та попросіть інженера: вписати її в sources.
error-source-is-too-slow = { $source }: за { $seconds } с відповідь не надійшла повністю, { $attempts ->
    [one] зроблено { $attempts } спробу
    [few] зроблено { $attempts } спроби
   *[other] зроблено { $attempts } спроб
}. Запустіть пізніше або попросіть інженера: збільшити fetch.deadline.
error-source-asks-to-wait = { $source }: сервер просить повернутися через { $minutes } хв. Запустіть після цього.
error-source-redirects-elsewhere = { $source }: сервер переспрямовує на «{ $target }», але туди перехід заборонено: це не вебадреса або вона менш безпечна (http замість https). Відкрийте її в браузері; якщо вона правильна, попросіть інженера: вписати її в sources.
error-source-redirects-endlessly = { $source }: сервер переспрямовує раз за разом, межа — { $limit }. Відкрийте адресу в браузері та попросіть інженера: вписати кінцеву в sources.
error-source-certificate-is-bad = { $source }: сертифікат сайту недійсний, тож невідомо, хто відповідає. Напишіть власникові сайту; перевірку не вимикають.
error-source-host-is-unknown = { $source }: сайт із такою назвою не знайдено, { $attempts ->
    [one] зроблено { $attempts } спробу
    [few] зроблено { $attempts } спроби
   *[other] зроблено { $attempts } спроб
}. Перевірте адресу та мережу.
error-source-is-silent = { $source }: сервер не відповідає, { $attempts ->
    [one] зроблено { $attempts } спробу
    [few] зроблено { $attempts } спроби
   *[other] зроблено { $attempts } спроб
}. Запустіть пізніше; якщо сайт повільний, попросіть інженера: збільшити fetch.read_timeout.
error-source-is-cut-off = { $source }: відповідь обірвалася до кінця передавання, { $attempts ->
    [one] зроблено { $attempts } спробу
    [few] зроблено { $attempts } спроби
   *[other] зроблено { $attempts } спроб
}. Запустіть пізніше.
error-source-is-unreachable = { $source }: немає з’єднання із сайтом, { $attempts ->
    [one] зроблено { $attempts } спробу
    [few] зроблено { $attempts } спроби
   *[other] зроблено { $attempts } спроб
}. Перевірте мережу та чи відкривається сайт у браузері.

error-archive-is-damaged = { $source }: архів або книгу пошкоджено чи обірвано. Завантажте ще раз або зверніться до власника.
error-archive-is-empty = { $source }: в архіві немає файлів для читання. Перевірте, чи це той архів.
error-archive-has-too-many-members = { $source }: файлів в архіві — { $count }, межа — { $limit }. Поділіть архів на менші або попросіть інженера: fetch.member_limit.
error-archive-unpacks-too-large = { $source }: після розпакування буде { $size } МіБ, межа — { $limit } МіБ. Поділіть архів на менші або попросіть інженера: fetch.unpacked_limit.
error-archive-is-a-bomb = { $source }: файл «{ $member }» стиснуто у співвідношенні { $ratio } до 1 за межі { $limit } до 1; у справжніх файлів так не буває. Його не відкрито: запитайте власника, що це.
error-archive-member-is-unsafe = { $source }: назва «{ $member }» веде за межі архіву, є посиланням або містить керівні символи. Попросіть власника запакувати ще раз.
error-archive-needs-a-password = { $source }: файл «{ $member }» захищено паролем. Попросіть у власника архів без пароля.
error-archive-repeats-a-name = { $source }: в архіві двічі є «{ $member }». Попросіть власника запакувати ще раз.
error-archive-member-is-damaged = { $source }: файл «{ $member }» пошкоджено або запаковано невідомим способом. Завантажте архів ще раз або попросіть власника запакувати його як звичайний ZIP.
error-archive-inside-an-archive = { $source }: архів усередині архіву не відкривають. Розпакуйте внутрішній архів у теку.
error-tool-is-missing = Щоб прочитати { $source }, потрібна програма { $tool }, а на цьому комп’ютері її немає. Встановіть: sudo apt-get install { $package }
error-archive-is-not-zip = { $source }: відкриваються лише архіви ZIP, RAR і 7-Zip. Розпакуйте цей архів у теку або запакуйте як ZIP.

error-store-has-no-driver = { $path }: таке сховище знімків невідоме. Покличте інженера: перевірити адресу; для хмарного сховища встановити його пакет fsspec.
error-store-is-full = { $path }: немає місця для знімка ({ $reason }). Звільніть місце на диску й запустіть ще раз; опубліковане не змінилося.
error-store-is-forbidden = { $path }: немає дозволу зберігати знімки ({ $reason }). Покличте інженера: надати дозвіл користувачеві, від імені якого працює конвеєр.
error-store-fails = { $path }: сховищем знімків не вдалося скористатися: { $reason }. Покличте інженера: перевірити диск або з’єднання.
error-snapshot-is-missing = { $path }: немає знімка { $sha256 }. Покличте інженера: відновити його з резервної копії (docs/backup.md).
error-snapshot-is-damaged = { $path }: знімок { $sha256 } пошкоджено: його байти вже не відповідають назві. Покличте інженера: відновити його з резервної копії (docs/backup.md) або отримати джерело ще раз і перевірити диск.
