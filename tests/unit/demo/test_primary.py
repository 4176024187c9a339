"""The made-up primary school: its files load, its results look like England's, its texts are fit to print."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from reportgen import ingest, measures, packs, settings
from reportgen.demo.primary import made_up_primary
from reportgen.demo.primary.checks import GRAMMAR, MATHS, PHONICS, READING, TABLES, Result, results
from reportgen.demo.primary.comments import ClassText, comments, next_steps
from reportgen.demo.primary.exports import birth_term
from reportgen.demo.primary.faults import FAULTS
from reportgen.demo.primary.marks import Mark, marks, pre_key_stage
from reportgen.demo.primary.registers import registers
from reportgen.demo.primary.roll import roll
from reportgen.demo.primary.settings_files import BY_HAND
from reportgen.demo.primary.staff import class_teachers
from reportgen.demo.primary.year import ROUNDS
from reportgen.demo.pupil import Pupil
from reportgen.model import frames as f
from reportgen.model.project import Project
from reportgen.model.severity import Severity

CLOSES = date(2027, 7, 7)
SEEDS = range(10)


def write(folder: Path, files: tuple[tuple[str, bytes], ...]) -> Path:
    for path, content in files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def read(folder: Path) -> Project:
    reading = settings.read_project(folder)
    assert [str(p) for p in reading.problems] == []
    assert reading.project is not None
    return reading.project


def here(school: tuple[Pupil, ...]) -> list[Pupil]:
    return [p for p in school if p.on_roll(CLOSES) and p.year_group < 7]


@pytest.fixture(scope="module")
def schools() -> list[tuple[tuple[Pupil, ...], tuple[Mark, ...], tuple[Result, ...]]]:
    made = []
    for seed in SEEDS:
        people = roll(630, seed)
        given = marks(people, seed)
        made.append((people, given, results(people, given, seed)))
    return made


@pytest.fixture(scope="module")
def texts() -> tuple[tuple[ClassText, ...], tuple[ClassText, ...]]:
    people = roll(210, 4)
    given = marks(people, 4)
    teachers = class_teachers(tuple(dict.fromkeys(p.form_letter for p in people)))
    return next_steps(given, results(people, given, 4), teachers, 4), comments(given, teachers, 4)


@pytest.mark.parametrize(("pupils", "seed"), [(30, 0), (97, 4), (210, 1), (300, 2)])
def test_loads_with_the_planted_problems_only(tmp_path: Path, pupils: int, seed: int) -> None:
    """Settings read without a problem; each planted fault is found once, in its file; as many pupils as were asked for."""
    write(tmp_path, made_up_primary(pupils=pupils, seed=seed))
    loading = ingest.load(read(tmp_path), tmp_path)
    assert Counter((p.place.file, p.code) for p in loading.problems) == Counter((x.file, x.code) for x in FAULTS)
    assert all(p.severity is not Severity.STOP for p in loading.problems)
    assert loading.loaded is not None
    on_list = loading.loaded.pupils
    count = ((on_list[f.JOINED].dt.date <= CLOSES) & ~(on_list[f.LEFT].dt.date < CLOSES)).sum()
    assert count == pupils


def test_without_faults_only_the_encoding_is_told(tmp_path: Path) -> None:
    """Asked for no faults, the exports raise nothing but the note that next steps are Windows text."""
    write(tmp_path, made_up_primary(pupils=60, seed=3, faults=False))
    assert {p.code for p in ingest.load(read(tmp_path), tmp_path).problems} <= {"L211"}


@pytest.mark.parametrize(
    "report", ["autumn-2025", "autumn-2026", "spring-2027", "summer-2027", "governors-summer-2027"]
)
def test_every_pack_is_composed(tmp_path: Path, report: str) -> None:
    """Every report makes its documents; only the pupil with another's name is held, in summer."""
    write(tmp_path, made_up_primary(pupils=210, seed=1))
    project = read(tmp_path)
    loading = ingest.load(project, tmp_path)
    assert loading.loaded is not None
    round_of_packs = project.report(report)
    made = packs.compose(
        project,
        round_of_packs,
        loaded=loading.loaded,
        measured=measures.measure(project, round_of_packs, loading.loaded),
        problems=loading.problems,
        secret=b"secret",
        audiences=round_of_packs.audiences,
    )
    if "parents" in round_of_packs.audiences:
        assert [held.code for held in made.held] == ["R207"]
        assert sum(d.path.startswith("parents/") for d in made.documents) == made.roll - 1
    assert any(d.path.startswith(("staff/", "governors")) for d in made.documents)


