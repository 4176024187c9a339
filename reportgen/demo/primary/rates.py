"""How often things occur in the made-up primary school, where that differs from the secondary's rates.

General knowledge of English primary schools, 2025: rounded from what the Department for Education publishes each year.
No rate was copied from a data set, and none belongs in a report as a fact.
"""

from __future__ import annotations

ABSENCE, PERSISTENT = 0.053, 0.14
"""Share of half-days missed, and of pupils who miss a tenth or more. General knowledge, 2025."""
UNAUTHORISED = 0.28
"""Share of missed half-days without permission; most are holidays in term time. General knowledge, 2025."""
ABSENT_TEST = 0.005
"""Share of pupils who were away for a test. Judgement."""
NOT_ENTERED = 0.002
"""Share of marks that were never entered. Judgement."""
