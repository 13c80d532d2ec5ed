error-run-is-locked = Another run is at work in { $home } (process { $pid }, since { $since }). Wait until it ends and run again; nothing was changed.
error-lock-cannot-be-made = The lock in { $home } cannot be made: { $reason }. Check permissions and free space; the folder must lie on a disk of this machine.

error-ledger-url-is-refused = PIPELINE_LEDGER is not an address of a ledger. Write sqlite:///path/to/file or postgresql://user@host/database.
error-ledger-has-no-driver = { $ledger }: the driver of this database is not installed. For PostgreSQL install the package with its extra: pip install 'council-open-data-pipeline[postgresql]'.
error-ledger-is-damaged = { $ledger }: the ledger is damaged or is not a database. Put the file aside and restore the ledger from a backup (docs/backup.md); the published catalogue is untouched.
error-ledger-is-forbidden = { $ledger }: the ledger cannot be opened or written. Check that the folder exists and that the user of the pipeline may read and write it.
error-ledger-is-busy = { $ledger }: another process has held the ledger for too long. Wait until it ends and run again.
error-ledger-disk-is-full = { $ledger }: no room left for the ledger. Free space and run again; what was published is untouched.
error-ledger-is-absent = { $ledger }: there is no such file. Check the path.
error-ledger-is-unusable = { $ledger }: the database refused a request of the ledger. See the details with --debug, and check that nobody has changed its tables.
error-ledger-is-unreachable = { $ledger }: the database does not answer or does not let us in. Check that the server runs, that it has this database, and that address, user and password are right.
error-ledger-is-newer = { $ledger }: the ledger was written by a newer version of the pipeline (revision { $revision }). Install that version; an older one would damage it.
error-ledger-is-foreign = { $ledger }: this database is no ledger of the pipeline (tables already there: { $tables }). Give the ledger a database of its own.
error-ledger-has-its-own-backup = { $ledger }: only an SQLite ledger is copied this way. For PostgreSQL use pg_dump and pg_restore (docs/backup.md).
error-ledger-cannot-be-copied = { $ledger }: the copy was not made: { $reason }. Check permissions and free space.
