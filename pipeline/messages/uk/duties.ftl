# Обов’язки за постановою 835
duties-none = Нічого не винні: усі набори оприлюднено, строки попереду не визначено.
duty-period = оновити за періодичністю паспорта
duty-change = оприлюднити зміни джерела
duty-first = оприлюднити вперше
duty-line = { $standing ->
    [late] ПРОСТРОЧЕНО
    [soon] скоро
   *[ahead] попереду
 }  { $due }  { $dataset }: { $what }{ $since ->
    [none] {""}
   *[other] {" "}(з { $since })
 }
duty-summary = { $dataset }: «{ $title }» — { $what }
duties-past-heading = Останній рік
duty-past = { $dataset }: { $updates ->
    [0] оновлень не було
    [one] { $updates } оновлення
    [few] { $updates } оновлення
   *[many] { $updates } оновлень
 }{ $late ->
    [0] {""}
    [one] , із запізненням { $late } (найбільше { $worst } роб. дн.)
   *[other] , із запізненням { $late } (найбільше { $worst } роб. дн.)
 }
duties-calendar = Календар строків записано: { $path }
duty-too-seldom = { $dataset }: паспорт обіцяє «{ $promised }», а додаток до постанови вимагає «{ $asked }»
duties-unanswered = Пунктів додатка, для яких тут немає набору: { $count }. Перевірте, чи рада володіє такими даними:
finding-changes-more-often = За останній рік дані змінювалися { $changes ->
    [one] { $changes } раз
    [few] { $changes } рази
   *[many] { $changes } разів
 }, зазвичай раз на { $usual } дн., а паспорт обіцяє оновлення раз на { $promised } дн. Виправте частоту оновлення в паспорті (passport.frequency).
duties-disowned = Пунктів додатка, даними яких рада не володіє: { $count }:
