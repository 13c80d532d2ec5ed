"""Parts of the publisher made by hand, and a portal that only says what it is told to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pipeline.model import Release
from pipeline.publishing.ckan import stamp
from pipeline.publishing.ckan.difference import NOTHING, Difference
from pipeline.publishing.ckan.fields import flat, payload
from pipeline.publishing.ckan.stamp import Stamp
from pipeline.publishing.ckan.standing import Resource, Standing, StandingTable, resource_id
from pipeline.publishing.ckan.tables import Shape, shape_of
from pipeline.publishing.ckan.wanted import (
    Place,
    Wanted,
    file_resource,
    table_resource,
    wanted,
)
from pipeline.publishing.ckan.work import TableWork, Way
from pipeline.publishing.passport import Passport
from pipeline.publishing.portal_profile import load_profile
from tests.publishing import samples

URL = "https://portal.example"
NAME = "rada-benches"
TABLE = resource_id(NAME, "Benches")
OLD, NEW = "0a1b2c3d4e5f", "a1b2c3d4e5f6"

PLACE = Place(
    url=URL,
    name=NAME,
    organization="rada",
    mark="rada/benches",
    profile=load_profile("plain"),
    licence="https://creativecommons.org/licenses/by/4.0/",
    datastore=True,
    forms=(),
)
SHAPE = shape_of(samples.passport().tables[0])


class Played:
    """Stands for a portal: answers an action with a value, an error, or what a function gives."""

    url = URL

    def __init__(self, **answers: Any) -> None:
        self.answers = answers
        self.asked: list[tuple[str, Mapping[str, Any]]] = []
        self.repeated: set[str] = set()
        self.rested: list[float] = []

    def read(self, action: str, **parameters: str | int) -> Any:
        return self._answer(action, parameters)

    def call(
        self,
        action: str,
        data: Mapping[str, Any],
        files: Mapping[str, tuple[str, bytes]] | None = None,
        *,
        repeatable: bool = False,
    ) -> Any:
        if repeatable:
            self.repeated.add(action)
        return self._answer(action, {**data, "files": files} if files else data)

    def rest(self, seconds: float) -> None:
        self.rested.append(seconds)

    def download(self, address: str) -> bytes:
        found = self._answer("download", {"address": address})
        assert isinstance(found, bytes)
        return found

    def _answer(self, action: str, data: Mapping[str, Any]) -> Any:
        self.asked.append((action, data))
        answer = self.answers[action]
        if isinstance(answer, list):
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        if isinstance(answer, Exception):
            raise answer
        return answer(data) if isinstance(answer, Callable) else answer  # type: ignore[arg-type]

    @property
    def actions(self) -> list[str]:
        return [action for action, _ in self.asked]

    def told(self, action: str) -> list[Mapping[str, Any]]:
        return [data for name, data in self.asked if name == action]


def goal(
    rows: Sequence[Sequence[str]] = samples.ROWS,
    *,
    place: Place = PLACE,
    holder: str = TABLE,
    release: Release | None = None,
    passport: Passport | None = None,
) -> Wanted:
    """What the portal should show of the benches."""
    return wanted(
        release or samples.release(rows, version=NEW),
        passport or samples.passport(),
        place,
        {"Benches": holder},
    )


def package(
    asked: Wanted, standing: Stamp | None = None, *, place: Place = PLACE, private: bool = False
) -> dict[str, Any]:
    """The dataset as a portal shows it once all that was wanted is there."""
    resources = [
        *(table_resource(place, one) for one in asked.tables.values()),
        *(file_resource(place, file) for file in asked.files.values()),
    ]
    return {
        "id": "p1",
        "state": "active",
        "private": private,
        "name": place.name,
        "organization": {"name": place.organization},
        "resources": resources,
        **payload({}, flat(asked.fields), standing or stamp.done(asked.version), place.mark),
    }


def standing_table(
    shape: Shape | None = SHAPE, *, generation: int = 0, place: Place = PLACE
) -> StandingTable:
    """The benches as a table that stands."""
    held = next(iter(goal(place=place).tables.values()))
    said = table_resource(place, held)
    resource = Resource.model_validate({**said, "id": resource_id(NAME, "Benches", generation)})
    return StandingTable(resource=resource, generation=generation, shape=shape)


def standing(
    shown: Mapping[str, Any] | None = None, table: StandingTable | None = None
) -> Standing:
    """The dataset that stands: whole, or as a package is shown."""
    if shown is None:
        shown = package(goal())
    resources = {one["id"]: Resource.model_validate(one) for one in shown["resources"]}
    files = {one.name: one for one in resources.values() if one.url_type == "upload"}
    return Standing(
        package=shown,
        stamp=stamp.stamp_of(shown),
        tables={"Benches": table or standing_table()},
        files=files,
    )


def table_work(
    way: Way = Way.STAY,
    *,
    asked: Wanted | None = None,
    there: StandingTable | None = None,
    difference: Difference | None = NOTHING,
) -> TableWork:
    """What has to be done with the benches."""
    return TableWork(
        wanted=(asked or goal()).tables["Benches"],
        way=way,
        standing=there,
        difference=difference,
    )


def without_datastore() -> Place:
    """The place on a portal that keeps files only."""
    return replace(PLACE, datastore=False)
