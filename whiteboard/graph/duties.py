"""What a service is for, by the words of its name that say more than what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.graph.stems import stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from whiteboard.model.architecture import Component

_SAYS_NOTHING = frozenset(
    stems(
        "service server servers api app apps application backend back end frontend front web website http https rest"
        " restful grpc graphql handler manager management system layer tier micro microservice node instance cluster"
        " pod container docker kubernetes k8s engine module component core main business logic host vm ec2 machine"
        " worker process processor job consumer producer read write reader writer query command primary secondary"
        " public internal external new old the a an and of for to in with v fleet pool group replica copy stateless"
        " scalable monolith java node nodejs python go golang django flask fastapi spring boot rails express php dotnet"
        " net rust tomcat"
    )
)
"""Words that any service may have in its name, whatever it does."""

_PEOPLE = stems("auth authentication authorization identity login signup account profile member customer session user")
_ALIKE: Mapping[str, str] = dict.fromkeys(_PEOPLE, "user")
"""Who somebody is, and whether he may come in, is one matter."""

_LETTER = 1
_NAMELESS = ""


def duty(component: Component) -> frozenset[str]:
    """The stems of a name that say what a service is for; empty when it says only that it is one ("API server 2")."""
    words = (stem for stem in stems(component.label) if len(stem) > _LETTER and stem not in _SAYS_NOTHING)
    return frozenset(_ALIKE.get(stem, stem) for stem in words)


def by_duty(components: Iterable[Component]) -> tuple[tuple[str, ...], ...]:
    """The ids of components, those of one duty together: their names share a word, or none says anything."""
    leader: dict[str, str] = {}

    def lead(word: str) -> str:
        while (above := leader.setdefault(word, word)) != word:
            leader[word] = word = leader[above]
        return word

    named = [(component.id, sorted(duty(component)) or [_NAMELESS]) for component in components]
    for _, words in named:
        for word in words:
            leader[lead(word)] = lead(words[0])
    groups: dict[str, list[str]] = {}
    for id_, words in named:
        groups.setdefault(lead(words[0]), []).append(id_)
    return tuple(sorted(map(tuple, groups.values())))
