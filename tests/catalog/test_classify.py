from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from whiteboard.catalog import label_kind, load_catalog
from whiteboard.catalog.values import Classification

LABELS = yaml.safe_load(Path(__file__).with_name("labels.yaml").read_text(encoding="utf-8"))
BOARDS = yaml.safe_load(Path(__file__).with_name("boards.yaml").read_text(encoding="utf-8"))


def classify(label: str, **hints: str) -> Classification:
    return load_catalog().classify(label, **hints)


def kind(label: str, **hints: str) -> str:
    return classify(label, **hints).kind


@pytest.mark.parametrize("expected", LABELS)
def test_labels(expected: str) -> None:
    wrong = {label: kind(label) for label in LABELS[expected] if kind(label) != expected}
    assert not wrong


def test_confident_readings_are_right() -> None:
    sure = [
        kind(label) == expected
        for expected, labels in LABELS.items()
        for label in labels
        if classify(label).confidence >= 0.9
    ]
    assert len(sure) > 500
    assert sum(sure) / len(sure) >= 0.95


def test_most_labels_of_many_boards() -> None:
    read = {label: (label_kind(label), expected) for expected, labels in BOARDS.items() for label in labels}
    wrong = {label: kinds for label, kinds in read.items() if kinds[0] != kinds[1]}
    assert len(read) > 2000
    assert len(wrong) <= 0.045 * len(read), wrong


def test_confident_readings_of_many_boards_are_right() -> None:
    kinds = [(label, expected) for expected, labels in BOARDS.items() if expected != "none" for label in labels]
    sure = [(label, expected) for label, expected in kinds if classify(label).confidence >= 0.9]
    wrong = [label for label, expected in sure if kind(label) != expected]
    assert len(sure) > 1000
    assert len(wrong) <= 0.03 * len(sure), wrong


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Recommendation DB", "datastore"),  # the head noun decides
        ("Cache Service", "service"),  # a service in front of a cache
        ("User Service", "service"),  # no client
        ("Kafka Consumer", "worker"),  # no stream
        ("Payment DB (MySQL)", "relational_db"),  # the product in brackets makes it exact
        ("Lambda for notifications", "function"),  # what follows a preposition is never the head
        ("Queue of emails in Redis", "queue"),
        ("Service for notifications", "notification"),
        ("Servicio de base de datos", "service"),  # some languages name the head first
        ("Сервис очередей", "service"),
        ("Redis\nsession cache", "cache"),  # a further line describes the first one
        ("Order Service\nwrites to Postgres", "service"),
        ("User\nService", "service"),  # or goes on with it
        ("Redis stores sessions", "cache"),  # a verb ends the name
        ("Worker consumes Kafka", "worker"),
        ("API Gateway - rate limiter - load balancer", "api_gateway"),  # the door, not its features
        ("Users, Metadata Servers", "service"),  # the last of several shares its head
        ("MySQL and Redis", "relational_db"),  # else the first
        ("Web or Desktop App", "client"),
        ("Tweets (Cassandra)", "wide_column_db"),
        ("Stale price scanner (cron job)", "scheduler"),
        ("Storage (Postgres)", "relational_db"),  # a vague noun takes any product of its family
        ("Distributed file system (S3)", "object_store"),
        ("Cache (DynamoDB)", "cache"),  # an exact one does not
        ("Redis (pub/sub)", "pubsub"),  # a product takes what it can be
        ("MySQL (cache)", "relational_db"),
        ("Third-party validator", "external_service"),
        ("External DB", "datastore"),
        ("User profile DB", "datastore"),
        ("Image storage", "object_store"),
        ("Message storage", "datastore"),
        ("Friend graph DB", "graph_db"),
        ("OAuth2 provider", "identity"),
        ("Apache Spark Streaming", "stream_processor"),
        ("CDN queue cache", "cdn"),
        ("Cache warmer", "worker"),  # what acts on a thing is not that thing
        ("Notification sender", "service"),
        ("Redis cluster", "cache"),
        ("Kafka buffer", "stream"),  # not every word in -er acts
        ("Flink consumers", "stream_processor"),  # a product of compute says whose workers they are
        ("Ingestion service", "service"),  # a worker only where the label says so
        ("Job scheduler - workers", "worker"),  # a dash narrows
        ("Job scheduler - master", "scheduler"),
        ("Billing & auth", "service"),  # a duty beside another thing makes no kind
        ("Email handler & user settings", "service"),
        ("Standby", "datastore"),
        ("Production", "other"),
        ("Ingress shop.example.com", "reverse_proxy"),  # an address says nothing
        ("Data processing (SQL queries)", "batch_processor"),  # brackets that go on are a remark
        ("Akamai CDN edge cache", "cdn"),  # a product and its noun are a whole name
        ("Message Queue async tasks", "queue"),  # small letters after a name in capitals describe it
        ("Daily settlement job", "batch_processor"),  # an adjective tells the sort of work
        ("Warehouse system (3rd party)", "external_service"),
        ("Google API", "external_service"),
        ("Crawler API", "service"),
        ("MySQL users", "relational_db"),  # whom a store is for does not make it a client
        ("Client VPN", "other"),
        ("Notif mgmt svc", "notification"),  # abbreviations
        ("Service utilisateur", "service"),
        ("Redis (cache + pub/sub)", "cache"),
        ("SMS provider", "external_service"),
    ],
)
def test_rules(label: str, expected: str) -> None:
    assert kind(label) == expected


