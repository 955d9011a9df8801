"""Drives the sandbox with Meta's own SDK, unmodified; the first wrong thing ends it with a message.

    python3 sdk_check.py http://127.0.0.1:PORT USER_TOKEN APP_ID APP_SECRET
"""

import os
import sys
import tempfile
import time
import warnings

import requests
from facebook_business.adobjects.page import Page
from facebook_business.adobjects.pagepost import PagePost
from facebook_business.adobjects.user import User
from facebook_business.api import FacebookAdsApi
from facebook_business.exceptions import FacebookRequestError
from facebook_business.session import FacebookSession

warnings.filterwarnings("ignore")
BASE, TOKEN, APP_ID, APP_SECRET = sys.argv[1:5]
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc33"
    "0000000049454e44ae426082"
)


def check(condition, message):
    if not condition:
        sys.exit(f"sdk_check: {message}")


def refused(call, code, subcode=None):
    """The call must fail with exactly this code and subcode."""
    try:
        call()
    except FacebookRequestError as error:
        found = (error.api_error_code(), error.api_error_subcode())
        check(found == (code, subcode), f"expected {(code, subcode)}, got {found}: {error}")
        return error
    return check(False, f"expected {(code, subcode)}, but the call succeeded")


def truth(**query):
    answer = requests.get(f"{BASE}/sandbox/posts", params=query, timeout=60)
    return {item["id"]: item for item in answer.json()["items"]}


def page_api(page, secret=None):
    session = FacebookSession(
        access_token=page["access_token"], app_id=APP_ID, app_secret=secret, timeout=60
    )
    session.requests.trust_env = False
    return FacebookAdsApi(session, api_version="v26.0")


def start():
    FacebookSession.GRAPH = BASE
    api = FacebookAdsApi.init(
        access_token=TOKEN, api_version="v26.0", crash_log=False, timeout=60
    )
    api._session.requests.trust_env = False
    return api


def paging():
    fields = ["id", "name", "access_token", "tasks", "store_code"]
    cursor = User("me").get_accounts(fields=fields, params={"limit": 25})
    pages = list(cursor)
    known = requests.get(f"{BASE}/sandbox/pages", timeout=60).json()["items"]
    check(len(known) > 60, "the check needs more than 60 pages")
    check([p["id"] for p in pages] == [p["id"] for p in known], "paging lost or doubled a page")
    check(cursor.total() == len(known), "the summary has a wrong total")
    check(all("CREATE_CONTENT" in p["tasks"] for p in pages), "tasks are missing")
    stores = [p["store"] for p in known]
    check([p["store_code"] for p in pages] == stores, "store codes differ from the register")
    small = list(User("me").get_accounts(fields=["id"], params={"limit": 7}))
    check(len(small) == len(known), "paging by seven lost a page")
    return pages


def singles(page):
    api = page_api(page)
    node = Page(page["id"], api=api)
    text = "Fermé le 1ᵉʳ mai 🌷 — l’équipe / \"magasin\" & <co>\nÀ bientôt"
    post = node.create_feed(params={"message": text})
    check(post["id"].startswith(page["id"] + "_"), "the id of a post does not name its page")
    fields = [
        "id", "message", "created_time", "is_published", "permalink_url", "from", "application",
        "status_type", "admin_creator",
    ]
    read = PagePost(post["id"], api=api).api_get(fields=fields).export_all_data()
    check(read["message"] == text, f"the text came back changed: {read['message']!r}")
    check(read["is_published"] is True, "a published post says that it is not")
    check(read["application"]["id"] == APP_ID, "the post does not name the app")
    check(read["from"]["id"] == page["id"], "the post does not come from its page")
    check(read["created_time"].endswith("+0000"), "created_time is not in Graph's spelling")
    check(truth()[post["id"]]["message"] == text, "the sandbox's own truth differs")
    refused(lambda: node.create_feed(params={"message": text}), 506, 1455006)
    PagePost(post["id"], api=api).api_update(params={"message": "Nouveau texte"})
    check(truth()[post["id"]]["message"] == "Nouveau texte", "an edit was lost")
    listed = [p["id"] for p in node.get_published_posts(fields=["id", "message"])]
    check(listed == [post["id"]], f"published_posts shows {listed}")
    PagePost(post["id"], api=api).api_delete()
    refused(lambda: PagePost(post["id"], api=api).api_get(fields=["id"]), 100, 33)
    refused(lambda: PagePost(post["id"], api=api).api_delete(), 100, 33)
    check(post["id"] not in truth(), "a deleted post is still visible")
    check(truth(all="true")[post["id"]]["state"] == "deleted", "the truth forgot a deleted post")


