"""The three calendars in step: checks, workload, completeness, the thread of the years, what is due."""
