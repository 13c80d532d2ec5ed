"""What a process loads that reads pages for another one."""

import subprocess
import sys


def test_a_process_that_reads_pages_does_not_load_tables() -> None:
    """Two of five parts of its beginning, with as many processes as there are cores."""
    code = "import pipeline.page_reading, sys; print('pandas' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "False\n"
