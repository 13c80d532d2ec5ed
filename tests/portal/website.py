"""CKAN itself: its settings, databases, web server and worker of jobs, for one profile."""

import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.portal import processes
from tests.portal.install import HERE, packages
from tests.portal.servers import Servers

INSIDE = HERE / "inside"
PLUGINS = "activity datastore datatables_view text_view scheming_datasets dcat structured_data"
WORKERS = 2
# A connection that is kept stays with one worker, and two loads at once may share it: 40 or 130 s.
GUNICORN = (
    f"--workers {WORKERS} --threads 4 --worker-class gthread --keep-alive 0"
    " --graceful-timeout 3 --timeout 300 --no-control-socket"
)
COPY_OF = "{}_clean"


@dataclass(frozen=True, kw_only=True)
class Profile:
    """A kind of portal."""

    name: str
    number: int
    schema: str
    plugins: str = PLUGINS

    @property
    def databases(self) -> tuple[str, str]:
        """Its database, and that of its DataStore."""
        name = self.name.replace("-", "_")
        return name, f"{name}_datastore"


PLAIN = Profile(name="plain", number=0, schema="ckanext.dcat.schemas:dcat_ap_recommended.yaml")
GATE = Profile(
    name="data-gov-ua",
    number=1,
    schema=(HERE / "data-gov-ua.yaml").as_uri(),
    plugins=f"{PLUGINS} council_gate",
)
PROFILES = {profile.name: profile for profile in (PLAIN, GATE)}


@dataclass(frozen=True, kw_only=True)
class Website:
    """One portal of a state folder."""

    servers: Servers
    profile: Profile

    @property
    def folder(self) -> Path:
        return self.servers.state / self.profile.name

    @property
    def storage(self) -> Path:
        """Where CKAN keeps uploaded files."""
        return self.folder / "storage"

    @property
    def url(self) -> str:
        port = (self.folder / "port").read_text(encoding="utf-8").strip()
        return f"http://127.0.0.1:{port}"

    def running(self) -> bool:
        """Whether its web server was started and still is."""
        return bool(processes.running(self.folder, "web"))

    def start(self, settings: Mapping[str, str] | None = None) -> None:
        """Start the web server and the worker, making the portal first if there is none."""
        self.storage.mkdir(parents=True, exist_ok=True)
        if self.running():
            return
        processes.port(self.folder / "port")
        self._write_settings(settings or {})
        if not (self.folder / "made").exists():
            self._make()
        self._launch()
        # All of them: one that still boots would die of a reset of the database.
        processes.wait(self.folder, "web", lambda: self._said("web", "portal is up") == WORKERS)
        processes.wait(self.folder, "worker", lambda: self._said("worker", "Listening on") > 0)

    def stop(self) -> None:
        """Stop both."""
        processes.stop(self.folder, "web")
        processes.stop(self.folder, "worker")

    def reset(self) -> None:
        """Put the portal back as it was when it was made: people and councils, no dataset."""
        for name in self.profile.databases:
            self.servers.copy(COPY_OF.format(name), name)
        self.servers.empty_solr(self.profile.name)
        self.servers.empty_redis(self.profile.number)
        shutil.rmtree(self.storage / "resources", ignore_errors=True)

    def _launch(self) -> None:
        programs = self.servers.cache / "ckan" / "bin"
        bind = self.url.removeprefix("http://")
        web = [programs / "gunicorn", *GUNICORN.split(), "--bind", bind, "wsgi:application"]
        worker = [programs / "ckan", "-c", self._ini, "jobs", "worker"]
        processes.launch(self.folder, "web", web, **self._environment)
        processes.launch(self.folder, "worker", worker, **self._environment)

    def _said(self, name: str, words: str) -> int:
        return processes.said(self.folder, name).count(words)

    def _make(self) -> None:
        """Make the databases, and copies of them to come back to."""
        for name in self.profile.databases:
            self.servers.execute("postgres", f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            self.servers.execute("postgres", f"CREATE DATABASE {name} OWNER ckan")
        self._permit_datastore()
        python = self.servers.cache / "ckan" / "bin" / "python"
        order = [python, INSIDE / "prepare.py", self._ini, self.folder]
        processes.run(order, cwd=self.folder, **self._environment)
        for name in self.profile.databases:
            self.servers.copy(name, COPY_OF.format(name))
        (self.folder / "made").touch()

    def _permit_datastore(self) -> None:
        """What `ckan datastore set-permissions` would print, for the superuser of PostgreSQL."""
        main, datastore = self.profile.databases
        script = packages(self.servers.cache) / "ckanext" / "datastore" / "set_permissions.sql"
        people = {"mainuser": "ckan", "writeuser": "ckan", "readuser": "datastore_reader"}
        lines = script.read_text(encoding="utf-8").format(
            maindb=main, datastoredb=datastore, **people
        )
        orders = (line for line in lines.splitlines() if not line.startswith("\\connect"))
        self.servers.execute(datastore, "\n".join(orders))

    @property
    def _ini(self) -> Path:
        return self.folder / "ckan.ini"

    @property
    def _environment(self) -> dict[str, str]:
        return {"PORTAL_INI": str(self._ini), "PYTHONPATH": str(INSIDE)}

    def _secret(self) -> str:
        file = self.folder / "secret"
        if not file.exists():
            file.touch(mode=0o600)
            file.write_text(secrets.token_urlsafe(32), encoding="utf-8")
        return file.read_text(encoding="utf-8")

    def _settings(self) -> dict[str, str]:
        main, datastore = self.profile.databases
        return {
            "use": "egg:ckan",
            "SECRET_KEY": self._secret(),
            "ckan.site_url": self.url,
            "ckan.site_title": f"Портал для спроб ({self.profile.name})",
            "ckan.locale_default": "uk_UA",
            "ckan.locales_offered": "uk_UA en",
            "ckan.plugins": self.profile.plugins,
            "ckan.storage_path": str(self.storage),
            "ckan.max_resource_size": "10",
            "ckan.redis.url": self.servers.redis(self.profile.number),
            "solr_url": self.servers.core(self.profile.name),
            "sqlalchemy.url": self.servers.address(main),
            # A reset drops the databases under the feet of the web server: let it look before use.
            "sqlalchemy.pool_pre_ping": "true",
            "ckan.datastore.sqlalchemy.pool_pre_ping": "true",
            "ckan.datastore.write_url": self.servers.address(datastore),
            "ckan.datastore.read_url": self.servers.address(datastore, "datastore_reader"),
            "scheming.dataset_schemas": self.profile.schema,
            "scheming.presets": "ckanext.scheming:presets.json ckanext.dcat.schemas:presets.yaml",
        }

    def _write_settings(self, changed: Mapping[str, str]) -> None:
        lines = [f"{name} = {value}" for name, value in (self._settings() | {**changed}).items()]
        self._ini.touch(mode=0o600)
        self._ini.write_text("\n".join(["[app:main]", *lines, ""]), encoding="utf-8")
