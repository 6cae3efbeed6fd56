from __future__ import annotations

import pytest

from whiteboard.formats.diagrams_script.classes import called, describe


@pytest.mark.parametrize(
    ("path", "label", "kind"),
    [
        ("aws.database.RDS", "userdb", "relational_db"),
        ("aws.database.RDS", "primary", "relational_db"),
        ("onprem.database.PostgreSQL", "users", "relational_db"),
        ("aws.database.ElastiCache", "sessions", "cache"),
        ("aws.network.CF", "static", "cdn"),
        ("aws.network.ELB", "web", "load_balancer"),
        ("aws.integration.SQS", "events", "queue"),
        ("onprem.queue.RabbitMQ", "notifications", "queue"),
        ("gcp.compute.Run", "orders", "service"),
        ("k8s.compute.StatefulSet", "a", "service"),
        ("k8s.compute.STS", "primary db", None),
        ("aws.compute.ECS", "worker1", None),
        ("aws.compute.EC2", "Jenkins", None),
        ("aws.compute.Lambda", "proc1", "function"),
        ("aws.network.RouteTable", "main", None),
        ("onprem.inmemory.Redis", "task queue", None),
        ("aws.storage.S3", "data lake", None),
        ("generic.os.Ubuntu", "thing", None),
        ("Node", "userdb", None),
    ],
)
def test_a_class_adds_a_kind_where_the_label_says_less(path: str, label: str, kind: str | None) -> None:
    assert describe(path).kind_for(label) == kind


@pytest.mark.parametrize(
    ("icon", "kind"),
    [("./icons/rabbitmq.png", "queue"), ("C:\\x\\redis-logo.png", "cache"), ("my_icon.png", None), ("", None)],
)
def test_the_icon_of_a_custom_node_is_a_hint(icon: str, kind: str | None) -> None:
    assert describe("custom.Custom", icon).kind_for("Events") == kind


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("aws.database.RDS", "cylinder"),
        ("aws.database.ElastiCache", "cylinder"),
        ("onprem.queue.Kafka", "queue"),
        ("onprem.client.Users", "person"),
        ("onprem.client.Client", None),
        ("aws.compute.EC2", None),
    ],
)
def test_the_outline_follows_the_class(path: str, shape: str | None) -> None:
    assert describe(path).shape == shape


def test_the_table_says_only_what_the_names_do_not() -> None:
    spelled = [path for path, text in called().items() if text == path.rpartition(".")[2]]
    assert spelled == []
