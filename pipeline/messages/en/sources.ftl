finding-hidden-file-left-out = A hidden file was left out. If it holds data, give it a name that does not begin with a dot.

source-look = { $found ->
    [empty] empty
    [xlsx] an Excel workbook (XLSX)
    [xlsb] a binary Excel workbook (XLSB)
    [xls] an Excel 97–2003 workbook (XLS)
    [ods] an OpenDocument spreadsheet (ODS)
    [docx] a Word document (DOCX)
    [doc] a Word 97–2003 document (DOC)
    [zip] a ZIP archive
    [cut-zip] a workbook, document or archive that is cut off or damaged
    [page] an HTML page
    [xml] an XML document
    [json] JSON
    [broken-json] JSON that is cut off or damaged
    [pdf] a PDF document
    [rtf] an RTF document
    [archive] an archive that is not ZIP
    [image] a picture
    [text] plain text
   *[binary] bytes of an unknown kind
}

error-source-is-empty = { $source }: the source is empty. Ask its owner for the file, or check the address.
error-source-is-another-kind = { $source }: the source should be of kind “{ $declared }”, but it is { source-look }. Open it and look: a site may have sent an error page. If the new kind is right, change `fetch.kind` in the description of the dataset or the ending of the file's name.
error-source-kind-is-unknown = { $source }: it is not known what kind of source this is (by its content: { source-look }). Declare `fetch.kind` in the description of the dataset, or give the file the ending that fits: .csv, .xlsx, .html, .txt, .docx, .json.
error-source-is-missing = { $source }: there is no such file or folder. Check the path.
error-source-is-not-a-file = { $source }: this is neither a file nor a folder. Name a file, a folder or an address.
error-source-folder-is-empty = { $source }: the folder holds no files to read (hidden ones are not counted).
error-source-is-too-large = { $source }: larger than the limit of { $limit } MiB. If the size is right, raise `fetch.size_limit` in the description of the dataset.
error-source-cannot-be-read = { $source }: the file cannot be read: { $reason }. Check the disk.
error-source-is-not-readable = { $source }: no permission to read. Grant it to the user that the pipeline runs as.
error-source-address-is-wrong = { $source }: this address cannot be fetched. Write http:// or https:// with a host, or the path of a file.
error-source-is-forbidden = { $source }: the server does not let us in (HTTP { $status }). Ask the owner of the site for access.
error-source-is-gone = { $source }: the server has no such page or file (HTTP { $status }). Find its new address on the site and write it into the description of the dataset.
error-source-is-busy = { $source }: the server is overloaded (HTTP { $status }), { $attempts ->
    [one] { $attempts } attempt was made
   *[other] { $attempts } attempts were made
}. Run again later; if it repeats, raise `fetch.pause` in the description of the dataset.
error-source-fails = { $source }: the server failed (HTTP { $status }), { $attempts ->
    [one] { $attempts } attempt was made
   *[other] { $attempts } attempts were made
}. Run again later; if it repeats, write to the owner of the site.
error-source-refuses = { $source }: the server refused the request (HTTP { $status }). Open the address in a browser and correct it.
error-source-is-too-slow = { $source }: the answer was not whole after { $seconds } s, { $attempts ->
    [one] { $attempts } attempt was made
   *[other] { $attempts } attempts were made
}. Run again later, or raise `fetch.deadline` in the description of the dataset.
error-source-asks-to-wait = { $source }: the server asks to come back in { $minutes } min. Run again after that.
error-source-redirects-elsewhere = { $source }: the server sends us to “{ $target }”, which is not followed: it is no web address or is less safe (http instead of https). If it is right, write that address into the description of the dataset.
error-source-redirects-endlessly = { $source }: more than { $limit } redirects one after another. Open the address in a browser and write down the final one.
error-source-certificate-is-bad = { $source }: the certificate of the site is not valid, so it is not certain who answers. Write to the owner of the site; the check is not switched off.
error-source-host-is-unknown = { $source }: the name of the site was not found, { $attempts ->
    [one] { $attempts } attempt was made
   *[other] { $attempts } attempts were made
}. Check the address and the network.
error-source-is-silent = { $source }: the server does not answer, { $attempts ->
    [one] { $attempts } attempt was made
   *[other] { $attempts } attempts were made
}. Run again later; if the site is slow, raise `fetch.read_timeout` in the description of the dataset.
error-source-is-cut-off = { $source }: the answer broke off before its end, { $attempts ->
    [one] { $attempts } attempt was made
   *[other] { $attempts } attempts were made
}. Run again later.
error-source-is-unreachable = { $source }: no connection to the site, { $attempts ->
    [one] { $attempts } attempt was made
   *[other] { $attempts } attempts were made
}. Check the network and whether the site opens in a browser.

error-archive-is-damaged = { $source }: the archive or workbook is damaged or cut off. Fetch it again or ask its owner.
error-archive-is-empty = { $source }: the archive holds no files to read.
error-archive-has-too-many-members = { $source }: { $count } files in the archive, the limit is { $limit }. If this is right, raise `fetch.member_limit` in the description of the dataset.
error-archive-unpacks-too-large = { $source }: unpacked it would take { $size } MiB, the limit is { $limit } MiB. If this is right, raise `fetch.unpacked_limit` in the description of the dataset.
error-archive-is-a-bomb = { $source }: “{ $member }” is packed { $ratio } times, more than { $limit }; real files are not. The file was not opened: ask its owner what it is.
error-archive-member-is-unsafe = { $source }: the name “{ $member }” points outside the archive, is a link or holds control characters. Ask the owner to pack it again.
error-archive-needs-a-password = { $source }: “{ $member }” is protected by a password. Ask the owner for an archive without one.
error-archive-repeats-a-name = { $source }: the archive holds “{ $member }” twice. Ask the owner to pack it again.
error-archive-member-is-damaged = { $source }: “{ $member }” is damaged or packed in an unknown way. Fetch the archive again or ask its owner to pack it as plain ZIP.
error-archive-inside-an-archive = { $source }: an archive inside an archive is not opened. Unpack the inner one into a folder.
error-archive-is-not-zip = { $source }: only ZIP archives are opened. Unpack it into a folder, or pack it as ZIP.

error-store-has-no-driver = { $path }: this place for snapshots is not known. Check the address; for cloud storage install its fsspec package.
error-store-is-full = { $path }: no room for a snapshot ({ $reason }). Free space on the disk and run again; what was published is untouched.
error-store-is-forbidden = { $path }: no permission to keep snapshots ({ $reason }). Grant it to the user that the pipeline runs as.
error-store-fails = { $path }: the place for snapshots cannot be used: { $reason }. Check the disk or the connection.
error-snapshot-is-missing = { $path }: snapshot { $sha256 } is not there. Restore it from a backup (docs/backup.md).
error-snapshot-is-damaged = { $path }: snapshot { $sha256 } is damaged: its bytes no longer match its name. Restore it from a backup (docs/backup.md) or fetch the source again, and check the disk.