@pytest.mark.parametrize("pupils", [29, 631, 0, -1])
def test_sizes_it_refuses(pupils: int) -> None:
    """Fewer than 30 or more than 630 pupils are refused with both bounds."""
    with pytest.raises(ValueError, match=r"30 to 630 pupils"):
        made_up_primary(pupils=pupils, seed=1)


@pytest.mark.parametrize(("pupils", "classes"), [(30, 7), (210, 7), (420, 14), (630, 21)])
def test_classes(pupils: int, classes: int) -> None:
    """Up to 210 pupils there is one class a year group; no class has more than 30, the law's limit for infants."""
    sizes = Counter(p.form_letter for p in here(roll(pupils, 6)))
    assert len(sizes) == classes
    assert max(sizes.values()) <= 30


def test_year_6_looks_like_england(
    schools: list[tuple[tuple[Pupil, ...], tuple[Mark, ...], tuple[Result, ...]]],
) -> None:
    """Over ten seeds 61 to 62% reach the expected standard in all three within 5%, and 8% the higher one (national.csv).

    By subject 75% in reading, 74 in mathematics and 72 in writing (2025); those without a score count as not reaching it.
    """
    found: Counter[str] = Counter()
    for _, given, tested in schools:
        written = {(r.pupil.upn, r.test): r.score or 0 for r in tested}
        for mark in given:
            key = mark.pupil.upn
            if mark.area.id != "writing" or mark.collection.order != 3 or (key, READING) not in written:
                continue
            if mark.pupil.year_group_in(mark.collection.year) != 6:
                continue
            reading, maths, writing = written[key, READING], written[key, MATHS], mark.current
            found["all"] += 1
            found["reading"] += reading >= 100
            found["maths"] += maths >= 100
            found["writing"] += writing in ("EXS", "GDS")
            found["expected"] += min(reading, maths) >= 100 and writing in ("EXS", "GDS")
            found["higher"] += min(reading, maths) >= 110 and writing == "GDS"
    assert found["all"] > 1600
    assert 0.95 * 61 <= 100 * found["expected"] / found["all"] <= 1.05 * 62
    # two standard errors of 8% of 1,700 are 1.3 points
    assert 100 * found["higher"] / found["all"] == pytest.approx(8, abs=1.4)
    assert 100 * found["reading"] / found["all"] == pytest.approx(75, abs=3)
    assert 100 * found["maths"] / found["all"] == pytest.approx(74, abs=3)
    assert 100 * found["writing"] / found["all"] == pytest.approx(72, abs=3)


def test_phonics_and_tables(schools: list[tuple[tuple[Pupil, ...], tuple[Mark, ...], tuple[Result, ...]]]) -> None:
    """About 80% read 32 of 40 words in Year 1; the mean of the tables check is near 21 of 25 (2025, general knowledge)."""
    tested = [r for _, _, some in schools for r in some if r.score is not None]
    first = [r.score or 0 for r in tested if r.test == PHONICS and r.pupil.year_group_in(r.collection.year) == 1]
    tables = [r.score or 0 for r in tested if r.test == TABLES]
    assert all(0 <= score <= 40 for score in first)
    assert all(0 <= score <= 25 for score in tables)
    assert sum(score >= 32 for score in first) / len(first) == pytest.approx(0.80, abs=0.03)
    assert sum(tables) / len(tables) == pytest.approx(20.7, abs=0.8)


