"""What a descriptor may say to readers and extractors: one typed, frozen class for each."""

from pydantic import BaseModel, ConfigDict


class Parameters(BaseModel):
    """Base of everything read from YAML: frozen, an unknown key is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
