"""A real CKAN for the tests, and for whoever wants to see one, without containers.

make portal ─> __main__ ─┐
                         ├─> portal.py ──> website.py ──> servers.py ──> processes.py
pytest ──> fixtures.py ──┘   clients,      CKAN: web,     PostgreSQL,    start, stop,
                             breakage      worker, ini    Redis, Solr    ports, logs
                                           inside/        solr/
proxy.py      stands in front of a portal, records what is asked, and makes faults
install.py    the virtual environment of CKAN and the jars of Solr, in a cache that portals share
inside/       what runs in CKAN's own environment: the first people, the gate of data.gov.ua
"""