@pytest.mark.parametrize(
    ("label", "kinds"),
    [
        ("API gateway & load balancer", ("api_gateway", "load_balancer")),
        ("MySQL and Redis", ("relational_db", "cache")),
        ("API gateway (auth, rate limiting)", ("api_gateway", "identity", "rate_limiter")),
        ("API gateway with rate limiter", ("api_gateway", "rate_limiter")),
        ("Redis (cache + pub/sub)", ("cache", "pubsub")),
        ("Kafka/SQS", ("stream", "queue")),
        ("Load balancer for the API gateway", ("load_balancer",)),  # what it is for is another thing
        ("Payment DB (MySQL)", ("relational_db",)),
        ("Order service, writes to Postgres", ("service",)),
        ("Web & mobile", ("client",)),
    ],
)
def test_several_kinds(label: str, kinds: tuple[str, ...]) -> None:
    found = classify(label)
    assert (found.kind, *found.also) == kinds


@pytest.mark.parametrize(
    "label",
    [
        "My SQL",
        "MySQL",
        "my-sql",
        "MYSQL",
        "  mysql  ",
        "MySQL x3",
        "MySQL (3 replicas)",
        "🐬 MySQL",
        "<b>MySQL</b>",
        "M y S Q L",
    ],
)
def test_spellings_of_one_product(label: str) -> None:
    assert classify(label).technology == "mysql"


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Notifcation Service", "notification"),
        ("Notificatio n Service", "notification"),
        ("Load Balacner", "load_balancer"),
        ("Elastcsearch", "search_index"),
        ("Promtheus", "monitoring"),
        ("usersdb", "datastore"),
        ("Benutzerdatenbank", "datastore"),
    ],
)
def test_slips_of_the_pen(label: str, expected: str) -> None:
    assert kind(label) == expected


@pytest.mark.parametrize("label", ["Quest", "Observer", "Movie", "Catch", "Snapshot", "Lightbulb"])
def test_a_real_word_is_never_taken_for_another(label: str) -> None:
    assert classify(label).confidence < 0.5


@pytest.mark.parametrize("label", ["", "   ", "…", "🎉", "42", "xyzzy plugh"])
def test_no_meaning(label: str) -> None:
    found = classify(label)
    assert found.kind == "other"
    assert found.confidence <= 0.1


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ("cylinder", "datastore"),
        ("person", "client"),
        ("cloud", "external_service"),
        ("queue", "queue"),
        ("hexagon", "other"),
    ],
)
def test_the_shape_decides_where_words_do_not(shape: str, expected: str) -> None:
    assert kind("xyzzy", shape=shape) == expected
    assert kind("Redis", shape=shape) == "cache"


def test_the_shape_confirms_a_special_case() -> None:
    assert kind("Geohash", shape="cylinder") == "search_index"


def test_the_reason_quotes_label_and_word() -> None:
    assert classify("Recommendation DB").reason == "“Recommendation DB”: the head noun “DB” names a datastore"


def test_the_reason_names_the_product() -> None:
    assert classify("Dynamo").reason == "“Dynamo”: “Dynamo” is Amazon DynamoDB, a key-value store"


def test_the_reason_of_a_long_label_is_short() -> None:
    assert len(classify("Redis " + "and more " * 1000).reason) < 300


def test_technology_of_a_service() -> None:
    assert classify("Order Service (Django)").technology == "django"
    assert classify("Order Service (MySQL)").technology is None


def test_unsure_where_several_things_are_named() -> None:
    assert classify("WAF, CDN").confidence < classify("WAF").confidence


def test_a_step_of_a_story_is_never_sure() -> None:
    assert classify("POST /api/events").confidence <= 0.3


def test_an_abstract_kind_is_read_as_one_below() -> None:
    assert kind("Storage") == "object_store"
    assert kind("Message broker") == "queue"


def test_a_cylinder_that_reads_is_a_copy_of_what_it_is_named_for() -> None:
    assert kind("MySQL reader", shape="cylinder") == "relational_db"
    assert kind("MySQL reader") == "worker"


def test_a_cylinder_that_leads_is_a_store() -> None:
    assert kind("Leader", shape="cylinder") == "datastore"


@pytest.mark.parametrize(
    ("label", "expected"),
    [(".NET app #1", "service"), ("Admin reports", "client"), ("/var/uploads folder", "file_store")],
)
def test_everyday_names(label: str, expected: str) -> None:
    assert kind(label) == expected
