"""Bars of seconds as an SVG, on a logarithmic scale: a second and a minute fit on one page."""

import math
from collections.abc import Sequence
from xml.sax.saxutils import escape

_ROW, _LEFT, _WIDTH = 22, 380, 420
_SMALLEST = 0.1


def drawn(bars: Sequence[tuple[str, float, bool]], note: str) -> str:
    """The chart of (name, seconds, whether it stands out)."""
    most = max(seconds for _, seconds, _ in bars)
    height = _ROW * (len(bars) + 3)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_LEFT + _WIDTH + 90}" height="{height}" '
        'font-family="sans-serif" font-size="12" role="img">',
        f"<title>{escape(note)}</title>",
        '<rect width="100%" height="100%" fill="#fff"/>',
        f'<text x="8" y="{_ROW}">Seconds of the whole process (logarithmic)</text>',
    ]
    for at, (name, seconds, own) in enumerate(bars, start=2):
        top = at * _ROW - 14
        length = max(2, _length(seconds) / max(_length(most), 0.01) * _WIDTH)
        colour = "#0b6e4f" if own else "#9aa5b1"
        parts.append(
            f'<text x="{_LEFT - 8}" y="{top + 12}" text-anchor="end">{escape(name)}</text>'
        )
        parts.append(
            f'<rect x="{_LEFT}" y="{top}" width="{length:.0f}" height="15" fill="{colour}"/>'
        )
        parts.append(f'<text x="{_LEFT + length + 6:.0f}" y="{top + 12}">{seconds:.2f}</text>')
    parts.append(f'<text x="8" y="{height - 8}" font-size="10">{escape(note)}</text></svg>')
    return "\n".join(parts) + "\n"


def _length(seconds: float) -> float:
    return math.log10(max(seconds, _SMALLEST) / _SMALLEST)
