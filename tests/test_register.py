"""The register of datasets: identifiers are those of the portal (п. 19)."""

import pytest

from pipeline import register
from pipeline.descriptor import load_council
from pipeline.publishing.ckan.target import CkanTarget
from pipeline.session import running
from pipeline.settings import Settings
from pipeline.targets import open_targets
from pipeline.workplace import SCHEMAS
from tests.command import Command

NAME = "register-of-datasets"


@pytest.mark.parametrize(
    ("targets", "named", "identifier"),
    [
        ("site", "", NAME),
        ("site,ckan", "", f"lysychansk-{NAME}"),
        ("site,ckan", "portal: {name: lis-register}", "lis-register"),
    ],
)
def test_an_identifier_is_that_of_the_portal(
    command: Command, targets: str, named: str, identifier: str
) -> None:
    file = command.council / NAME / "dataset.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}{named}\n", encoding="utf-8")
    settings = Settings.from_environment({**command.environment, "PIPELINE_TARGETS": targets})
    with running(settings, command.council, "pipeline publish") as (work, note):
        council = load_council(command.council, SCHEMAS)
        spec = next(one for one in council if one.name == NAME)
        (site,) = open_targets(spec, work, ["site"])
        (own,) = register.entries(spec, work, council, site)
        note.end()
    assert own.identifier == identifier


@pytest.mark.parametrize("named", ["", "portal: {name: lis-register}"])
def test_the_portal_calls_it_what_the_register_says(command: Command, named: str) -> None:
    file = command.council / NAME / "dataset.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}{named}\n", encoding="utf-8")
    portal = {"CKAN_URL": "https://portal.example", "CKAN_API_TOKEN": "x"}
    settings = Settings.from_environment({**command.environment, **portal})
    with running(settings, command.council, "pipeline publish") as (work, note):
        council = load_council(command.council, SCHEMAS)
        spec = next(one for one in council if one.name == NAME)
        (target,) = open_targets(spec, work, ["ckan"])
        (own,) = register.entries(spec, work, council, target)
        note.end()
    assert isinstance(target, CkanTarget)
    assert own.identifier == target.package
    assert own.address == f"https://portal.example/dataset/{own.identifier}"
