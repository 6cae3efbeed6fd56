from __future__ import annotations

from sketch import sketch

from whiteboard.checks.requests import Request, takes_from_a_queue

from .judging import context


def reached(*lines: str) -> list[str]:
    board = context(sketch(*lines))
    return list(Request(board, board.components("client")))


def test_what_is_asked_while_a_user_waits() -> None:
    assert reached("web(client) --> lb(load_balancer) --> api --> db(datastore)") == ["web", "lb", "api", "db"]


def test_it_ends_at_a_queue_an_event_and_a_job() -> None:
    assert "mailer" not in reached("web(client) --> api --> jobs(queue) --> mailer")
    assert "mail" not in reached("web(client) --> api ..> mail")
    assert "ftp" not in reached("web(client) --> api --> job(worker) --> ftp")


def test_without_a_client_the_outermost_entry_asks() -> None:
    assert reached("lb(load_balancer) --> api", "cron(scheduler) --> report")[0] == "lb"
    assert reached("api --> db(datastore)") == ["api", "db"]


def test_its_paths_and_who_waits() -> None:
    board = context(sketch("web(client) --> api --> mail", "cron(scheduler) --> mail"))
    request = Request(board, ["web"])
    assert request.path_to("mail") == ("web", "api", "mail")
    assert request.asking("mail") == ("api",)


def test_work_out_of_a_queue() -> None:
    graph = context(sketch("api --> jobs(queue) --> mailer")).graph
    assert takes_from_a_queue("mailer", graph)
    assert not takes_from_a_queue("api", graph)
