# Documents
error-document-is-empty = { $source }: the document has no text. Check that it is not a set of scanned images, and supply a document with text.
error-document-is-other-kind = { $source }: a document of kind “{ $expected }” was expected, but by its content it is “{ $seen }”. Save it as DOCX or plain text and declare its kind in the dataset.
error-document-is-not-in-encoding = { $source }, line { $line }: the text is not in encoding { $encoding }. Declare the real encoding in readers.document.encoding.
error-document-is-utf-8 = { $source }: the descriptor says encoding { $encoding }, but the file is UTF-8. Correct readers.document.encoding.
error-document-is-damaged = { $source }: the DOCX is damaged or cut off. Fetch the file again or save it anew in Word.
error-document-is-too-large = { $source }: unpacked, the document is larger than { $limit } MB. Check the file; if it really is that large, raise readers.document.max_unpacked_mb.
finding-character-lost = The line has the replacement character “�”: a letter was lost when the source was recoded. Correct it in the report.
error-rtf-is-damaged = { $source }: the RTF is damaged or cut. Get the file again, or save it anew in Word.
error-rtf-has-no-code-page = { $source }: the RTF does not say the code page of its letters, or it is unknown. Save it anew in Word.
error-doc-is-damaged = { $source }: the document of Word 97–2003 is damaged or cannot be read. Get the file again, or save it as DOCX.
finding-document-has-unseen-text = The document has text that is hidden or was deleted under a record of changes (places: { $count }); it was not read, since nobody sees it. If it is needed, make it visible or reject the deletion; if not, accept the changes and remove the hidden text.
