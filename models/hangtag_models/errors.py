"""Errors a person can act on: each names the file, row or key it is about."""

from __future__ import annotations


class HangtagError(Exception):
    """Base of all expected failures; the command line prints its text and exits with status 2."""


class BadImage(HangtagError):
    """A picture that cannot be decoded."""


class BadData(HangtagError):
    """A missing or contradictory file, row or column of the training data."""


class BadConfig(HangtagError):
    """A configuration with an unknown, missing or impossible key."""


class BadCheckpoint(HangtagError):
    """A checkpoint that does not belong to this class list or network."""


class BadRelease(HangtagError):
    """An exported model that breaks the package contract or its parity limits."""
