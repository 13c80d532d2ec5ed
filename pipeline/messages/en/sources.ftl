finding-hidden-file-left-out = A hidden file was left out. For the holder: if it holds data, give it a name that does not begin with a dot.

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
    [rar] a RAR archive
    [seven-zip] a 7-Zip archive
    [archive] an archive that is not ZIP, RAR or 7-Zip
    [image] a picture
    [text] plain text
    [protected] a workbook or document with a password (take the protection off: File → Info → Protect, and save again)
   *[binary] bytes of an unknown kind
}

error-source-is-empty = { $source }: the source is empty. Ask its owner for the file, or check the address.
error-source-is-another-kind = { $source }: the source should be of kind “{ $declared }”, but it is { source-look }. Open it and look: a site may have sent an error page. Give a file of the right kind, with the ending that fits, or, if the new kind is right, ask the engineer: fetch.kind.
error-source-kind-is-unknown = { $source }: it is not known what kind of source this is (by its content: { source-look }). Give the file the ending that fits (.csv, .xlsx, .html, .txt, .docx, .json), or ask the engineer: fetch.kind.
error-source-is-missing = { $source }: there is no such file or folder. Check that it was not renamed or moved.
error-source-is-not-a-file = { $source }: this is neither a file nor a folder. Name a file, a folder or an address.
error-source-folder-is-empty = { $source }: the folder holds no files to read (hidden ones are not counted). Put a file into it.
error-source-is-too-large = { $source }: larger than the limit of { $limit } MiB. Check that this is the right file; if the size is right, ask the engineer: fetch.size_limit.
error-source-cannot-be-read = { $source }: the file cannot be read: { $reason }. Check that it opens, or call the engineer: check the disk.
error-source-is-not-readable = { $source }: no permission to read. Put a copy of the file into a folder that the program already reads, or ask the engineer: grant permission to the user that the pipeline runs as.
error-source-address-is-wrong = { $source }: this address cannot be fetched. Write http:// or https:// with a host, or the path of a file.
error-source-is-forbidden = { $source }: the server does not let us in (HTTP { $status }). Ask the owner of the site for access.
error-source-is-gone = { $source }: the server has no such page or file (HTTP { $status }). Find its new address on the site and ask the engineer: write it into sources.
error-source-is-busy = { $source }: the server is overloaded (HTTP { $status }), { $attempts ->
    [one] { $attempts } attempt was made
   *[other] { $attempts } attempts were made
}. Run again later; if it repeats, ask the engineer: raise fetch.pause.
error-source-fails = { $source }: the server failed (HTTP { $status }), { $attempts ->
    [one] { $attempts } attempt was made
   *[other] { $attempts } attempts were made
}. Run again later; if it repeats, write to the owner of the site.
error-source-refuses = { $source }: the server refused the request (HTTP { $status }). Open the address in a browser, find the right one and ask the engineer: write it into sources.
error-source-is-too-slow = { $source }: the answer was not whole after { $seconds } s, { $attempts ->
    [one] { $attempts } attempt was made
   *[other] { $attempts } attempts were made
}. Run again later, or ask the engineer: raise fetch.deadline.
error-source-asks-to-wait = { $source }: the server asks to come back in { $minutes } min. Run again after that.
error-source-redirects-elsewhere = { $source }: the server sends us to “{ $target }”, which is not followed: it is no web address or is less safe (http instead of https). Open it in a browser; if it is right, ask the engineer: write it into sources.
error-source-redirects-endlessly = { $source }: more than { $limit } redirects one after another. Open the address in a browser and ask the engineer: write the final one into sources.
error-source-certificate-is-bad = { $source }: the certificate of the site is not valid, so it is not certain who answers. Write to the owner of the site; the check is not switched off.
error-source-host-is-unknown = { $source }: the name of the site was not found, { $attempts ->
    [one] { $attempts } attempt was made
   *[other] { $attempts } attempts were made
}. Check the address and the network.
error-source-is-silent = { $source }: the server does not answer, { $attempts ->
    [one] { $attempts } attempt was made
   *[other] { $attempts } attempts were made
}. Run again later; if the site is slow, ask the engineer: raise fetch.read_timeout.
error-source-is-cut-off = { $source }: the answer broke off before its end, { $attempts ->
    [one] { $attempts } attempt was made
   *[other] { $attempts } attempts were made
}. Run again later.
error-source-is-unreachable = { $source }: no connection to the site, { $attempts ->
    [one] { $attempts } attempt was made
   *[other] { $attempts } attempts were made
}. Check the network and whether the site opens in a browser.

