"""The command line: the only code that prints, asks, exits or reads the clock."""
