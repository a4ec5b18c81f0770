"""Training, measuring and releasing Hangtag's model packages."""

__version__ = "0.1.0"