error-archive-is-damaged = { $source }: the archive or workbook is damaged or cut off. Fetch it again or ask its owner.
error-archive-is-empty = { $source }: the archive holds no files to read. Check that this is the right archive.
error-archive-has-too-many-members = { $source }: { $count } files in the archive, the limit is { $limit }. Divide the archive into smaller ones, or ask the engineer: fetch.member_limit.
error-archive-unpacks-too-large = { $source }: unpacked it would take { $size } MiB, the limit is { $limit } MiB. Divide the archive into smaller ones, or ask the engineer: fetch.unpacked_limit.
error-archive-is-a-bomb = { $source }: “{ $member }” is packed { $ratio } times, more than { $limit }; real files are not. The file was not opened: ask its owner what it is.
error-archive-member-is-unsafe = { $source }: the name “{ $member }” points outside the archive, is a link or holds control characters. Ask the owner to pack it again.
error-archive-needs-a-password = { $source }: “{ $member }” is protected by a password. Ask the owner for an archive without one.
error-archive-repeats-a-name = { $source }: the archive holds “{ $member }” twice. Ask the owner to pack it again.
error-archive-member-is-damaged = { $source }: “{ $member }” is damaged or packed in an unknown way. Fetch the archive again or ask its owner to pack it as plain ZIP.
error-archive-inside-an-archive = { $source }: an archive inside an archive is not opened. Unpack the inner one into a folder.
error-tool-is-missing = { $source } needs { $tool }, which this machine does not have. Install it: sudo apt-get install { $package }
error-archive-is-not-zip = { $source }: only ZIP, RAR and 7-Zip archives are opened. Unpack it into a folder, or pack it as ZIP.

error-store-has-no-driver = { $path }: this place for snapshots is not known. Call the engineer: check the address; for cloud storage install its fsspec package.
error-store-is-full = { $path }: no room for a snapshot ({ $reason }). Free space on the disk and run again; what was published is untouched.
error-store-is-forbidden = { $path }: no permission to keep snapshots ({ $reason }). Call the engineer: grant it to the user that the pipeline runs as.
error-store-fails = { $path }: the place for snapshots cannot be used: { $reason }. Call the engineer: check the disk or the connection.
error-snapshot-is-missing = { $path }: snapshot { $sha256 } is not there. Call the engineer: restore it from a backup (docs/backup.md).
error-snapshot-is-damaged = { $path }: snapshot { $sha256 } is damaged: its bytes no longer match its name. Call the engineer: restore it from a backup (docs/backup.md) or fetch the source again, and check the disk.

# A section of a site
error-robots-forbid-section = { $source }: the site’s robots.txt forbids this section to programs. Ask the owner of the site to allow it, or save the pages in a folder and name it in sources.path.
finding-robots-forbid-page = The site’s robots.txt forbids this page to programs, so it was not read. Ask the owner of the site to allow it, or save it in the folder of the source.
finding-section-page-is-gone = The section leads to this page, but the server does not give it (HTTP { $status }); its acts are missing. Ask the editor of the site to mend the link.
finding-section-page-is-not-a-page = The section leads here, but this is no web page; it was not read. See what is at this address; if there are acts, add it to sources by itself.
finding-section-is-empty = This subsection has no page and no act. If it should not be empty, ask the editor of the site.
finding-list-of-another-section = The section links to this list, but the list belongs to another section of the site and was not followed. If its acts are wanted, add its address to sources as a section.
finding-links-not-followed = { $count ->
    [one] { $count } link of the list leads
   *[other] { $count } links of the list lead
 } to another site or to a file and was not followed. If there are acts, add these addresses to sources.
finding-crawl-limit-reached = The section is larger than the limit: { $limit } { $what ->
    [lists] pages of lists
   *[pages] pages of documents
 } were read, at least { $count } are left. Ask the engineer to raise { $what ->
    [lists] fetch.list_limit
   *[pages] fetch.page_limit
 }.

# pipeline record
recorded = { $count ->
    [one] { $count } file
   *[other] { $count } files
 } recorded in { $path }.
recorded-as-they-are = The pages are recorded as they are: personal data may stand on them. Before you add them to tests or hand them on, remove or replace names, addresses and numbers of private persons.
error-record-folder-is-used = { $path }: there is something here, and nothing recorded is overwritten. Name another folder (--to) or remove this one.
