"""Targets by name, opened with the settings of this machine."""

from collections.abc import Sequence

from pipeline.descriptor import DatasetSpec
from pipeline.publishing.from_descriptor import holder_publisher
from pipeline.publishing.site import SiteTarget
from pipeline.publishing.target import Target
from pipeline.settings import checked_target
from pipeline.workplace import Workplace


def open_targets(
    spec: DatasetSpec, work: Workplace, asked: Sequence[str] = ()
) -> tuple[Target, ...]:
    """The targets of a dataset.

    Args:
        spec: its descriptor names targets.
        work: its settings may name others, which come first.
        asked: what the command line names comes before both.

    Raises:
        ConfigurationError: there is no such target.
    """
    names = tuple(asked) or work.settings.targets or spec.text.targets
    return tuple(_open(checked_target(name), spec, work) for name in dict.fromkeys(names))


def _open(name: str, spec: DatasetSpec, work: Workplace) -> Target:
    # One target so far; the next one gets its case here.
    return SiteTarget(
        folder=work.settings.site,
        url=work.settings.site_url,
        holder=holder_publisher(spec.holder),
        clock=work.clock,
        name=name,
    )
