# What a portal would not take of a passport. The portal's form is in Ukrainian: the name of the field there stands in «».

portal-field-title = Title («Назва набору»)
portal-field-notes = Description («Опис»)
portal-field-purpose = Purpose («Підстава та призначення збору інформації»)
portal-field-frequency = Update frequency («Частота оновлення»)
portal-field-tags = Key words («Ключові слова»)
portal-field-language = Language («Відомості про мову інформації, яка міститься у наборі»)
portal-field-maintainer = Responsible person («Відповідальна особа»)
portal-field-maintainer-email = E-mail («Адреса електронної пошти відповідальної особи»)

finding-portal-title-missing = { portal-field-title }: empty, and the portal wants a value. Write passport.title.
finding-portal-title-too-long = { portal-field-title }: { $count } characters, and the portal takes { $limit } at most. Shorten passport.title.
finding-portal-notes-missing = { portal-field-notes }: empty, and the portal wants a value. Write passport.description.
finding-portal-notes-too-long = { portal-field-notes }: { $count } characters, and the portal takes { $limit } at most. Shorten passport.description.
finding-portal-purpose-missing = { portal-field-purpose }: empty, and the portal wants a value. Write passport.purpose.
finding-portal-purpose-too-long = { portal-field-purpose }: { $count } characters, and the portal takes { $limit } at most. Shorten passport.purpose.
finding-portal-frequency-unknown = { portal-field-frequency }: “{ $word }” is not in the list of this portal. Choose another one in passport.frequency.
finding-portal-language-unknown = { portal-field-language }: “{ $word }” is not in the list of this portal.
finding-portal-tags-missing = { portal-field-tags }: there is none. Write at least one in passport.keywords.
finding-portal-tag-refused = { portal-field-tags }: in “{ $word }” the portal does not take: { $letters }. Letters, digits, space, hyphen, underscore and full stop may stand; write a word without an apostrophe.
finding-portal-tag-length = { portal-field-tags }: “{ $word }” has { $count ->
    [one] { $count } character
   *[other] { $count } characters
 }, and the portal takes { $least } to { $most }.
finding-portal-maintainer-missing = { portal-field-maintainer }: empty. Write contact.name in holder.yaml.
finding-portal-maintainer-email-missing = { portal-field-maintainer-email }: empty. Write contact.email in holder.yaml.
finding-portal-maintainer-email-refused = { portal-field-maintainer-email }: the portal does not take “{ $word }”. It must be in Latin letters, without spaces.
finding-portal-column-too-long = Table { $table }: the name of column “{ $column }” takes { $count } bytes, and the portal's store keeps { $limit } (a Cyrillic letter takes two) and silently cuts the rest. Shorten the name in the schema.
finding-portal-column-refused = Table { $table }: the portal does not take the name of column “{ $column }”. It may not begin with an underscore or hold a double quote, control characters or spaces at its ends.
finding-portal-columns-become-one = Table { $table }: columns “{ $columns }” would be one when cut, “{ $column }”. Name them shorter and differently.

error-portal-profile-is-unknown = There is no portal profile “{ $name }”. Perhaps you meant: { $nearest }.

# The same, said of dataset.yaml
error-yaml-portal-field = { $fault } On the portal's form this is { $field }.
error-yaml-too-long = { $file }, line { $line }: “{ $key }” has { $count } characters, and { $max_length } at most may stand. Shorten it.
error-yaml-tag-refused = { $file }, line { $line }: in “{ $word }” the portal does not take: { $letters }. Letters, digits, space, hyphen, underscore and full stop may stand; write a word without an apostrophe.
error-yaml-tag-length = { $file }, line { $line }: “{ $word }” has { $count ->
    [one] { $count } character
   *[other] { $count } characters
 }, and the portal takes { $least } to { $most }.
