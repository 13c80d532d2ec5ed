# Веб-сторінки
error-page-is-not-html = { $source } — не веб-сторінка, а { $looks ->
    [pdf] файл PDF
    [archive] архів або книга Excel чи документ Word
    [office] документ Word або Excel старого формату чи RTF
    [picture] зображення
    [json] дані JSON
    [xml] дані XML (можливо, стрічка новин RSS)
    [empty] порожній файл
    [binary] двійковий файл
   *[text] звичайний текст
 }. Перевірте адресу джерела або вкажіть у dataset.yaml правильний вид (fetch.kind).
error-page-is-error-page = { $source }: сервер віддав сторінку помилки ({ $status }) замість потрібної. Відкрийте адресу в браузері; якщо сторінка переїхала, виправте адресу в dataset.yaml.
error-page-not-in-encoding = { $source }, рядок { $line }: байти не відповідають кодуванню { $encoding }. Укажіть у dataset.yaml справжнє кодування (readers.page.encoding).
error-page-encoding-mismatch = { $source }, рядок { $line }: сторінка називає своїм кодуванням { $said }, а в описі вказано { $encoding }. З’ясуйте, яке правильне, і виправте readers.page.encoding у dataset.yaml.

finding-page-is-cut-off = Сторінка обривається: немає завершального тегу html, тож частина актів могла не дійти. Завантажте її ще раз.
finding-link-is-relative = { $count ->
    [one] { $count } посилання неповне
    [few] { $count } посилання неповні
   *[many] { $count } посилань неповні
 }, а адреса самої сторінки невідома. Укажіть її в dataset.yaml (readers.page.base).
finding-link-is-hidden = { $count ->
    [one] { $count } посилання сховане
    [few] { $count } посилання сховані
   *[many] { $count } посилань сховані
 } за лічильником переходів, і справжню адресу не вдалося прочитати. Залишено адресу лічильника; попросіть редактора сайту поставити пряме посилання.
