"""Several years of one registry, joined by the key of the organisation.

The newest year speaks for an organisation: its spelling and addresses stand in the table of
organisations, those of each year in the history.
"""

from collections.abc import Sequence

import pandas as pd

from pipeline.parameters.registry import History, Status


def newest(frame: pd.DataFrame, history: History, years: Sequence[str]) -> pd.DataFrame:
    """One row an organisation, in the order of keys, with its first and last year and status.

    The index keeps saying which row of `frame` spoke; a row without a key stands for itself.
    `years` are all years of the sources, also those in which no row stayed.
    """
    key, year = history.key, history.year_field
    group = frame[key].where(frame[key] != "", "row " + frame.index.astype(str))
    spans = frame[year].groupby(group).agg(["min", "max"])
    rows = frame.sort_values(year, kind="stable").groupby(group, sort=True).tail(1)
    rows = rows.assign(_group=group).sort_values([key, "_group"], kind="stable")
    last = rows["_group"].map(spans["max"]).astype(str)
    added = {history.first_field: rows["_group"].map(spans["min"]).astype(str)}
    added[history.last_field] = last
    if history.status is not None:
        said = {found: status_of(found, history.status, years) for found in last}
        added[history.status.field] = last.map(said).astype(str)
    return rows.drop(columns=["_group", year]).assign(**added)


def status_of(last: str, status: Status, years: Sequence[str]) -> str:
    """What is said of an organisation whose last year this is."""
    later = sorted(year for year in years if year > last)
    return status.absent.replace("{year}", later[0]) if later else status.present


def by_year(frame: pd.DataFrame, history: History) -> pd.DataFrame:
    """One row an organisation and year, in the order of keys and years; repeated rows once."""
    key, year = history.key, history.year_field
    once = frame.drop_duplicates()
    front = [key, year]
    return once.sort_values(front, kind="stable")[[*front, *once.columns.drop(front)]]
