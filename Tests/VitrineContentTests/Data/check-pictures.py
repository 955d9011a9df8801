"""Says what an independent reader (Pillow) finds in pictures before and after they were stripped.

    python3 check-pictures.py ORIGINALS STRIPPED

Both folders hold the same names. Every frame must have the same pixels, the same way is up, and nothing
is left but what a picture needs. Prints a line a difference and how many pictures were compared.
"""

import pathlib
import sys
import warnings

from PIL import Image, ImageSequence

warnings.simplefilter("ignore")
ALLOWED = {
    "jfif", "jfif_version", "jfif_unit", "jfif_density", "adobe", "adobe_transform", "dpi", "exif",
    "icc_profile", "progressive", "progression", "transparency", "gamma", "srgb", "version", "background",
    "duration", "loop", "extension", "timestamp", "bbox", "disposal", "blend", "default_image",
}
ORIENTATION = 0x0112


def frames(path):
    with Image.open(path) as image:
        return [frame.convert("RGBA").tobytes() for frame in ImageSequence.Iterator(image)]


def differences(before, after):
    with Image.open(before) as old, Image.open(after) as new:
        old.load()
        new.load()
        if (old.format, old.size, old.mode) != (new.format, new.size, new.mode):
            yield f"{old.format} {old.size} {old.mode} became {new.format} {new.size} {new.mode}"
        if set(new.info) - ALLOWED:
            yield f"left in: {sorted(set(new.info) - ALLOWED)}"
        up = old.getexif().get(ORIENTATION, 1)
        if dict(new.getexif()) != ({} if up == 1 else {ORIENTATION: up}):
            yield f"notes: {dict(new.getexif())}, and the orientation was {up}"
        if b"SECRET" in new.info.get("icc_profile", b""):
            yield "a secret in the colour profile"
        for key in ("loop", "duration"):
            if old.info.get(key) != new.info.get(key):
                yield f"{key}: {old.info.get(key)} became {new.info.get(key)}"
    if frames(before) != frames(after):
        yield "other pixels"


def main():
    originals, stripped = map(pathlib.Path, sys.argv[1:])
    names = sorted(path.name for path in originals.iterdir())
    found = [f"{name}: {text}" for name in names for text in differences(originals / name, stripped / name)]
    print("\n".join([*found, f"{len(names)} compared"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
