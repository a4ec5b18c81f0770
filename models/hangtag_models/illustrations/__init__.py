"""Product illustrations drawn for this project, for the examples folder and as extra training pictures."""
