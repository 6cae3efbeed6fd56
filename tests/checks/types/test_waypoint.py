from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.waypoint import Waypoint

from ..judging import judge, make

INLINE = make(Waypoint, journey="browse", via="cache")
CACHED = make(Waypoint, journey="browse", via="cache", between=["service", "store"], accept=["inline", "aside"])
GUARDED = make(Waypoint, journey="browse", via="gateway")
TRACKED = make(Waypoint, journey="track", via="worker")


def test_inline() -> None:
    outcome = judge(INLINE, sketch("web(client) --> api --> redis(cache) --> db(datastore)"))
    assert (outcome.status, outcome.message) == ("pass", "Every way passes a cache: Web → Api → Redis → Db.")
    assert outcome.evidence.paths == (("web", "api", "redis", "db"),)


def test_aside() -> None:
    outcome = judge(CACHED, sketch("web(client) --> api --> db(datastore)", "api --> redis(cache)"))
    assert (outcome.status, outcome.message) == ("pass", "Web → Api → Db: Api also asks Redis.")
    assert outcome.evidence.component_ids == ("redis", "web", "api", "db")


def test_aside_is_only_accepted_where_it_says_so() -> None:
    assert judge(INLINE, sketch("web(client) --> api --> db(datastore)", "api --> redis(cache)")).status == "problem"


@pytest.mark.parametrize("arrow", ["redis --> api", "redis <-> api", "redis --- api"])
def test_aside_whichever_way_the_arrow_points(arrow: str) -> None:
    assert (
        judge(CACHED, sketch("web(client) --> api --> db(datastore)", "api2 --> redis(cache)", arrow)).status == "pass"
    )


def test_aside_before_a_balancer_in_front_of_the_store() -> None:
    lines = ["web(client) --> api --> proxy(load_balancer) --> db(datastore)", "api --> redis(cache)"]
    assert judge(CACHED, sketch(*lines)).status == "pass"


def test_aside_must_be_at_the_end_of_the_stretch() -> None:
    lines = ["web(client) --> api --> catalog --> db(datastore)", "api --> redis(cache)"]
    outcome = judge(CACHED, sketch(*lines))
    assert outcome.status == "problem"
    assert outcome.message.endswith("Redis is drawn, but does not stand there, nor does Catalog ask it.")


def test_missing() -> None:
    outcome = judge(CACHED, sketch("web(client) --> gw(api_gateway) --> api --> db(datastore)"))
    assert outcome.status == "problem"
    assert outcome.message == (
        "Web → Gw → Api → Db: nothing between Api and Db is a cache. Draw one there, or one that Api asks."
    )
    assert outcome.evidence.component_ids == ("web", "gw", "api", "db")
    assert outcome.evidence.connection_ids == ("c1", "c2", "c3")


def test_one_way_that_misses_is_enough() -> None:
    lines = ["web(client) --> a --> redis(cache) --> db(datastore)", "web --> b --> db"]
    outcome = judge(INLINE, sketch(*lines))
    assert outcome.message.startswith("Web → B → Db: nothing on this path is a cache.")


def test_a_cache_before_the_stretch_is_not_on_it() -> None:
    lines = ["web(client) --> edge(cdn) --> api --> db(datastore)", "edge --> redis(cache)"]
    assert judge(CACHED, sketch(*lines)).status == "problem"


def test_the_message_speaks_of_the_stretch_alone() -> None:
    check = make(Waypoint, journey="browse", via="gateway", between=["service", "store"])
    outcome = judge(check, sketch("web(client) --> gw(api_gateway) --> api --> db(datastore)"))
    assert outcome.message == (
        "Web → Gw → Api → Db: nothing between Api and Db is a gateway. Gw is drawn, but does not stand there."
    )


def test_ends_that_are_not_drawn() -> None:
    assert judge(CACHED, sketch("web(client) --> api")).status == "not_applicable"
    assert judge(CACHED, sketch("web(client) --> gw(api_gateway) --> db(datastore)")).status == "not_applicable"


def test_cut_off() -> None:
    outcome = judge(GUARDED, sketch("web(client) --> gw(api_gateway) --> api", "db(datastore)"))
    assert outcome.status == "problem"
    assert outcome.message == "No way leads from Web to Db: Web → Gw → Api is as far as it goes."
    assert outcome.evidence.component_ids == ("db", "web", "gw", "api")


def test_a_start_that_leads_nowhere() -> None:
    outcome = judge(GUARDED, sketch("web(client)", "api --> db(datastore)"))
    assert outcome.message == "No way leads from Web to Db: nothing leads on from Web."


def test_journeys_of_house_rules_need_not_be_there() -> None:
    assert judge(GUARDED, sketch("web(client) --> api", "db(datastore)"), required=False).status == "not_applicable"


def test_a_stretch_the_journey_never_takes() -> None:
    reading = sketch("web(client) --> gw(api_gateway) --> db(datastore)", "api --> other(datastore)")
    outcome = judge(CACHED, reading)
    assert outcome.status == "problem"
    assert outcome.message == "The journey “browse” never leads from Api to Db or Other."
    assert judge(CACHED, reading, required=False).status == "not_applicable"


def test_an_asynchronous_journey_passes_queues_to_their_consumers() -> None:
    lines = ["web(client) --> api --> events(stream)", "etl(worker) -[poll]-> events", "etl --> db(datastore)"]
    outcome = judge(TRACKED, sketch(*lines))
    assert outcome.message == "Every way passes a worker: Web → Api → Events → Etl → Db."


def test_a_journey_goes_through_what_it_names() -> None:
    outcome = judge(TRACKED, sketch("web(client) --> api --> db(datastore)"))
    assert outcome.message == "Nothing can get to Db through a queue: none is drawn."
    outcome = judge(TRACKED, sketch("web(client) --> api --> db(datastore)", "api --> events(stream)"))
    assert outcome.message == "No way leads from Web to Db through a queue: Web → Api → Events is as far as it goes."


def test_the_end_itself_may_be_the_waypoint() -> None:
    assert (
        judge(make(Waypoint, journey="browse", via="store"), sketch("web(client) --> db(datastore)")).status == "pass"
    )


def test_a_headless_board_is_walked_from_the_outside_in() -> None:
    lines = ["db(datastore) --- api --- gw(api_gateway) --- web(client)", "redis(cache) --- api"]
    assert judge(CACHED, sketch(*lines)).status == "pass"
