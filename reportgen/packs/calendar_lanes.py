"""The lanes of tests, collections and reports: what is set in each, from the settings and the events made of them."""

from __future__ import annotations

from datetime import timedelta

from reportgen.model.calendar import YEAR_GROUPS, Collection
from reportgen.model.document.calendar import Mark, Shape
from reportgen.packs.calendar_labels import Item
from reportgen.packs.calendar_marks import SMALLEST, TIGHT, YearView, centred, in_order, reaching
from reportgen.packs.calendar_rows import Happening, Row, rows_of
from reportgen.packs.calendar_words import bare, in_label, owner_of, short_day, weekday_of, years_named
from reportgen.packs.words import in_sentence, say, sentence


def assessment_rows(view: YearView) -> tuple[Row, ...]:
    """A bar for each window."""
    kinds = {one.id: one.kind for one in view.project.assessments.assessments}
    made = []
    for event in view.of("assessment"):
        name = bare(event.name, event.year_groups)
        day = short_day(event.starts)
        bar = reaching(view, "bar", event.starts, event.ends)
        labels: tuple[str, ...] = (say("calendar day what", day=day, what=in_label(name)), day)
        text = say("calendar window", what=sentence(name), starts=weekday_of(event.starts), ends=weekday_of(event.ends))
        if kinds.get(event.about) == "public exam":
            labels = (say("calendar exams from", what=sentence(name), day=day), *labels)
        made.append(Happening(Item((bar,), text, labels), event.year_groups or view.everyone))
    return rows_of(made, view.everyone)


def collection_rows(view: YearView) -> tuple[Row, ...]:
    """Line, dot and box: open, closed, checked and frozen; then its name, who acts on it and how.

    What the lane says of all, or a collection of the same name said before, no label says again.
    """
    told = {("", acted_on(view))}
    made = []
    for one in _collections(view):
        what = (one.name, _then(view, one))
        again = what in told or ("", what[1]) in told
        told.add(what)
        made.append(_collected(view, one, then="" if again else what[1]))
    return rows_of(made, view.everyone)


def acted_on(view: YearView) -> str:
    """Who acts on the collections of the year and how, where that is the same for all of several; else nothing."""
    told = [_then(view, one) for one in _collections(view)]
    return told[0] if len(told) > 1 and len(set(told)) == 1 else ""


def reporting_rows(view: YearView) -> tuple[Row, ...]:
    """Reports that go home, and evenings for families."""
    made = []
    for event in view.of("report", "evening"):
        home = event.kind == "report"
        day, groups = short_day(event.starts), in_order(event.year_groups) or view.everyone
        name = bare(view.project.report(event.about).name if home else event.name, event.year_groups)
        shape: Shape = "square" if home else "open"
        years = years_named(name)
        what = say("calendar report" if home else "calendar evening")
        short = say("calendar years and what", years=years, what=what) if years else what
        labels = tuple(say("calendar day what", day=day, what=one) for one in (in_label(name), short))
        text = say("calendar on day", day=weekday_of(event.starts), what=sentence(name))
        item = Item((centred(view, shape, event.starts),), text, labels if years else (*labels, day))
        made.append(Happening(item, groups))
    return rows_of(made, view.everyone)


def _collections(view: YearView) -> tuple[Collection, ...]:
    """Those of the year, of the youngest first, as their rows stand."""
    of_year = (one for one in view.project.collections.collections if one.year == view.year)
    return tuple(sorted(of_year, key=lambda one: min(map(YEAR_GROUPS.index, one.year_groups), default=0)))


def _then(view: YearView, one: Collection) -> str:
    """`head of year: extra help`; nothing where no action is written down."""
    owner, action = owner_of(view.project, one), one.action.rstrip(".")
    return say("calendar owner does", owner=owner, action=in_sentence(action)) if owner and action else action


def _collected(view: YearView, one: Collection, *, then: str) -> Happening:
    dot = centred(view, "dot", one.closes)
    marks = [dot]
    if one.opens and (x := view.scale.at(one.opens)) < dot.x - TIGHT:
        marks.insert(0, Mark(shape="line", x=x, width=dot.x - x))
    if one.frozen_on > one.closes:
        x = max(view.scale.at(one.closes + timedelta(days=1)), dot.x + dot.width + TIGHT)
        to = max(view.scale.at(one.frozen_on + timedelta(days=1)), x + SMALLEST)
        marks.append(Mark(shape="box", x=x, width=to - x))
    day, name = short_day(one.closes), bare(one.name, one.year_groups)
    labels: tuple[str, ...] = (say("calendar day what", day=day, what=name), day)
    if then:
        ways = tuple(dict.fromkeys((then, owner_of(view.project, one) or then)))
        labels = (*(say("calendar collection label", day=day, name=name, then=way) for way in ways), *labels)
    acts = then or _then(view, one)
    text = say(
        "calendar collection text",
        name=sentence(name),
        opens=say("calendar opens", day=weekday_of(one.opens)) if one.opens else "",
        closes=weekday_of(one.closes),
        frozen=weekday_of(one.frozen_on),
        then=f" {sentence(acts)}." if acts else "",
    )
    return Happening(Item(tuple(marks), text, labels), in_order(one.year_groups))
