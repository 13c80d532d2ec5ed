# A person's approval
finding-rows-would-be-withdrawn = { $dataset } on { $target }: { $count } of { $before } rows of table “{ $table }” would vanish, but its rows only accumulate.
error-rows-would-be-withdrawn = { $dataset } on { $target }: { $count } of { $before } rows of table “{ $table }” would vanish, but its rows only accumulate. Nothing was changed: a person has to approve it. Look at the plan: pipeline plan { $dataset } --target { $target }; if it should be so: pipeline approve { $dataset } --target { $target } --why "why", then publish again.
finding-many-rows-removed = { $dataset } on { $target }: { $count } of { $before } rows of table “{ $table }” would vanish; that is more than may go without a person.
error-many-rows-removed = { $dataset } on { $target }: { $count } of { $before } rows of table “{ $table }” would vanish; that is more than may go without a person. Nothing was changed: a person has to approve it. Look at the plan: pipeline plan { $dataset } --target { $target }; if it should be so: pipeline approve { $dataset } --target { $target } --why "why", then publish again.
finding-columns-changed = { $dataset } on { $target }: columns change ({ $count }): { $columns }.
error-columns-changed = { $dataset } on { $target }: columns change ({ $count }): { $columns }. Nothing was changed: a person has to approve it. Look at the plan: pipeline plan { $dataset } --target { $target }; if it should be so: pipeline approve { $dataset } --target { $target } --why "why", then publish again.
finding-first-publication = { $dataset }: this is the first publication on { $target }.
error-first-publication = { $dataset }: this is the first publication on { $target }. Nothing was changed: a person has to approve it. Look at the plan: pipeline plan { $dataset } --target { $target }; if it should be so: pipeline approve { $dataset } --target { $target } --why "why", then publish again.
error-approval-says-nothing = An approval of “{ $dataset }” has to say who gave it and why: --who NAME --why "why".
error-nothing-to-approve = No plan for “{ $dataset }” on { $target } waits for approval.
error-approval-of-another-plan = Another plan of “{ $dataset }” for { $target } waits than the one in this file. Make it again: pipeline plan { $dataset } --target { $target } --save FILE, look at it and approve that.
approved = Approved: { $dataset } on { $target }, version { $version }, by { $who }: { $why }. It holds for this plan only. Next: pipeline publish { $dataset } --target { $target }

# Held back
finding-dataset-held = The dataset is not updated { $until ->
    [none] {""}
   *[other] until { $until }{" "}
 }by decision of the holder ({ $because }); what was published { $shown ->
    [withdraw] was taken from sight.
   *[keep] stays as it was.
 } To go on: take hold out of the description of the dataset.
error-dataset-is-held = Dataset “{ $dataset }” is held back now (hold in its description): there is nothing to plan or bring back. To go on, take hold out.
