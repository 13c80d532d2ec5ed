# Elements of the passport of a dataset (point 7 of the Regulation, resolution 835), names of forms.

passport-identifier = Identifier of the dataset
passport-title = Name of the dataset
passport-description = Description
passport-distributionFormat = Formats
passport-issued = First published
passport-modified = Last changed
passport-actualOn = Data as of
passport-accrualPeriodicity = Update frequency
passport-keyword = Key words
passport-landingPage = Page of the dataset
passport-structure = Structure files
passport-language = Language of the data
passport-purpose = Grounds and purpose of collecting the information
passport-publisherPrefLabel = Publisher
passport-publisherIdentifier = Publisher’s EDRPOU code
passport-contactPointFn = Responsible person
passport-contactPointHasEmail = E-mail
passport-edition = Edition of the list of datasets
passport-annexItem = Item of the list
passport-license = Licence
passport-version = Version

passport-language-uk = Ukrainian
passport-language-en = English

frequency-several-times-a-day = More than once a day
frequency-daily = Daily
frequency-weekly = Weekly
frequency-monthly = Monthly
frequency-quarterly = Quarterly
frequency-half-yearly = Every half-year
frequency-yearly = Yearly
frequency-on-change = Immediately after a change
frequency-unscheduled = Unscheduled
frequency-discontinued = No longer updated

passport-file-table = { $title } ({ $format })
passport-file-structure = Structure of the table “{ $title }” ({ $format })
passport-file-passport = Passport of the dataset ({ $format })
passport-file-findings = Notes on the data ({ $format })
