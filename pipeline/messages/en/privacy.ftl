# Guard of personal data. No sentence quotes a cell.
finding-personal-data-refused = Column “{ $column }” holds { $rule ->
    [person] the name of a person
    [tax-number] a tax number (РНОКПП)
    [passport] the number of a passport or of another paper of a person
    [id-card] a passport card number
    [foreign-passport] the number of a passport for travelling abroad
    [population-record] a number of the population register (УНЗР)
    [iban] a bank account (IBAN)
    [bank-card] a bank card number
    [mobile-phone] a mobile phone number
    [home-phone] a home phone number
    [birth-date] a date of birth
    [email] an e-mail address
    [car-number] the number plate of a vehicle
    [address] the home address of a person
    [flat] the number of a flat or of a dormitory room
   *[other] personal data
 }. The dataset was not published. Remove these data from the source, or ask the engineer: a rule for this column (privacy: columns), treatment: redact to mask them, or allow with a written reason.
finding-personal-data-masked = In column “{ $column }” { $rule ->
    [person] names of persons
    [tax-number] tax numbers (РНОКПП)
    [passport] numbers of passports and other papers of persons
    [id-card] passport card numbers
    [foreign-passport] numbers of passports for travelling abroad
    [population-record] numbers of the population register (УНЗР)
    [iban] bank accounts (IBAN)
    [bank-card] bank card numbers
    [mobile-phone] mobile phone numbers
    [home-phone] home phone numbers
    [birth-date] dates of birth
    [email] e-mail addresses
    [car-number] number plates
    [address] home addresses
    [flat] numbers of flats
   *[other] personal data
 } were masked in { $count ->
    [one] { $count } place
   *[other] { $count } places
 }. For the holder: if too much was masked, tell the engineer.
finding-officials-kept = In column “{ $column }” { $count ->
    [one] { $count } name of an official was kept, which stands
   *[other] { $count } names of officials were kept, which stand
 } with the public post. For the holder: to mask them, ask the engineer: officials: mask for this column.
finding-source-holds-personal-data = { $part ->
    [properties] The properties of the file (author, who saved it, remarks) hold
    [comments] Comments of the file hold
   *[hidden-sheets] Hidden sheets of the file hold
 } personal data: { $count ->
    [one] { $count } place
   *[other] { $count } places
 }. Nothing of that is published. If the file itself is public, remove them: «File → Info → Inspect Document».
finding-source-not-looked-through = Not everything that the file holds beside its table (properties, comments, hidden sheets) could be searched for personal data: a part is damaged or too large. Nothing of it is published. If the file itself is in the open, look through it: File, Info, Inspect Document.
finding-source-is-called-after-person = Personal data stand in the name or address of { $count ->
    [one] { $count } source
   *[other] { $count } sources
 }. The name is not published. To the holder: rename the file if it is public.

error-privacy-column-is-unknown = The privacy rules name column “{ $column }”, which table { $table } does not have. Ask the engineer: correct the name in the description of the dataset (privacy: columns).
