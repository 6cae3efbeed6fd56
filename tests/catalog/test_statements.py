from __future__ import annotations

import pytest

from whiteboard.catalog import load_catalog

CATALOG = load_catalog()


@pytest.mark.parametrize(
    "label",
    [
        "…",
        "POST /orders",
        "Get /nearby / lat / lon",
        "UPDATE orders SET status = 'paid'",
        "SELECT * FROM users",
        "How many users?",
        "API:",
        "eth0 10.0.0.1",
        "Car id user_id, fk parking_spot_id",
        "{ id: string }",
        "Functional Requirements",
        "Write path",
        "Design a URL shortener",
        "We need a cache",
        "Cache miss",
        "HTTPS",
        "Start",
        "user_id",
        "< 200 ms",
        "10k QPS",
        "500 TB",
        "Return cached result",
        "User clicks the ad",
        "some jobs that need to be retried",
        "varchar",
        "Scalability",
        "可扩展性",
        "处理流程",
        "返回订单列表",
        "Client sends request",
        "createTweet(text, media)",
        "id: uuid",
        "userId, createdAt",
        "p99 < 200 ms",
        "500M tweets per day",
        "1:N",
        "HTTP/2",
        "/api/v1/users",
        "200 OK",
        "Step 1",
        "SQL vs NoSQL",
        "Users can post tweets",
        "publishes events",
        "write to DB",
        "Invalidate cache",
        "2. Query Redis",
        "Storage estimate",
        "user_recommendations",
        "read / write",
        "reads from",
        "every hour sync the S3 files with the database over a queue",
    ],
)
def test_no_component(label: str) -> None:
    assert CATALOG.statement(label)


@pytest.mark.parametrize(
    "label",
    [
        "Read API",
        "Write DB",
        "Search Service",
        "Store",
        "Query Service",
        "Upload service",
        "User requests queue",
        "Push notifications",
        "Create thumbnail",
        "Redis: sessions",
        "Load Balancer",
        "TLS termination",
        "Let's Encrypt",
        "S3",
        "3 servers",
        "Update worker",
        "Search query logs",
        "Click events",
        "Call center agents",
        "Login/Auth",
        "Read-only replica",
        "1:1 chat service",
        "s3://uploads",
        "order_service",
        "Tweet Service write path",
        "Write-behind cache",
        "Users",
    ],
)
def test_a_component(label: str) -> None:
    assert CATALOG.statement(label) is None