def drafts(page):
    api = page_api(page)
    node = Page(page["id"], api=api)
    draft = node.create_feed(
        params={"message": "Brouillon", "published": False, "unpublished_content_type": "DRAFT"}
    )
    check(draft["id"] not in truth(), "a draft is visible")
    feed = {p["id"]: p for p in node.get_feed(fields=["id", "is_published"])}
    check(feed[draft["id"]]["is_published"] is False, "the feed shows a draft as published")
    for _ in range(2):
        PagePost(draft["id"], api=api).api_update(params={"is_published": True})
    check(truth()[draft["id"]]["message"] == "Brouillon", "a released draft is not visible")
    check(len([p for p in truth(page=page["id"])]) == 1, "a second release made a second post")


def schedule(page):
    api = page_api(page)
    node = Page(page["id"], api=api)
    due = int(time.time()) + 3600
    post = node.create_feed(
        params={"message": "Demain", "published": False, "scheduled_publish_time": due}
    )
    waiting = list(node.get_scheduled_posts(fields=["id", "scheduled_publish_time"]))
    check([p["id"] for p in waiting] == [post["id"]], "scheduled_posts misses the post")
    check(waiting[0]["scheduled_publish_time"] == due, "the scheduled time changed")
    for wrong in (int(time.time()) + 60, int(time.time()) + 90 * 86400):
        params = {"message": "x", "published": False, "scheduled_publish_time": wrong}
        refused(lambda: node.create_feed(params=params), 100)
    PagePost(post["id"], api=api).api_delete()
    check(not list(node.get_scheduled_posts()), "a deleted scheduled post is still listed")


def batches(api, pages):
    """A hundred posts in two batches, each operation with a page's own token."""
    chosen = pages[:50]
    made = {}
    batch = api.new_batch()
    for page in chosen:
        Page(page["id"]).create_feed(
            params={"message": f"Lot {page['name']}", "access_token": page["access_token"]},
            batch=batch,
            success=lambda answer, key=page["id"]: made.__setitem__(key, answer.json()["id"]),
            failure=lambda answer: check(False, f"a batch member failed: {answer.error()}"),
        )
    check(batch.execute() is None, "a batch without faults left members over")
    check(len(made) == 50, f"{len(made)} of 50 members answered")
    check(all(made[p["id"]].startswith(p["id"] + "_") for p in chosen), "answers are out of order")
    visible = truth()
    check(all(visible[made[p["id"]]]["message"] == f"Lot {p['name']}" for p in chosen), "wrong text")

    codes = []
    batch = api.new_batch()
    for page in chosen:
        PagePost(made[page["id"]]).api_get(
            fields=["id", "message"],
            params={"access_token": page["access_token"]},
            batch=batch,
            success=lambda answer: codes.append(answer.status()),
            failure=lambda answer: check(False, f"a batch read failed: {answer.error()}"),
        )
    batch.execute()
    check(codes == [200] * 50, "reading fifty posts in a batch failed")

    failures = []
    batch = api.new_batch()
    for page in chosen[:3]:
        Page(page["id"]).create_feed(
            params={"message": f"Lot {page['name']}", "access_token": page["access_token"]},
            batch=batch,
            failure=lambda answer: failures.append(answer.error().api_error_code()),
        )
        PagePost(made[page["id"]]).api_delete(
            params={"access_token": page["access_token"]},
            batch=batch,
            failure=lambda answer: check(False, f"a batch delete failed: {answer.error()}"),
        )
    batch.execute()
    check(failures == [506] * 3, f"duplicates in a batch gave {failures}")
    check(all(made[p["id"]] not in truth() for p in chosen[:3]), "a batch delete did nothing")

    batch = api.new_batch()
    for page in pages[:51]:
        Page(page["id"]).api_get(fields=["id"], batch=batch)
    try:
        batch.execute()
        check(False, "a batch of 51 was accepted")
    except FacebookRequestError as error:
        check(error.api_error_type() == "GraphBatchException", f"a batch of 51 gave {error}")


