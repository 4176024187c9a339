"""The school's vocabulary: every noun that two stages share. Knows pydantic and the standard library only."""
