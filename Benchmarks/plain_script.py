"""What a plain script does: one public post per page, in batches of 50, one batch after the other.

    python3 plain_script.py http://127.0.0.1:PORT USER_TOKEN TEXT

Uses Meta's official SDK as its documentation shows it and keeps no record: no approval, no log, no
draft first, nothing to go on from after a crash. Prints one line of JSON with the seconds of the
sending alone; finding the pages and starting Python are measured apart, since a desk connects its
pages long before as well.
"""

import json
import sys
import time
import warnings

began = time.perf_counter()

from facebook_business.adobjects.page import Page
from facebook_business.adobjects.user import User
from facebook_business.api import FacebookAdsApi
from facebook_business.session import FacebookSession

BATCH = 50


def main():
    warnings.filterwarnings("ignore")
    base, token, text = sys.argv[1:4]
    FacebookSession.GRAPH = base
    api = FacebookAdsApi.init(
        access_token=token, api_version="v26.0", crash_log=False, timeout=30
    )
    api._session.requests.trust_env = False
    pages = [
        (page["id"], page["access_token"], page["name"])
        for page in User("me").get_accounts(
            fields=["id", "name", "access_token"], params={"limit": 100}
        )
    ]
    found = time.perf_counter()
    done, failed = [], []
    for start in range(0, len(pages), BATCH):
        batch = api.new_batch()
        for page, page_token, name in pages[start : start + BATCH]:
            Page(page).create_feed(
                params={"message": f"{text} {name}", "access_token": page_token},
                batch=batch,
                success=done.append,
                failure=failed.append,
            )
        left = batch.execute()
        if left:
            failed.extend([None] * len(left))
    ended = time.perf_counter()
    json.dump(
        {
            "pages": len(pages),
            "done": len(done),
            "failed": len(failed),
            "findingSeconds": found - began,
            "sendingSeconds": ended - found,
        },
        sys.stdout,
    )


main()
