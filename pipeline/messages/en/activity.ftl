# Counts from reports
finding-numbers-unmapped = Report “{ $report }”: { $count ->
    [one] { $count } number is not explained (line no. { $lines }): it is not clear what it counts. It is
   *[other] { $count } numbers are not explained (line no. { $lines }): it is not clear what they count. They are
 } not among the counts. Check these places in the report or reword them.
finding-part-is-unclear = Report “{ $report }”: for { $count ->
    [one] { $count } count (line no. { $lines }) the text does not say of which earlier count it is a part
   *[other] { $count } counts (line no. { $lines }) the text does not say of which earlier count each is a part
 } (“of them” after “of them”). The column partOf is empty here. For the holder: make the wording of the report clearer.
finding-report-has-no-period = Report “{ $report }”: neither the heading nor the text names a period (“for the second quarter of 2024”, “as of …”). Add the period to the heading of the report.
finding-report-has-no-counts = Report “{ $report }”: no count was found. Check that it really is a report and that its whole text was read.
