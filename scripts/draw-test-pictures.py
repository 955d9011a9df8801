#!/usr/bin/env python3
"""Draws the small pictures of Tests/VitrineContentTests/Data/pictures.

    python3 -m pip install pillow==13.0.0
    python3 scripts/draw-test-pictures.py Tests/VitrineContentTests/Data/pictures

Every note in them says SECRET, and every place has the number 0xC0FFEE42, so that a test finds what
slips through. The same script and the same Pillow give the same files. Nothing here comes from elsewhere.
"""

import io
import pathlib
import struct
import sys
import zlib

from PIL import Image, ImageCms

PLACE = 0xC0FFEE42
XMP = (
    b"<?xpacket begin='' id='W5M0'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
    b"SECRET <exif:GPSLatitude>48,51.SECRETN</exif:GPSLatitude></x:xmpmeta><?xpacket end='w'?>"
)


def drawing(size=(24, 16), mode="RGB"):
    """Four corners of four colours, so that turning and mirroring show."""
    image = Image.new("RGB", size)
    wide, high = size
    for x in range(wide):
        for y in range(high):
            corner = (x >= wide // 2) + 2 * (y >= high // 2)
            image.putpixel((x, y), [(200, 30, 30), (30, 160, 60), (40, 60, 190), (230, 210, 40)][corner])
    return image.convert(mode)


def tiff(orientation, order="<"):
    """Notes of a camera: maker, orientation, a place."""
    text = b"SECRET maker\0"
    entries = [(0x010F, 2, len(text), None), (0x0112, 3, 1, orientation), (0x8825, 4, 1, None)]
    start = 8 + 2 + 12 * len(entries) + 4
    place = start + len(text) + len(text) % 2
    body = b"II*\0" if order == "<" else b"MM\0*"
    body += struct.pack(order + "IH", 8, len(entries))
    for tag, kind, count, value in entries:
        if tag == 0x010F:
            field = struct.pack(order + "I", start)
        elif tag == 0x8825:
            field = struct.pack(order + "I", place)
        else:
            field = struct.pack(order + "HH", value, 0)
        body += struct.pack(order + "HHI", tag, kind, count) + field
    body += struct.pack(order + "I", 0) + text + b"\0" * (len(text) % 2)
    body += struct.pack(order + "HHHII", 1, 2, 5, 3, place + 18) + struct.pack(order + "I", 0)
    for _ in range(3):
        body += struct.pack(order + "II", PLACE, 1)
    return body


def profile():
    """A colour profile whose texts are secret."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    secret = data.replace("sRGB built-in".encode("utf-16-be"), "SECRETbuilt-i".encode("utf-16-be"))
    assert secret != data
    return secret[:48] + b"SECR" + secret[52:]


def saved(image, kind, **options):
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def segment(marker, payload):
    return bytes([0xFF, marker]) + struct.pack(">H", len(payload) + 2) + payload


def phone_jpeg():
    """What a phone writes: notes before the picture, and a second picture behind it."""
    plain = saved(drawing(), "JPEG", quality=90)
    thumbnail = saved(drawing((8, 6)), "JPEG", comment=b"SECRET thumbnail")
    notes = segment(0xE1, b"Exif\0\0" + tiff(6) + thumbnail)
    notes += segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP)
    notes += segment(0xE2, b"ICC_PROFILE\0\1\1" + profile())
    notes += segment(0xE2, b"MPF\0SECRET")
    notes += segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x06SECRET")
    notes += segment(0xEB, b"JP\0\0SECRET") + segment(0xFE, b"SECRET comment")
    return plain[:2] + notes + plain[2:] + saved(drawing((8, 6)), "JPEG", comment=b"SECRET") + b"SECRET"


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def noted_png():
    plain = saved(drawing(), "PNG", optimize=True)
    head, rest = plain[:33], plain[33:-12]
    notes = chunk(b"iCCP", b"SECRET\0\0" + zlib.compress(profile())) + chunk(b"gAMA", struct.pack(">I", 45455))
    notes += chunk(b"tIME", b"\x07\xea\x0b\x19\1\2\3") + chunk(b"tEXt", b"Author\0SECRET")
    notes += chunk(b"zTXt", b"SECRET\0\0" + zlib.compress(b"SECRET"))
    notes += chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)
    notes += chunk(b"eXIf", tiff(8, ">")) + chunk(b"prVt", b"SECRET")
    return head + notes + rest + chunk(b"tEXt", b"Comment\0SECRET") + plain[-12:] + b"SECRET"


def noted_gif():
    frames = [drawing().convert("P", palette=Image.Palette.ADAPTIVE, colors=8), drawing().rotate(180).convert("P", palette=Image.Palette.ADAPTIVE, colors=8)]
    plain = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=200, loop=3)
    size = 13 + (3 << ((plain[10] & 7) + 1) if plain[10] & 0x80 else 0)

    def blocks(data):
        return b"".join(bytes([len(data[i : i + 255])]) + data[i : i + 255] for i in range(0, len(data), 255)) + b"\0"

    notes = b"\x21\xfe" + blocks(b"SECRET comment")
    notes += b"\x21\xff\x0bXMP DataXMP" + XMP + bytes([1]) + bytes(range(255, -1, -1)) + b"\0"
    notes += b"\x21\xff\x0bSECRETAPP01" + blocks(b"SECRET")
    return plain[:size] + notes + plain[size:-1] + b"\x21\xfe" + blocks(b"SECRET") + b"\x3b" + b"SECRET"


def pictures():
    grey = drawing(mode="L")
    clear = drawing(mode="RGBA")
    clear.putalpha(Image.linear_gradient("L").resize(clear.size))
    frames = [drawing(), drawing().rotate(180), drawing().rotate(90)]
    notes = {"exif": tiff(5), "xmp": XMP, "icc_profile": profile()}
    return {
        "plain.jpg": saved(drawing(), "JPEG"),
        "progressive.jpg": saved(drawing((40, 30)), "JPEG", progressive=True),
        "restarts.jpg": saved(drawing((40, 30)), "JPEG", restart_marker_blocks=1),
        "grey.jpg": saved(grey, "JPEG", comment=b"SECRET"),
        "cmyk.jpg": saved(drawing(mode="CMYK"), "JPEG", comment=b"SECRET"),
        "phone.jpg": phone_jpeg(),
        "plain.png": saved(drawing(), "PNG"),
        "grey16.png": saved(grey.convert("I;16"), "PNG"),
        "palette.png": saved(drawing().quantize(4), "PNG", transparency=0),
        "clear.png": saved(clear, "PNG"),
        "moving.png": saved(frames[0], "PNG", save_all=True, append_images=frames[1:], duration=100),
        "notes.png": noted_png(),
        "still.gif": saved(drawing().quantize(4), "GIF"),
        "notes.gif": noted_gif(),
        "plain.webp": saved(drawing(), "WEBP"),
        "lossless.webp": saved(clear, "WEBP", lossless=True, exact=True),
        "clear.webp": saved(clear, "WEBP", **notes),
        "notes.webp": saved(drawing(), "WEBP", **notes) + b"SECRET",
        "moving.webp": saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=100, **notes),
    }


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in pictures().items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main()
