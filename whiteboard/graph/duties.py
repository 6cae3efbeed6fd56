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


def duty(component: Component) -> frozenset[str]:
    """The stems of a name that say what a service is for; empty when it says only that it is one ("API server 2")."""
    words = (stem for stem in stems(component.label) if len(stem) > _LETTER and stem not in _SAYS_NOTHING)
    return frozenset(_ALIKE.get(stem, stem) for stem in words)


def by_duty(components: Iterable[Component]) -> tuple[tuple[str, ...], ...]:
    """The ids of components, those of one duty together: their names share a word, or none says anything."""
    groups: list[tuple[frozenset[str], tuple[str, ...]]] = []
    for component in components:
        words: frozenset[str] = duty(component)
        together: tuple[str, ...] = (component.id,)
        apart = []
        for known, members in groups:
            if known & words or known == words:
                words, together = words | known, (*members, *together)
            else:
                apart.append((known, members))
        groups = [*apart, (words, together)]
    return tuple(sorted(members for _, members in groups))