def test_who_takes_which_test(schools: list[tuple[tuple[Pupil, ...], tuple[Mark, ...], tuple[Result, ...]]]) -> None:
    """Phonics in Year 1 and again in Year 2 after fewer than 32 words, tables in Year 4, tests in Year 6 on 80 to 120."""
    for _, _, tested in schools:
        scores = {(r.pupil.upn, r.test, r.collection.year): r.score for r in tested}
        for r in tested:
            year_group = r.pupil.year_group_in(r.collection.year)
            assert year_group in {PHONICS: (1, 2), TABLES: (4,)}.get(r.test, (6,))
            if r.test == PHONICS and year_group == 2:
                before = scores[r.pupil.upn, PHONICS, r.collection.year - 1]
                assert before is not None
                assert before < 32
            if r.test in (READING, MATHS, GRAMMAR):
                assert r.written in ("A", "B") or 80 <= int(r.written) <= 120
                assert (r.written == "B") == pre_key_stage(r.pupil)


def test_absence(schools: list[tuple[tuple[Pupil, ...], tuple[Mark, ...], tuple[Result, ...]]]) -> None:
    """About 5.3% of half-days are missed; 14% of pupils miss a tenth or more (general knowledge, 2025)."""
    missed: Counter[str] = Counter()
    possible: Counter[str] = Counter()
    for seed, (people, _, _) in zip(range(4), schools, strict=False):
        for day in registers(people, seed):
            key = f"{seed} {day.pupil.upn}"
            possible[key] += 2
            missed[key] += (day.am not in "/\\L") + (day.pm not in "/\\L")
            assert day.pupil.on_roll(day.day)
    assert missed.total() / possible.total() == pytest.approx(0.053, abs=0.004)
    assert sum(missed[key] >= possible[key] / 10 for key in possible) / len(possible) == pytest.approx(0.14, abs=0.025)


def test_groups(schools: list[tuple[tuple[Pupil, ...], tuple[Mark, ...], tuple[Result, ...]]]) -> None:
    """Pupil premium 27%, SEND 16%, EAL 18% over ten schools, and a third are born in each term."""
    pupils = [p for people, _, _ in schools for p in here(people)]
    assert sum(p.pupil_premium for p in pupils) / len(pupils) == pytest.approx(0.27, abs=0.02)
    assert sum(p.sen != "N" for p in pupils) / len(pupils) == pytest.approx(0.16, abs=0.02)
    assert sum(p.family.eal for p in pupils) / len(pupils) == pytest.approx(0.18, abs=0.03)
    terms = Counter(birth_term(p.born) for p in pupils)
    assert all(terms[term] / len(pupils) == pytest.approx(1 / 3, abs=0.02) for term in ("Autumn", "Spring", "Summer"))


@pytest.mark.parametrize(
    ("born", "term"),
    [
        (date(2020, 9, 1), "Autumn"),
        (date(2020, 12, 31), "Autumn"),
        (date(2021, 1, 1), "Spring"),
        (date(2021, 4, 30), "Spring"),
        (date(2021, 5, 1), "Summer"),
        (date(2021, 8, 31), "Summer"),
    ],
)
def test_term_of_birth(born: date, term: str) -> None:
    """Autumn is September to December, spring January to April, summer May to August."""
    assert birth_term(born) == term


def test_summer_born_are_behind_in_reception(
    schools: list[tuple[tuple[Pupil, ...], tuple[Mark, ...], tuple[Result, ...]]],
) -> None:
    """In Reception fewer of the summer-born are at the expected level in literacy than of those born in autumn."""
    shares: dict[str, list[bool]] = defaultdict(list)
    for _, given, _ in schools:
        for mark in given:
            if mark.area.id == "literacy" and mark.current:
                shares[birth_term(mark.pupil.born)].append(mark.current == "Expected")
    mean = {term: sum(some) / len(some) for term, some in shares.items()}
    assert mean["Autumn"] - mean["Summer"] > 0.06


def test_pre_key_stage_is_for_pupils_with_a_plan(
    schools: list[tuple[tuple[Pupil, ...], tuple[Mark, ...], tuple[Result, ...]]],
) -> None:
    """PK1 to PK6 stand only beside pupils with a plan, for whom nothing else stands from Year 1, and they are few."""
    steps = {f"PK{n}" for n in range(1, 7)}
    found = total = 0
    for _, given, _ in schools:
        for mark in given:
            total += 1
            if mark.current in steps:
                found += 1
                assert mark.pupil.sen == "E"
            elif pre_key_stage(mark.pupil):
                assert mark.current in ("", "Emerging", "Expected")
    assert 0 < found / total < 0.04


