"""A night: all datasets one after another, the register of datasets last; one failure stops no other.

Here is the only broad `except` of the program: a bug in one dataset must not take the others with it.
"""

import json
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from pipeline import intake, messages, run
from pipeline.descriptor import DatasetSpec
from pipeline.errors import BugError, PipelineError
from pipeline.extractors import catalogue
from pipeline.extractors.catalogue import Entry
from pipeline.ledger import Progress
from pipeline.model import Outcome, Rejection, Snapshot, State
from pipeline.publishing.target import Target
from pipeline.workplace import Workplace

T = TypeVar("T")
