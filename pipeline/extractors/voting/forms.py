"""Every form in which councils publish votes by name: protocols, JSON, XML, CSV."""

from pipeline.extractors.voting.json_form import read_records
from pipeline.extractors.voting.protocol import read_roll_calls
from pipeline.extractors.voting.roll_call import RollCalls
from pipeline.extractors.voting.table_form import read_sheet
from pipeline.extractors.voting.voters import surnames_of
from pipeline.extractors.voting.xml_form import read_xml
from pipeline.parameters.fetching import Kind
from pipeline.parameters.votes import VotesParameters
from pipeline.readers.document import Document
from pipeline.ukrainian.vote_words import declared


def calls_of(document: Document, parameters: VotesParameters) -> RollCalls:
    """The roll calls of one file, by its kind.

    Raises:
        SourceError: the file is not of the form of its kind.
    """
    signs = declared(parameters.words, parameters.blank)
    match Kind.of_media_type(document.snapshot.media_type):
        case Kind.JSON:
            return RollCalls(calls=read_records(document, signs))
        case Kind.XML:
            return RollCalls(calls=read_xml(document, signs))
        case Kind.CSV:
            return RollCalls(calls=read_sheet(document, parameters.sheet, signs))
        case _:
            return read_roll_calls(document, signs, surnames_of(parameters.deputies))
