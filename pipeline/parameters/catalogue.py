"""What YAML may say to the extractor of the register of datasets."""

from pipeline.parameters import Parameters


class CatalogueParameters(Parameters):
    """Nothing to say: the register follows from descriptors and receipts."""