def test_standards_can_not_be_averaged(tmp_path: Path) -> None:
    """The scales of teachers' judgements declare no values, so no mean is ever taken of them."""
    project = read(write(tmp_path, made_up_primary(pupils=30, seed=1)))
    assert not any(project.marks.scale(one).has_values() for one in ("goals", "standards", "test-scores", "effort"))


def test_comments(texts: tuple[tuple[ClassText, ...], tuple[ClassText, ...]]) -> None:
    """15 to 60 words with the child's name, right pronouns and nothing left to fill in; none twice in a class."""
    _, found = texts
    others = {
        "F": re.compile(r"\b(he|him|his)\b", re.IGNORECASE),
        "M": re.compile(r"\b(she|her|hers)\b", re.IGNORECASE),
    }
    bare: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in found:
        assert 15 <= len(one.text.split()) <= 60, one.text
        assert one.pupil.forename in one.text
        assert not others[one.pupil.sex].search(one.text), one.text
        assert not re.search(r"[{}]|  |\s[,.;:?!]", one.text), one.text
        bare[one.pupil.form_letter, one.subject].append(one.text.replace(one.pupil.forename, ""))
    assert all(len(set(some)) == len(some) for some in bare.values())
    each = Counter((one.pupil.upn, one.subject) for one in found)
    assert set(each.values()) == {1}
    assert {one.pupil.upn for one in found if not one.subject} == {p.upn for p in here(roll(210, 4))}


def test_next_steps(texts: tuple[tuple[ClassText, ...], tuple[ClassText, ...]]) -> None:
    """Three a child and collection, none given to a child twice in a year, each a short sentence without a capital."""
    given, _ = texts
    each = Counter((one.pupil.upn, one.collection.id) for one in given)
    assert set(each.values()) == {3}
    assert max(Counter((one.pupil.upn, one.subject, one.text) for one in given).values()) == 1
    for one in given:
        assert one.text[0].islower()
        assert one.text.endswith(".")
        assert "{" not in one.text
        assert len(one.text) <= 130
        one.text.encode("cp1252")


def digest(hash_seed: str) -> str:
    code = (
        "from hashlib import sha256; from reportgen.demo.primary import made_up_primary;"
        "print(sha256(repr(made_up_primary(pupils=45, seed=7)).encode()).hexdigest())"
    )
    env = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": "Pacific/Auckland" if hash_seed == "1" else "UTC"}
    return subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True).stdout


def test_same_bytes_everywhere() -> None:
    """Two processes with other hash seeds and time zones make the same bytes."""
    assert digest("1") == digest("2")


def test_other_seed_other_school() -> None:
    """Another seed changes the exports; the settings stay as they are."""
    one, two = dict(made_up_primary(pupils=60, seed=1)), dict(made_up_primary(pupils=60, seed=2))
    assert list(one) == list(two)
    same = {path for path in one if one[path] == two[path]}
    assert same == {f"config/{name}" for name in (*BY_HAND, "staff.yaml")} | (same & {"exports/class-teachers.csv"})


def test_calendar_agrees_with_the_settings(tmp_path: Path) -> None:
    """Collections close on the days on which exports say they did."""
    project = read(write(tmp_path, made_up_primary(pupils=30, seed=1)))
    assert {r.id: r.closes for r in ROUNDS} == {c.id: c.closes for c in project.collections.collections}


def test_nothing_reaches_anyone() -> None:
    """Addresses end in .example and numbers are those kept for drama (0113 496 0000 to 0999)."""
    files = dict(made_up_primary(pupils=60, seed=3))
    staff = files["config/staff.yaml"].decode()
    assert all(part[:11] == " 0113 496 0" for part in staff.split("phone:")[1:])
    for path in ("config/staff.yaml", "config/school.yaml", "exports/contacts.csv"):
        addresses = re.findall(r"[\w.]+@[\w.]+", files[path].decode())
        assert addresses
        assert all(address.endswith(".example") for address in addresses)
