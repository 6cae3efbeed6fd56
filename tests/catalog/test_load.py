from __future__ import annotations

from collections import Counter
from pathlib import Path

import yaml

from whiteboard.catalog import label_kind, load, load_catalog
from whiteboard.catalog.lexicon import Lexicon
from whiteboard.catalog.load import load_grammar
from whiteboard.catalog.words import key

CATALOG = load_catalog()
FIXED = {
    "client",
    "service",
    "worker",
    "function",
    "batch_processor",
    "stream_processor",
    "datastore",
    "relational_db",
    "document_db",
    "key_value_store",
    "wide_column_db",
    "graph_db",
    "timeseries_db",
    "search_index",
    "vector_db",
    "data_warehouse",
    "data_lake",
    "cache",
    "queue",
    "stream",
    "pubsub",
    "object_store",
    "file_store",
    "load_balancer",
    "api_gateway",
    "reverse_proxy",
    "cdn",
    "dns",
    "waf",
    "rate_limiter",
    "external_service",
    "payment_provider",
    "notification",
    "identity",
    "monitoring",
    "logging",
    "scheduler",
    "realtime_gateway",
    "service_discovery",
    "coordination",
    "config",
    "secrets",
    "ml_model",
    "other",
}


def test_what_is_redundant_by_nature_names_its_source() -> None:
    sources = {id_: t.redundant for id_, t in CATALOG.technologies.items() if t.redundant}
    assert {"amazon-s3", "dynamodb", "amazon-sqs", "google-pubsub", "azure-blob"} <= set(sources)
    assert all('"' in source and '", https://' in source for source in sources.values())
    assert CATALOG.technologies["redis"].redundant is None


def test_each_addition_is_about_a_technology() -> None:
    content = yaml.safe_load((Path(load.__file__).with_name("technologies.yaml")).read_text(encoding="utf-8"))
    assert set(content["also"]) | set(content["redundant"]) <= set(CATALOG.technologies)


def test_loaded_once() -> None:
    assert load_catalog() is CATALOG


def test_the_kinds_that_others_rely_on() -> None:
    concrete = {kind.id for kind in CATALOG.kinds.values() if not kind.abstract}
    assert concrete == FIXED


def test_every_kind_has_title_and_description() -> None:
    assert all(kind.title and kind.description.endswith(".") for kind in CATALOG.kinds.values())


def test_titles_are_unique() -> None:
    titles = Counter(kind.title for kind in CATALOG.kinds.values())
    assert max(titles.values()) == 1


def test_parents_exist() -> None:
    parents = {kind.parent for kind in CATALOG.kinds.values() if kind.parent}
    assert parents <= set(CATALOG.kinds)


def test_only_concrete_kinds_are_read() -> None:
    reads_as = {kind.reads_as for kind in CATALOG.kinds.values() if kind.reads_as}
    assert reads_as <= FIXED
    assert all(kind.reads_as for kind in CATALOG.kinds.values() if kind.abstract and kind.nouns)


def test_enough_technologies() -> None:
    assert len(CATALOG.technologies) > 1000


def test_technologies_are_of_concrete_kinds() -> None:
    kinds = {kind for technology in CATALOG.technologies.values() for kind in technology.kinds}
    assert kinds <= FIXED


def test_no_technology_repeats_a_kind() -> None:
    repeated = [t.id for t in CATALOG.technologies.values() if len(set(t.kinds)) < len(t.kinds)]
    assert not repeated


def test_spellings_of_technologies_are_unique() -> None:
    spellings = Counter(key(s) for t in CATALOG.technologies.values() for s in (t.name, *t.aliases))
    assert [spelling for spelling, count in spellings.items() if count > 1] == []


def test_no_word_stands_twice_in_one_language() -> None:
    words = Counter(
        (language, key(word))
        for kind in CATALOG.kinds.values()
        for sense in (kind.nouns, kind.hints, kind.topics)
        for language, word in sense
    )
    assert [word for word, count in words.items() if count > 1] == []


def test_no_spelling_is_empty() -> None:
    lexicon = Lexicon(CATALOG.kinds, CATALOG.technologies, load_grammar())
    assert lexicon.find("") is None


def test_five_languages_and_more() -> None:
    languages = {language for kind in CATALOG.kinds.values() for language, _ in kind.nouns}
    assert languages >= {"en", "zh", "es", "pt", "fr", "de", "ru", "ja", "ko"}


def test_label_kind() -> None:
    assert label_kind("Redis cache") == "cache"
    assert label_kind("xyzzy") == "other"
    assert label_kind("GET /users/42") == "none"
