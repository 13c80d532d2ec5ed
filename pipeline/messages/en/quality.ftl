# The page of quality
quality-title = Quality and terms of the data: { $holder }
quality-heading = Quality and terms of the data
quality-intro = How often each dataset is updated, by which day the next update is promised, and how many remarks there are. Sources are read every night; without news the day of the last change stays.
quality-dataset = Dataset
quality-frequency = Frequency
quality-updated = Last changed
quality-due = Due by
quality-rows = Rows
quality-warnings = Warnings
quality-held = Rows with errors held back
quality-masked = Values masked
quality-no-day = within three working days of a change
quality-back = To the catalogue
quality-not-held = What the holder does not have
quality-not-held-intro = The annex of the Regulation names these datasets, but the holder says that it does not own such data. The reasons are in its words.
quality-item = edition { $edition }, item { $item }
