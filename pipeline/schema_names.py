"""What the Table Schemas of the library are called: their paths in its folder."""

from pathlib import Path


def schema_paths(schemas: Path) -> list[str]:
    """Paths of all Table Schemas below a folder, without the ending."""
    return sorted(
        file.relative_to(schemas).with_suffix("").as_posix() for file in schemas.rglob("*.json")
    )
