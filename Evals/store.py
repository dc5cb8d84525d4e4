"""The server's own store, read beside it: a witness of writes that no cache and no route stands between."""

import hashlib
import sqlite3
from contextlib import closing

from server import person_id

OWN = "SELECT collection, id, isDeleted, body FROM documents WHERE userId = ? ORDER BY 1, 2"
EVERYONE = "SELECT DISTINCT userId FROM documents WHERE userId IS NOT NULL"


class Store:
    """Fingerprints of people's records as they stand."""

    def __init__(self, folder):
        self.address = f"file:{folder}/reho.sqlite?mode=ro"

    def of(self, person):
        with closing(sqlite3.connect(self.address, uri=True)) as store:
            return self._print(store, person_id(person))

    def everyone(self, besides=()):
        """Everybody's but those of some people."""
        left_out = {person_id(person) for person in besides}
        with closing(sqlite3.connect(self.address, uri=True)) as store:
            people = [user for user, in store.execute(EVERYONE) if user not in left_out]
            return {user: self._print(store, user) for user in people}

    @staticmethod
    def _print(store, user):
        digest = hashlib.sha256()
        for row in store.execute(OWN, (user,)):
            digest.update(repr(row).encode())
        return digest.hexdigest()
