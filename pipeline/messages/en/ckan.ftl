# A CKAN portal: what went wrong and what to do; words of a plan; words on the portal itself.

error-secret-file-unreadable = The file { $path } that { $name } names cannot be read. Check the path and the rights on it.
error-portal-url-is-not-an-address = CKAN_URL is not the address of a portal. It begins with https:// and holds no user name or password.
error-portal-url-is-not-safe = The portal { $host } is named with http: the token would travel in the clear. Put an address with https:// into CKAN_URL.
error-portal-is-not-named = To publish on a portal set { $variable } (or { $variable }_FILE, the path of a file with the value).
error-portal-table-needs-key = Table “{ $table }” has no key, so its rows on the portal cannot be told apart. Write key in the description of the table.
error-portal-out-of-reach = The portal { $url } does not answer ({ $reason }). Check the network and the address in CKAN_URL and repeat: what was begun goes on.
error-portal-not-there = The portal { $url } has no such thing, or hides it. Check CKAN_URL, and whether somebody deleted the dataset by hand.
error-portal-not-allowed = The portal { $url } does not allow this. The user of the token has to be an editor of the holder's organisation.
error-portal-token-refused = The portal { $url } did not know the token, or its user is an editor of no organisation. Make a new token in the profile of the user on the portal and put it into CKAN_API_TOKEN.
error-portal-organization-missing = On the portal { $url } the user of the token does not publish for the organisation “{ $name }” (but for: { $known }). Create it, make the user an editor, or write another name into holder.yaml: portal.organization.
error-portal-redirects = The portal { $url } sends to another address; the token will not go there. Put the final address of the portal into CKAN_URL.
error-portal-upload-too-large = The portal { $url } does not take so large a file or request. Ask its administrator to raise the limit (ckan.max_resource_size and the limit of the web server).
error-portal-busy = The portal { $url } asks to wait: too many requests. Repeat later; what was begun goes on.
error-portal-failed = The portal { $url } answered with error { $status }. Repeat later; what was begun goes on. If that does not help, ask the administrator of the portal (disk space, database, Solr).
error-portal-answer-unreadable = The portal { $url } did not answer as the API of CKAN does (code { $status }). Check the address in CKAN_URL: there may be a login page or a notice of maintenance.
error-portal-refused = The portal { $url } did not take the values of: { $fields }. Mend them in the description of the dataset.
error-portal-refused-row = The portal { $url } did not take the row with the key “{ $key }”. Check the types of its values.
error-portal-name-is-taken = The identifier “{ $name }” on the portal { $url } belongs to a dataset of somebody else. Write another one into the description of the dataset: portal.name.
error-portal-dataset-deleted = Somebody deleted dataset “{ $name }” on the portal { $url } (it is in the trash). Restore it there or purge the trash, then repeat.
error-portal-hidden-by-hand = Somebody made dataset “{ $name }” on the portal { $url } private. Make it public there, then it will be updated.
error-portal-is-being-published = Another pipeline ({ $by }) is publishing dataset “{ $name }” right now. Wait until it has finished; what it abandons is taken over after an hour.
error-portal-did-not-create = The portal { $url } did not create dataset “{ $name }” and did not say why. Repeat.
error-portal-datastore-off = The DataStore of the portal { $url } is off, but dataset “{ $name }” is published as tables. Ask the administrator to switch it on (ckan.plugins: datastore).
error-portal-room-is-open = The auxiliary dataset “{ $name }” on the portal { $url } has to be private and not deleted. Make it private or restore it there.
error-portal-count-differs = Table “{ $table }” on the portal has { $count } rows and should have { $rows }. Repeat: it will be compared and put right.
error-portal-field-differs = On the portal field “{ $field }” of dataset “{ $name }” is not what was published. Publish again.
error-portal-dictionary-differs = Table “{ $table }” on the portal has other columns, types, key or data dictionary. Publish again.
error-portal-rows-differ = Table “{ $table }” on the portal is not the release: rows missing { $missing }, different { $changed }, foreign { $foreign } (keys: { $samples }). Publish again: the table will be put right.

change-change-left-out = file { $name } is larger than the portal takes; it is left out, the table is there
change-add-dataset = create dataset { $name }
change-change-unfinished = go on with what was not finished: { $name }
change-add-release = release { $name }
change-change-release = release { $name } instead of
change-change-drift = changed by hand on the portal, will be set back: { $name }; there now
change-change-astray = the table on the portal is not what was published, will be set back: { $name }
change-add-resource = add resource { $name }
change-change-resource = change resource { $name }
change-remove-resource = remove resource { $name }
change-change-words = resource { $name }: set back its name or description
change-add-table = fill table { $name }
change-change-table = a new table { $name } instead of the old one, which stays readable
change-change-dictionary = data dictionary: { $name }
change-change-key = { $name }: another key

portal-table = { $title }. [Download the CSV without the portal's own column “_id”]({ $link }).
portal-view = Table
portal-replaced-name = { $name } (replaced)
portal-replaced = This table was replaced: its columns have changed. It is no longer updated. The new table “{ $name }”: <{ $link }>

finding-portal-astray = The table “{ $name }” on the portal was not what was published: it was changed from elsewhere. It was set back to what is published ({ $target }).
finding-portal-drift = Somebody changed “{ $name }” on the portal by hand; it was set back to what is published ({ $target }). To leave a field of the dataset itself to people, name it in the description of the dataset: portal.by_hand.

doctor-portal = Portal { $url }: the token fits, publishes for: { $names }.
doctor-portal-wrong = Portal: { $reason }

finding-portal-by-hand-unknown = portal.by_hand names “{ $name }”, but the passport has no such field on a portal. pipeline plan NAME --target ckan shows the fields: for example title, tags, extras.title_en.
