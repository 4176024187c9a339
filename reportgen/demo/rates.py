"""How often things occur in the made-up school, and where each rate comes from.

General knowledge of English secondary schools, 2025: rounded from what the Department for Education publishes each
year on pupil characteristics, special needs and absence. No rate was copied from a data set, and none belongs in a
report as a fact.
"""

from __future__ import annotations

PUPIL_PREMIUM = 0.27
"""Share of pupils eligible for pupil premium. General knowledge, 2025."""
SEN_SUPPORT, PLAN = 0.13, 0.03
"""Shares of pupils with SEN support and with an education, health and care plan. General knowledge, 2025."""
SEND_TIMES_AMONG_PP = 1.7
"""SEND is so many times as common among pupils with pupil premium as among others. General knowledge, 2025."""
EAL = 0.18
"""Share of pupils with English as an additional language; the heritages in names/ make it. General knowledge, 2025."""
IN_CARE = 0.009
"""Share of pupils looked after or adopted from care. General knowledge, 2025."""
ABSENCE, PERSISTENT = 0.085, 0.23
"""Share of half-days missed, and of pupils who miss a tenth or more. General knowledge, 2025."""
UNAUTHORISED = 0.34
"""Share of missed half-days without permission. General knowledge, 2025."""

JOINED_IN_YEAR = 0.02
"""Share of each school year's pupils who joined after it had begun. Judgement."""
LEFT_IN_YEAR = 0.02
"""Share of each school year's pupils who left before it ended. Judgement."""
FROM_ABROAD = 0.4
"""Share of in-year joiners with EAL who came from abroad and sat no tests in Year 6. Judgement."""
NO_KS2 = 0.04
"""Share of other pupils without scores: absent, or from a school without the tests. Judgement."""

PREFERRED_FORENAME = 0.5
"""Share of pupils whose name has a short form who go by it. Judgement."""
PREFERRED_SURNAME = 0.012
"""Share of pupils who go by another surname than the legal one. Judgement."""
OTHER_HERITAGE_FORENAME = 0.05
"""Share of pupils whose forename comes from another heritage than the surname. Judgement."""
SIBLING = 0.16
"""Share of pupils with an older brother or sister in the school. Judgement."""

ABSENT_MARK, NOT_ENTERED = 0.008, 0.006
"""Shares of marks a pupil was absent for, and that were never entered. Judgement."""
WITHHELD = 0.0006
"""Share of marks withheld, for example while a mark is under appeal. Judgement."""
DROPPED_OPTION = 0.03
"""Share of Year 10 and 11 pupils who dropped an option during the year. Judgement."""
NOT_REQUIRED = 0.25
"""Share of pupils with a plan who do not take Spanish and have no marks required. Judgement."""
