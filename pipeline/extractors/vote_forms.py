"""Every form in which councils publish votes by name: protocols, JSON, XML, CSV."""

from pipeline.extractors.roll_calls import RollCall, read_roll_calls
from pipeline.extractors.vote_records import read_records
from pipeline.extractors.vote_sheets import read_sheet
from pipeline.extractors.vote_xml import read_xml
from pipeline.parameters.fetching import Kind
from pipeline.parameters.votes import VotesParameters
from pipeline.readers.document import Document


def calls_of(document: Document, parameters: VotesParameters) -> tuple[RollCall, ...]:
    """The roll calls of one file, by its kind.

    Raises:
        SourceError: the file is not of the form of its kind.
    """
    match Kind.of_media_type(document.snapshot.media_type):
        case Kind.JSON:
            return read_records(document)
        case Kind.XML:
            return read_xml(document)
        case Kind.CSV:
            return read_sheet(document, parameters.sheet)
        case _:
            return read_roll_calls(document)
