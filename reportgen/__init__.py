"""reportgen: a school's exports and calendars in, report packs out."""
