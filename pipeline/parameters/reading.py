"""What YAML may say to the readers of a dataset."""

from pipeline.parameters import Parameters
from pipeline.parameters.document import DocumentOptions
from pipeline.parameters.page import PageOptions
from pipeline.parameters.spreadsheet import SpreadsheetOptions


class ReaderOptions(Parameters):
    """Options of each reader; the defaults are UTF-8 and a header in the first row."""

    page: PageOptions = PageOptions()
    document: DocumentOptions = DocumentOptions()
    spreadsheet: SpreadsheetOptions = SpreadsheetOptions()
