"""A block of plain CSV as columns of text, with a proof that nothing was lost on the way."""

from dataclasses import dataclass

import polars as pl

from pipeline.validation.columnar import quoting
from pipeline.validation.columnar.quoting import Bytes, Flags, Records


@dataclass(frozen=True)
class Shape:
    """What a block is parsed by: the number of fields, the delimiter and the encoding."""

    width: int
    delimiter: str
    encoding: str

    def parsed(self, signs: Bytes, found: Records) -> pl.DataFrame | None:
        """The records of a block as a frame; None if not every byte of it can be told.

        A record with too few cells, an empty line or a wrong byte make the sum wrong or raise.
        """
        content = signs[: found.size].tobytes()
        if self.encoding != "utf-8":
            content = content.decode(self.encoding).encode()
        try:
            frame = self._read(content, quoted=found.quoted)
        except pl.exceptions.PolarsError:
            return None
        told = found.marks + len(found.ends) * (self.width - 1)
        return frame if _complete(frame, len(found.ends), len(content) - told) else None

    def _read(self, content: bytes, *, quoted: bool) -> pl.DataFrame:
        return pl.read_csv(
            content,
            has_header=False,
            schema={str(at): pl.String for at in range(self.width)},
            separator=self.delimiter,
            quote_char='"' if quoted else None,
            empty_string_is_null=False,
        )

    def regular(self, signs: Bytes, found: Records) -> tuple[pl.DataFrame | None, Flags]:
        """The records of the right width as a frame, and which those are; None if it fails."""
        kept = quoting.even(signs, found, self.width, ord(self.delimiter))
        content = quoting.only(signs, found, kept)
        if not len(content):
            return pl.DataFrame(schema={str(at): pl.String for at in range(self.width)}), kept
        again = quoting.records(content, ord(self.delimiter))
        if again is None or len(again.ends) != kept.sum():
            return None, kept
        return self.parsed(content, again), kept


def _complete(frame: pl.DataFrame, count: int, size: int) -> bool:
    """Whether a frame has that many records, and cells of that many bytes in all."""
    lengths = frame.select(pl.all().str.len_bytes().cast(pl.Int64).sum())
    return frame.height == count and sum(lengths.row(0)) == size