def photos(page):
    api = page_api(page)
    node = Page(page["id"], api=api)
    photo = node.create_photo(params={"url": "https://example.com/a.jpg", "published": False})
    post = node.create_feed(
        params={"message": "Avec photo", "attached_media": [{"media_fbid": photo["id"]}]}
    )
    read = PagePost(post["id"], api=api).api_get(fields=["attachments{media_type,target}"])
    media = read["attachments"]["data"][0]
    check(media["target"]["id"] == photo["id"], "the post does not carry its photo")
    check(media["media_type"] == "photo", "the attachment is no photo")
    uploads = []
    for alt in ("Étal", "Pommes"):
        answer = api.call(
            "POST", (page["id"], "photos"),
            params={"published": False, "alt_text_custom": alt},
            files={"source": ("a.png", PNG, "image/png")},
        ).json()
        check("post_id" not in answer, "an unpublished photo made a post")
        uploads.append(answer["id"])
    draft = node.create_feed(
        params={
            "message": "Deux photos", "published": False, "unpublished_content_type": "DRAFT",
            "attached_media": [{"media_fbid": number} for number in uploads],
        }
    )
    check(draft["id"] not in truth(), "a draft is seen")
    PagePost(draft["id"], api=api).api_update(params={"is_published": True})
    media = truth()[draft["id"]]["media"]
    check([item["id"] for item in media] == uploads, "photos of a draft are missing or in disorder")
    check([item["alt"] for item in media] == ["Étal", "Pommes"], "photos lost their descriptions")
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        file.write(PNG)
        file.flush()
        with open(file.name, "rb") as handle:
            answer = api.call(
                "POST", (page["id"], "photos"), params={"caption": "Été"}, files={"source": handle}
            ).json()
    check(truth()[answer["post_id"]]["message"] == "Été", "an uploaded photo made no post")
    read = PagePost(answer["post_id"], api=api).api_get(fields=["full_picture"])
    image = requests.get(read["full_picture"], timeout=60)
    check(image.content == PNG, "an uploaded photo came back changed")


def conversation(page):
    api = page_api(page)
    post = Page(page["id"], api=api).create_feed(params={"message": "Une question ?"})
    node = PagePost(post["id"], api=api)
    comment = node.create_comment(params={"message": "Oui, jusqu’à 20 h"})
    check([c["id"] for c in node.get_comments()] == [comment["id"]], "a comment is missing")
    check(len(list(node.get_reactions())) == 0, "somebody reacted")
    read = node.api_get(
        fields=["comments.limit(0).summary(true)", "reactions.limit(0).summary(total_count)"]
    )
    check(read["comments"]["summary"]["total_count"] == 1, "the summary of comments is wrong")
    check(read["reactions"]["summary"]["total_count"] == 0, "the summary of reactions is wrong")


def insights(page):
    api = page_api(page)
    node = Page(page["id"], api=api)
    found = list(node.get_insights(params={"metric": ["page_follows"], "period": "day"}))
    check(found[0]["values"][0]["value"] > 0, "a living metric has no value")
    metrics = ["page_follows", "page_impressions"]
    refused(lambda: node.get_insights(params={"metric": metrics}), 100)
    post = list(node.get_published_posts(params={"limit": 1}))[0]
    refused(lambda: PagePost(post["id"], api=api).get_insights(params={"metric": ["post_impressions"]}), 100)
    refused(lambda: node.get_insights(), 3001, 1504028)


