"""How often things occur in the made-up school, and where each rate comes from.

General knowledge of English secondary schools, 2025: rounded from what the Department for Education publishes each
year on pupil characteristics, special needs and absence. No rate was copied from a data set but where its line names
the file, and none belongs in a report as a fact.
"""

from __future__ import annotations

PUPIL_PREMIUM = 0.27
"""Share of pupils eligible for pupil premium. General knowledge, 2025."""
SEN_SUPPORT, PLAN = 0.13, 0.03
"""Shares of pupils with SEN support and with an education, health and care plan. General knowledge, 2025."""
SEND_TIMES_AMONG_PP = 1.7
"""SEND is so many times as common among pupils with pupil premium as among others. General knowledge, 2025."""
EAL = 0.18
"""Share of pupils with English as an additional language. General knowledge, 2025."""
IN_CARE = 0.009
"""Share of pupils looked after or adopted from care. General knowledge, 2025."""
ABSENCE, PERSISTENT = 0.085, 0.23
"""Share of half-days missed, and of pupils who miss a tenth or more. General knowledge, 2025."""
UNAUTHORISED = 0.34
"""Share of missed half-days without permission. General knowledge, 2025."""

JOINED_IN_YEAR, JOINED_IN_SEPTEMBER = 0.02, 0.01
"""Shares of a year group who joined after the school year began, and on its first day in Years 8 to 11. Judgement."""
LEFT_IN_YEAR, LEFT_IN_JULY = 0.02, 0.01
"""Shares of a year group who left before the school year ended, and on its last day before Year 11. Judgement."""
CAME_AND_WENT = 0.15
"""Share of leavers who had joined after the first September of their year group. Judgement."""
FROM_ABROAD = 0.4
"""Share of in-year joiners with EAL who came from abroad and sat no tests in Year 6. Judgement."""
NO_KS2, NO_KS2_EAL = 0.035, 0.165
"""Shares of other pupils of tested cohorts without scores, by first language: absent, from a school without the tests,
or not yet in England. With those from abroad about 6% of all, and by language as in the transition matrices of 2024,
config/reference/ks2_to_ks4_measures_transition_2024.csv: 3.5% and 20%."""

PREFERRED_FORENAME = 0.5
"""Share of pupils whose name has a short form who go by it. Judgement."""
PREFERRED_SURNAME = 0.012
"""Share of pupils who go by another surname than the legal one. Judgement."""
OTHER_HERITAGE_FORENAME = 0.05
"""Share of pupils whose forename comes from another heritage than the surname. Judgement."""
SIBLING, TWIN = 0.2, 0.008
"""Shares of pupils with an older brother or sister in the school, now or lately, and who are the second of twins.
Judgement."""

TWO_HOUSEHOLDS = 0.2
"""Share of families whose parents live at two addresses. Judgement."""
OTHER_CONTACT = 0.16
"""Share of families that name a grandparent, aunt or uncle for emergencies. Judgement."""
STEP_PARENT = 0.25
"""Share of first households of two with a step-parent, who has no responsibility. Judgement."""
COURT_ORDER = 0.06
"""Share of second households with a parent whose contact a court has limited. Judgement."""
NO_CONTACT_BY_ORDER, NO_CONTACT_BY_WISH = 0.7, 0.03
"""Shares of parents in second households the school must not contact, with a court order and without. Judgement."""
SHARED_EMAIL, NO_EMAIL = 0.12, 0.04
"""Shares of couples with one e-mail address, and of parents without any. Judgement."""

ABSENT_MARK, NOT_ENTERED = 0.008, 0.006
"""Shares of marks a pupil was absent for, and that were never entered. Judgement."""
WITHHELD = 0.0006
"""Share of marks withheld, for example while a mark is under appeal. Judgement."""
DROPPED_OPTION = 0.03
"""Share of Year 10 and 11 pupils who dropped an option during the year. Judgement."""
NOT_REQUIRED = 0.25
"""Share of pupils with a plan who do not take Spanish and have no marks required. Judgement."""
