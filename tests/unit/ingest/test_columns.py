"""Headings and fields."""

from __future__ import annotations

from unit.ingest.by_hand import AMARA, BEN, MARKS, ROLL, ROLL_TEXT, Load, codes, only


def test_headings_match_however_they_are_written(load_files: Load) -> None:
    """Capitals, doubled and outer spaces, line ends, byte order marks and the kind of apostrophe make no difference."""
    text = ROLL_TEXT.replace("UPN,Surname,Forename,DOB", '\ufeffupn ,"Pupil’s  \nSurname",  forename,dob')
    columns = {**ROLL["columns"], "legal_surname": "Pupil's surname"}
    loading = load_files({"exports/pupils.csv": text}, {**ROLL, "columns": columns})
    assert codes(loading) == []
    assert sorted(loading.loaded.pupils["legal_surname"]) == ["Okonkwo", "Smith"]


def test_the_first_heading_found_is_used(load_files: Load) -> None:
    """A list of headings that mean the same takes the first that the file has."""
    columns = {**ROLL["columns"], "legal_surname": ["Legal Surname", "Surname"]}
    assert codes(load_files({"exports/pupils.csv": ROLL_TEXT}, {**ROLL, "columns": columns})) == []


def test_a_needed_column_that_is_missing_stops_with_help(load_marks: Load) -> None:
    """The stop lists the headings found and the nearest one."""
    problem = only(load_marks(source={"columns": {**MARKS["columns"], "subject": "Subjet name"}}), "L208")
    assert problem.found == 'headings "UPN", "Subject", "Result", "Class", "Teacher"'
    assert problem.remedy == 'Did you mean "Subject"?'


def test_a_needed_field_no_one_maps_stops(load_marks: Load) -> None:
    """A results source without a subject, by column or fixed value, is refused."""
    loading = load_marks(source={"columns": {"upn": "UPN", "written": "Result"}})
    assert only(loading, "L208").expected == 'a column for "subject"'


def test_another_column_that_is_missing_is_said(load_files: Load) -> None:
    """A form column that is not there leaves forms empty, with a warning."""
    columns = {**ROLL["columns"], "form": "Tutor group"}
    loading = load_files({"exports/pupils.csv": ROLL_TEXT}, {**ROLL, "columns": columns})
    assert only(loading, "L209").expected == '"form" under "Tutor group"'
    assert loading.loaded.pupils["form"].isna().all()


def test_an_unknown_field_stops_with_the_nearest(load_files: Load) -> None:
    """A mistyped field is never silently nothing."""
    columns = {**ROLL["columns"], "surname": "Surname"}
    assert only(load_files({"exports/pupils.csv": ROLL_TEXT}, {**ROLL, "columns": columns}), "L215").remedy.startswith(
        'Did you mean "'
    )


def test_two_columns_of_one_heading_stop_when_they_differ(load_files: Load) -> None:
    """Which of two different Surname columns is meant no one can say; of two equal ones it makes no difference."""
    different = ROLL_TEXT.replace("Sex", "Surname")
    assert "L210" in codes(
        load_files(
            {"exports/pupils.csv": different},
            {**ROLL, "columns": {k: v for k, v in ROLL["columns"].items() if k != "sex"}},
        )
    )
    equal = "\n".join(f"{line},{line.split(',')[1]}" for line in ROLL_TEXT.splitlines())
    assert codes(load_files({"exports/pupils.csv": equal}, ROLL)) == ["L222"]


def test_fixed_values_and_translations(load_marks: Load) -> None:
    """`fixed` gives every row a value; `values` turns what the export writes into what it means, capitals ignored."""
    loading = load_marks(
        f"{AMARA},MATHEMATICS 1,5,,",
        source={"values": {"subject": {"Mathematics 1": "maths"}}, "fixed": {"collection": "jun", "facet": "current"}},
    )
    assert loading.loaded.results[["subject", "collection"]].to_numpy().tolist() == [["maths", "jun"]]


def test_where_leaves_rows_to_other_sources(load_marks: Load) -> None:
    """Rows whose column holds something else are counted as not for this source."""
    loading = load_marks(f"{AMARA},Maths,5,,", f"{BEN},English,5,,", source={"where": {"Subject": ["maths"]}})
    assert (loading.counts[1].used, loading.counts[1].not_for_source) == (1, 1)
    assert "L214" in codes(load_marks(source={"where": {"Kind": ["maths"]}}))


def test_joined_columns_make_a_key(load_files: Load) -> None:
    """`join` puts columns together with '-'; half a key is none."""
    text = "school,id,Year\nA,1,10\nB,1,10\nB,,10\n"
    source = {
        "id": "roll",
        "file": "exports/pupils.csv",
        "frame": "pupils",
        "columns": {"pupil": {"join": ["school", "id"]}, "year_group": "Year"},
    }
    loading = load_files({"exports/pupils.csv": text}, source)
    assert loading.loaded.pupils["pupil"].tolist() == ["A-1", "B-1"]
    assert only(loading, "R201").found == "row 4"