def access(api, pages):
    page = pages[0]
    node = Page(page["id"], api=page_api(page))
    node.create_subscribed_app(params={"subscribed_fields": ["feed"]})
    apps = list(node.get_subscribed_apps())
    check(apps and apps[0]["id"] == APP_ID, "a subscription is missing")
    several = Page.get_by_ids([p["id"] for p in pages[:3]], fields=["name"], api=api)
    check([p["name"] for p in several] == [p["name"] for p in pages[:3]], "get_by_ids is wrong")
    seen = api.call("GET", ("debug_token",), params={"input_token": page["access_token"]}).json()
    check(seen["data"]["profile_id"] == page["id"], "debug_token does not name the page")
    check(seen["data"]["is_valid"] is True, "debug_token calls a good token bad")
    bad = api.call("GET", ("debug_token",), params={"input_token": "EAAnothing"}).json()
    check(bad["data"]["is_valid"] is False, "debug_token calls a bad token good")
    proven = Page(page["id"], api=page_api(page, APP_SECRET)).api_get(fields=["name"])
    check(proven["name"] == page["name"], "a right appsecret_proof was refused")
    wrong = page_api(page, "wrong")
    refused(lambda: Page(page["id"], api=wrong).api_get(fields=["name"]), 100)


def errors(api, pages):
    page = pages[0]
    refused(lambda: Page("999999999999999").api_get(fields=["id"]), 100, 33)
    refused(lambda: Page(page["id"]).api_get(fields=["no_such_field"]), 100)
    refused(lambda: Page(page["id"]).create_feed(params={"message": "x"}), 190, 2069032)
    other = Page(pages[1]["id"], api=page_api(page))
    refused(lambda: other.create_feed(params={"message": "x"}), 200)
    node = Page(page["id"], api=page_api(page))
    refused(lambda: node.create_feed(params={}), 100)
    refused(lambda: node.get_published_posts(params={"limit": 101}), 100)
    refused(lambda: node.create_feed(params={"link": "https://www.facebook.com/x"}), 200, 1609008)
    stranger = FacebookAdsApi(FacebookSession(access_token="EAAwrong", timeout=60), api_version="v26.0")
    refused(lambda: Page(page["id"], api=stranger).api_get(fields=["id"]), 190)
    by_hand = requests.post(
        f"{BASE}/sandbox/posts", json={"page": page["id"], "message": "À la main"}, timeout=60
    ).json()
    foreign = PagePost(by_hand["id"], api=page_api(page))
    check("application" not in foreign.api_get(fields=["application"]), "a hand-made post names an app")
    refused(lambda: foreign.api_update(params={"message": "y"}), 200)


def read_after_write(page):
    api = page_api(page)
    answer = api.call(
        "POST", (page["id"], "feed"),
        params={"message": "Relu", "fields": "id,permalink_url,created_time"},
    )
    made = answer.json()
    check(set(made) == {"id", "permalink_url", "created_time"}, f"read-after-write gave {made}")
    check(answer.headers()["facebook-api-version"] == "v26.0", "the version is not echoed")


def history(page):
    """More posts than one part of a list holds, read back by paging and by time."""
    api = page_api(page)
    node = Page(page["id"], api=api)
    made = [node.create_feed(params={"message": f"Numéro {n}"})["id"] for n in range(30)]
    listed = [p["id"] for p in node.get_published_posts(fields=["id"], params={"limit": 7})]
    check(listed == made[::-1], "paging through posts lost or doubled one")
    now = int(time.time())
    recent = list(node.get_posts(params={"since": now - 600, "until": now + 600}))
    check(len(recent) == 30, "since and until lost posts")
    check(not list(node.get_posts(params={"since": now + 600, "until": now + 900})), "since is ignored")


def main():
    api = start()
    pages = paging()
    singles(pages[0])
    drafts(pages[1])
    schedule(pages[2])
    batches(api, pages[3:60])
    photos(pages[60])
    conversation(pages[61])
    insights(pages[61])
    access(api, pages)
    errors(api, pages[62:])
    read_after_write(pages[64])
    history(pages[65])
    print(f"sdk_check: everything as it should be on {len(pages)} pages")


if __name__ == "__main__":
    os.environ["NO_PROXY"] = "127.0.0.1"
    main()
