"""Targets by name, opened with the settings of this machine."""

import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from uuid import uuid4

from pipeline.annex import load_annex
from pipeline.annex_duties import Disowned, disowned
from pipeline.descriptor import DatasetSpec
from pipeline.errors import ConfigurationError
from pipeline.owed import not_held
from pipeline.publishing.ckan.target import Account, CkanTarget
from pipeline.publishing.from_descriptor import holder_publisher
from pipeline.publishing.site import SiteTarget
from pipeline.publishing.target import Target
from pipeline.settings import checked_target
from pipeline.workplace import Workplace

PORTAL = "ckan"
_annex = cache(load_annex)
"""Read once in a night."""


def open_targets(
    spec: DatasetSpec, work: Workplace, asked: Sequence[str] = ()
) -> tuple[Target, ...]:
    """The targets of a dataset.

    Args:
        spec: its descriptor names targets.
        work: its settings may name others, which come first.
        asked: what the command line names comes before both.

    Raises:
        ConfigurationError: there is no such target, or nobody has said where it is.
    """
    return tuple(_open(name, spec, work) for name in target_names(spec, work, asked))


def target_names(spec: DatasetSpec, work: Workplace, asked: Sequence[str] = ()) -> tuple[str, ...]:
    """Names of the targets of a dataset, as `open_targets` opens them.

    Raises:
        ConfigurationError: there is no such target.
    """
    names = tuple(asked) or work.settings.targets or spec.text.targets
    return tuple(checked_target(name) for name in dict.fromkeys(names))


def _open(name: str, spec: DatasetSpec, work: Workplace) -> Target:
    return _portal(name, spec, work) if name == PORTAL else _site(name, spec, work)


def _site(name: str, spec: DatasetSpec, work: Workplace) -> SiteTarget:
    return SiteTarget(
        folder=work.settings.site,
        url=work.settings.site_url,
        holder=holder_publisher(spec.holder),
        clock=work.clock,
        not_held=_not_held(spec, work),
        name=name,
    )


def _not_held(spec: DatasetSpec, work: Workplace) -> tuple[Disowned, ...]:
    """What the holder says it does not own.

    Raises:
        YamlError: it names an item that the annex does not have.
    """
    if not spec.holder.not_held:
        return ()
    annex = _annex(work.schemas)
    return disowned(annex, not_held(work.council, annex))


def _portal(name: str, spec: DatasetSpec, work: Workplace) -> CkanTarget:
    dataset = spec.name
    return CkanTarget(
        account=_account(spec, work),
        dataset=dataset,
        package=spec.portal_name,
        by_hand=spec.text.portal.by_hand,
        kept=lambda version, table: work.releases.table(dataset, version, table),
        last=lambda: work.ledger.latest_receipt(dataset, name),
        clock=work.clock,
        wait=time.sleep,
        patience=work.patience,
        told=work.told,
        name=name,
    )


def _account(spec: DatasetSpec, work: Workplace) -> Account:
    """How the holder is known on the portal of this machine.

    Raises:
        ConfigurationError: nobody has said which portal, or with which token.
    """
    settings, known = work.settings, spec.holder.portal
    for variable, value in (
        ("CKAN_URL", settings.ckan_url),
        ("CKAN_API_TOKEN", settings.ckan_token),
    ):
        if not value:
            raise ConfigurationError("portal-is-not-named", variable=variable)
    return Account(
        url=settings.ckan_url,
        token=settings.ckan_token,
        organization=known.organization or spec.holder.name,
        prefix=spec.holder.name,
        profile=known.profile,
        publisher=_publisher(settings.home),
    )


def _publisher(home: Path) -> str:
    """What tells this home from others that publish on the same portal; made at first need."""
    mark = home / "publisher"
    if not mark.exists():
        home.mkdir(parents=True, exist_ok=True)
        part = home / ".publisher"
        part.write_text(uuid4().hex[:12], encoding="utf-8")
        part.rename(mark)
    return mark.read_text(encoding="utf-8")
