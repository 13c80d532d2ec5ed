# Згода людини
finding-rows-would-be-withdrawn = { $dataset } на { $target }: з таблиці «{ $table }» зникло б рядків: { $count } з { $before }, а її рядки лише накопичуються.
error-rows-would-be-withdrawn = { $dataset } на { $target }: з таблиці «{ $table }» зникло б рядків: { $count } з { $before }, а її рядки лише накопичуються. Нічого не змінено: потрібна згода людини. Подивіться план: pipeline plan { $dataset } --target { $target }; якщо так і має бути: pipeline approve { $dataset } --target { $target } --why "чому", і публікуйте знову.
finding-many-rows-removed = { $dataset } на { $target }: з таблиці «{ $table }» зникло б рядків: { $count } з { $before }; це більше, ніж дозволено без згоди людини.
error-many-rows-removed = { $dataset } на { $target }: з таблиці «{ $table }» зникло б рядків: { $count } з { $before }; це більше, ніж дозволено без згоди людини. Нічого не змінено: потрібна згода людини. Подивіться план: pipeline plan { $dataset } --target { $target }; якщо так і має бути: pipeline approve { $dataset } --target { $target } --why "чому", і публікуйте знову.
finding-columns-changed = { $dataset } на { $target }: змінюються стовпці ({ $count }): { $columns }.
error-columns-changed = { $dataset } на { $target }: змінюються стовпці ({ $count }): { $columns }. Нічого не змінено: потрібна згода людини. Подивіться план: pipeline plan { $dataset } --target { $target }; якщо так і має бути: pipeline approve { $dataset } --target { $target } --why "чому", і публікуйте знову.
finding-first-publication = { $dataset }: це перша публікація на { $target }.
error-first-publication = { $dataset }: це перша публікація на { $target }. Нічого не змінено: потрібна згода людини. Подивіться план: pipeline plan { $dataset } --target { $target }; якщо так і має бути: pipeline approve { $dataset } --target { $target } --why "чому", і публікуйте знову.
error-approval-says-nothing = Згода на публікацію «{ $dataset }» має сказати, хто її дав і чому: --who ІМ’Я --why "чому".
error-nothing-to-approve = Жоден план для «{ $dataset }» на { $target } не чекає на згоду.
error-approval-of-another-plan = На згоду чекає інший план «{ $dataset }» для { $target }, ніж у цьому файлі. Складіть його знову: pipeline plan { $dataset } --target { $target } --save ФАЙЛ, подивіться і погодьте його.
approved = Погоджено: { $dataset } на { $target }, версія { $version }; погодив(-ла) { $who }: { $why }. Згода діє лише для цього плану. Далі: pipeline publish { $dataset } --target { $target }

# Призупинення
finding-dataset-held = Набір не оновлюється { $until ->
    [none] {""}
   *[other] до { $until }{" "}
 }за рішенням розпорядника ({ $because }); те, що опубліковано, { $shown ->
    [withdraw] прибрано з очей.
   *[keep] лишилося, як було.
 } Відновити: вилучіть hold з опису набору.
error-dataset-is-held = Набір «{ $dataset }» зараз призупинено (hold в описі набору), тож планувати чи повертати версію нічого. Щоб відновити, вилучіть hold.
