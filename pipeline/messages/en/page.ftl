# Web pages
error-page-is-not-html = { $source } is not a web page but { $looks ->
    [pdf] a PDF file
    [archive] an archive, an Excel workbook or a Word document
    [office] an old Word or Excel document or RTF
    [picture] a picture
    [json] JSON data
    [xml] XML data (perhaps an RSS feed)
    [empty] an empty file
    [binary] a binary file
   *[text] plain text
 }. Check the address of the source, or give the right kind in dataset.yaml (fetch.kind).
error-page-is-error-page = { $source }: the server sent an error page ({ $status }) instead. Open the address in a browser; if the page has moved, correct the address in dataset.yaml.
error-page-not-in-encoding = { $source }, line { $line }: the bytes are not in { $encoding }. Give the true encoding in dataset.yaml (readers.page.encoding).
error-page-encoding-mismatch = { $source }, line { $line }: the page says that it is in { $said }, the description says { $encoding }. Find out which is right and correct readers.page.encoding in dataset.yaml.

finding-page-is-cut-off = The page breaks off: the closing html tag is missing, so acts may be missing as well. Fetch it again.
finding-link-is-relative = { $count ->
    [one] { $count } link is
   *[other] { $count } links are
 } incomplete, and the address of the page is unknown. Give it in dataset.yaml (readers.page.base).
finding-link-is-hidden = { $count ->
    [one] { $count } link is
   *[other] { $count } links are
 } hidden behind a click counter whose true address could not be read. The address of the counter is kept; ask the editor of the site for a direct link.

finding-recipe-is-untried = The recipe “{ $recipe }” ({ $title }) has not been tried on any recorded page of a real site. Compare the tables with the pages of the site; record a page (pipeline record) and hand it to the developers.
finding-page-differs-from-recipe = The page lacks parts that the recipe of its platform names: { $parts }. It was read as any page is. Check whether the address is right; if the site has changed, ask the engineer to mend the recipe.
error-reading-was-killed = One of the { $count } processes that were reading pages was stopped from outside, most likely for want of memory. Run again; if it happens again, call the engineer: free some memory. What was published is untouched.
