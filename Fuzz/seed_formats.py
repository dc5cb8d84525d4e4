"""How the bytes of seeds are made: WebSocket frames, deflate data, BSON and base64url. Used by seeds.py."""

import base64
import datetime
import struct
import zlib


def frame(opcode, payload=b"", final=True, packed=False, mask=b"\x37\xfa\x21\x3d"):
    """A client's frame."""
    first = (0x80 if final else 0) | (0x40 if packed else 0) | opcode
    size = len(payload)
    if size < 126:
        head = bytes([first, 0x80 | size])
    elif size < 65536:
        head = bytes([first, 0x80 | 126]) + struct.pack(">H", size)
    else:
        head = bytes([first, 0x80 | 127]) + struct.pack(">Q", size)
    return head + mask + bytes(byte ^ mask[index % 4] for index, byte in enumerate(payload))


def deflate(data, bits=15, level=6):
    """Raw deflate data without the tail that the RFC leaves off."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -bits)
    return (packer.compress(data) + packer.flush(zlib.Z_SYNC_FLUSH))[:-4]


class Bits:
    """BSON by hand, odd types included: each value is its type and its bytes."""

    @staticmethod
    def element(kind, name, content):
        return bytes([kind]) + name.encode() + b"\0" + content

    @staticmethod
    def text(value):
        data = value if isinstance(value, bytes) else value.encode()
        return struct.pack("<i", len(data) + 1) + data + b"\0"

    @classmethod
    def document(cls, *elements):
        body = b"".join(elements)
        return struct.pack("<i", len(body) + 5) + body + b"\0"

    @classmethod
    def value(cls, name, value):
        """An element by the type that Python has for it; pairs give type and bytes themselves."""
        if isinstance(value, tuple):
            return cls.element(value[0], name, value[1])
        if isinstance(value, bool):
            return cls.element(8, name, bytes([value]))
        if isinstance(value, int):
            kind, layout = (16, "<i") if -(1 << 31) <= value < 1 << 31 else (18, "<q")
            return cls.element(kind, name, struct.pack(layout, value))
        if isinstance(value, float):
            return cls.element(1, name, struct.pack("<d", value))
        if isinstance(value, str):
            return cls.element(2, name, cls.text(value))
        if isinstance(value, list):
            return cls.element(4, name, cls.document(*(cls.value(str(at), each) for at, each in enumerate(value))))
        if isinstance(value, dict):
            return cls.element(3, name, cls.of(value))
        return cls.element(10, name, b"")

    @classmethod
    def of(cls, fields):
        return cls.document(*(cls.value(name, value) for name, value in fields.items()))


def date(text):
    """A BSON date."""
    at = datetime.datetime.fromisoformat(text + "+00:00")
    return 9, struct.pack("<q", int(at.timestamp() * 1000))


def oid(number):
    """A BSON id."""
    return 7, number.to_bytes(12, "big")


def decimal(coefficient, exponent):
    """A BSON decimal."""
    bits = (exponent + 6176) << 113 | coefficient
    return 19, bits.to_bytes(16, "little")


def part(data):
    """Base64url without padding."""
    return base64.urlsafe_b64encode(data.encode() if isinstance(data, str) else data).rstrip(b"=").decode()
