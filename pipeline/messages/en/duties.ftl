# Duties of resolution 835
duties-none = Nothing is owed: all datasets are published, no terms lie ahead.
duty-period = update as the passport promises
duty-change = publish the changes of the source
duty-first = publish for the first time
duty-line = { $standing ->
    [late] LATE
    [soon] soon
   *[ahead] ahead
 }  { $due }  { $dataset }: { $what }{ $since ->
    [none] {""}
   *[other] {" "}(since { $since })
 }
duty-summary = { $dataset }: “{ $title }”: { $what }
duties-past-heading = The last year
duty-past = { $dataset }: { $updates ->
    [0] no updates
    [one] { $updates } update
   *[other] { $updates } updates
 }{ $late ->
    [0] {""}
   *[other] , { $late } late (by { $worst } working days at most)
 }
duties-calendar = The calendar of terms was written: { $path }
duty-too-seldom = { $dataset }: the passport promises “{ $promised }”, the annex of the resolution asks for “{ $asked }”
duties-unanswered = Items of the annex that no dataset here answers: { $count }. Check whether the council owns such data:
finding-changes-more-often = In the last year the data have changed { $changes } times, usually every { $usual } days, but the passport promises an update every { $promised } days. Correct the frequency of the passport (passport.frequency).
duties-disowned = Items of the annex whose data the council does not own: { $count }:
