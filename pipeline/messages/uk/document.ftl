# Документи
error-document-is-empty = { $source }: у документі немає тексту. Перевірте, чи це не скановані зображення, і покладіть документ із текстом.
error-document-is-other-kind = { $source }: очікувався документ виду «{ $expected }», а за вмістом це «{ $seen }». Збережіть його як DOCX або звичайний текст і вкажіть вид в описі набору.
error-document-is-not-in-encoding = { $source }, рядок { $line }: текст не в кодуванні { $encoding }. Укажіть справжнє кодування в readers.document.encoding.
error-document-is-utf-8 = { $source }: в описі вказано кодування { $encoding }, а файл у UTF-8. Виправте readers.document.encoding.
error-document-is-damaged = { $source }: DOCX пошкоджено або обірвано. Отримайте файл ще раз або збережіть його наново у Word.
error-document-is-too-large = { $source }: розпакований документ більший за { $limit } МБ. Перевірте файл; якщо він справді такий великий, збільште readers.document.max_unpacked_mb.
finding-character-lost = У рядку є знак заміни «�»: букву загублено під час перекодування джерела. Виправте її у звіті.
error-rtf-is-damaged = { $source }: RTF пошкоджено або обірвано. Отримайте файл ще раз або збережіть його наново у Word.
error-rtf-has-no-code-page = { $source }: RTF не каже, у якій кодовій сторінці його літери, або вона невідома. Збережіть його наново у Word.
error-doc-is-damaged = { $source }: документ Word 97–2003 пошкоджено або він не читається. Отримайте файл ще раз або збережіть його як DOCX.
