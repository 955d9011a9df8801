"""Serves mastodon-mock on a free port of this machine until a line, or the end, comes on its standard input.

Prints the port once it listens. Its accounts are store1 to storeN, with the tokens token-1 to token-N.
"""

import sys
import threading

import uvicorn
from mastodon_mock.app import create_app
from mastodon_mock.config import DatabaseConfig, MastodonMockConfig, SeedAccount, SeedConfig


class Server(uvicorn.Server):
    """Says where it listens, and waits for the word to stop."""

    async def startup(self, sockets=None):
        await super().startup(sockets=sockets)
        print(self.servers[0].sockets[0].getsockname()[1], flush=True)
        threading.Thread(target=self.watch, daemon=True).start()

    def watch(self):
        sys.stdin.readline()
        self.should_exit = True


accounts = [
    SeedAccount(username=f"store{n}", display_name=f"Store {n}", access_token=f"token-{n}")
    for n in range(1, int(sys.argv[1]) + 1)
]
config = MastodonMockConfig(
    database=DatabaseConfig(path=":memory:"), seed=SeedConfig(accounts=accounts)
)
Server(
    uvicorn.Config(
        create_app(config), host="127.0.0.1", port=0, log_level="error", timeout_graceful_shutdown=1
    )
).run()
