"""One module for each command of `schakel`: `add_arguments(parser)`, and `run(options)` which returns the status."""
