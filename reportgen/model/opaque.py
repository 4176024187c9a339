"""Names for pupils that say nothing about them: what families' files are called."""

from __future__ import annotations

import hmac
from hashlib import sha256

OPAQUE_LENGTH = 16
SECRET_BYTES = 32


def opaque_key(pupil: str, secret: bytes) -> str:
    """16 hex of HMAC-SHA256 of a pupil's key under the school's secret: the same every time, and not to be guessed or undone."""
    return hmac.new(secret, pupil.encode(), sha256).hexdigest()[:OPAQUE_LENGTH]


def secret_of(text: str) -> bytes:
    """The secret in the text of config/secret.key: 64 hex. Raises ValueError when it is anything else."""
    secret = bytes.fromhex(text.strip())
    if len(secret) != SECRET_BYTES:
        raise ValueError(f"a secret has {2 * SECRET_BYTES} hexadecimal digits")
    return secret
