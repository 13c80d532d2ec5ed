import shutil
from pathlib import Path
def test_x(published, make_release, make_passport, finding):
    print(published.read_back(make_release(), make_passport()))
    p=published.plan(make_release(), make_passport())
    assert not p.changes
    shutil.rmtree("/tmp/sitetry", ignore_errors=True)
    shutil.copytree(published.folder, "/tmp/sitetry")
