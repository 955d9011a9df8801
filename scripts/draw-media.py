#!/usr/bin/env python3
"""Draws the pictures of content-library/media, which the example templates show.

    python3 -m pip install pillow==13.0.0
    python3 scripts/draw-media.py content-library/media

Flat shapes on a plain ground, 1080 x 1080, drawn at twice the size and reduced, saved as JPEG. The
same script and the same Pillow give the same files. Nothing here comes from elsewhere.
"""

import math
import pathlib
import random
import sys

from PIL import Image, ImageDraw

SIZE = 1080
SCALE = 2

CREAM, SAND, INK, WHITE = "#fff6e6", "#f2ddb8", "#2e2a3b", "#ffffff"
VERMEIL, CORAL, ROSE, PLUM = "#d9822b", "#e8604c", "#f4a9a0", "#7b3b5e"
LEAF, MOSS, MINT, SKY = "#5b9a4b", "#33683f", "#bfe3c8", "#a9d8ee"
NIGHT, GOLD, BROWN, GREY = "#27365f", "#f5c445", "#8a5a34", "#b9bcc6"


class Picture:
    """A square canvas whose coordinates run from 0 to 1080."""

    def __init__(self, ground):
        self.image = Image.new("RGB", (SIZE * SCALE, SIZE * SCALE), ground)
        self.pen = ImageDraw.Draw(self.image)

    def _all(self, values):
        return [value * SCALE for value in values]

    def dot(self, x, y, radius, color):
        self.oval(x, y, radius, radius, color)

    def oval(self, x, y, wide, high, color):
        self.pen.ellipse(self._all([x - wide, y - high, x + wide, y + high]), fill=color)

    def box(self, x, y, wide, high, color, round=0):
        box = self._all([x, y, x + wide, y + high])
        self.pen.rounded_rectangle(box, radius=round * SCALE, fill=color)

    def shape(self, points, color):
        self.pen.polygon([tuple(self._all(point)) for point in points], fill=color)

    def line(self, points, color, width=14):
        places = [tuple(self._all(point)) for point in points]
        self.pen.line(places, fill=color, width=width * SCALE, joint="curve")
        for x, y in (points[0], points[-1]):
            self.dot(x, y, width / 2, color)

    def pie(self, x, y, radius, start, end, color):
        box = self._all([x - radius, y - radius, x + radius, y + radius])
        self.pen.pieslice(box, start, end, fill=color)

    def arc(self, x, y, radius, start, end, color, width=14):
        box = self._all([x - radius, y - radius, x + radius, y + radius])
        self.pen.arc(box, start, end, fill=color, width=width * SCALE)

    def leaf(self, x, y, length, angle, color):
        """A pointed leaf that grows from a point; angles in degrees, 0 to the right."""
        turn = math.radians(angle)
        points = []
        for step in range(41):
            along = step / 20 if step <= 20 else (40 - step) / 20
            side = (1 if step <= 20 else -1) * math.sin(math.pi * along / 2) * length * 0.22
            reach = along / 2 * length
            points.append(
                (x + reach * math.cos(turn) - side * math.sin(turn),
                 y + reach * math.sin(turn) + side * math.cos(turn)))
        self.shape(points, color)

    def star(self, x, y, radius, color, points=5, inner=0.45):
        corners = []
        for step in range(points * 2):
            reach = radius if step % 2 == 0 else radius * inner
            turn = math.pi * step / points - math.pi / 2
            corners.append((x + reach * math.cos(turn), y + reach * math.sin(turn)))
        self.shape(corners, color)

    def heart(self, x, y, size, color):
        self.dot(x - size * 0.5, y, size * 0.52, color)
        self.dot(x + size * 0.5, y, size * 0.52, color)
        self.shape([(x - size * 0.95, y + size * 0.25), (x + size * 0.95, y + size * 0.25),
                    (x, y + size * 1.3)], color)
        self.box(x - size * 0.5, y - size * 0.05, size, size * 0.4, color)

    def pennants(self, y, colors):
        """A string of pennants across the picture."""
        self.arc(SIZE / 2, y - 1150, 1290, 60, 120, INK, 8)
        for step in range(7):
            x = 120 + step * 140
            top = y - 1150 + math.sqrt(1290 ** 2 - (x - SIZE / 2) ** 2)
            self.shape([(x - 46, top), (x + 46, top), (x, top + 96)], colors[step % len(colors)])

    def floor(self, y, color):
        self.box(0, y, SIZE, SIZE - y, color)

    def save(self, path):
        small = self.image.resize((SIZE, SIZE), Image.Resampling.LANCZOS)
        # JPEG, since Instagram takes nothing else and the product converts no pixels.
        small.save(path, quality=80, optimize=True, progressive=True)


def vigne():
    p = Picture("#fbe3c0")
    p.dot(820, 250, 110, GOLD)
    p.oval(250, 1010, 620, 260, "#e2a15c")
    p.oval(880, 1060, 560, 270, "#c9793f")
    p.line([(140, 240), (400, 300), (680, 270), (960, 330)], BROWN, 26)
    for x, y, color in ((330, 420, PLUM), (690, 400, "#4d3a78")):
        for row, count in enumerate((5, 4, 4, 3, 2, 1)):
            for step in range(count):
                p.dot(x + (step - (count - 1) / 2) * 66, y + row * 58, 37, color)
                p.dot(x + (step - (count - 1) / 2) * 66 - 10, y + row * 58 - 12, 8, ROSE)
        p.line([(x, y - 40), (x + 10, y - 120)], BROWN, 14)
    for x, y, angle, color in ((420, 300, 60, CORAL), (430, 300, 20, VERMEIL), (800, 300, 70, CORAL),
                               (180, 250, 100, VERMEIL), (560, 280, 90, LEAF), (900, 320, 30, LEAF)):
        p.leaf(x, y, 190, angle, color)
    return p


def jouets():
    p = Picture("#fde9df")
    p.pennants(190, (CORAL, GOLD, LEAF))
    p.floor(860, "#eec8ae")
    p.box(120, 640, 250, 150, CORAL, 18)
    p.box(300, 540, 120, 250, VERMEIL, 18)
    p.box(325, 570, 70, 70, SKY, 10)
    p.box(150, 560, 50, 100, INK, 8)
    p.box(450, 690, 170, 100, LEAF, 12)
    p.line([(400, 770), (460, 770)], INK, 14)
    for x in (180, 290, 390, 490, 580):
        p.dot(x, 810, 52, INK)
        p.dot(x, 810, 24, GOLD)
    p.dot(800, 520, 120, BROWN)
    for x in (710, 890):
        p.dot(x, 430, 48, BROWN)
        p.dot(x, 430, 24, SAND)
    p.oval(800, 740, 140, 150, BROWN)
    p.oval(800, 750, 80, 95, SAND)
    p.oval(800, 560, 52, 40, SAND)
    p.dot(800, 542, 17, INK)
    for x in (757, 843):
        p.dot(x, 495, 13, INK)
    for x in (690, 910):
        p.dot(x, 850, 50, BROWN)
    p.dot(1000, 820, 74, SKY)
    p.pie(1000, 820, 74, 300, 60, CORAL)
    p.pie(1000, 820, 74, 120, 240, GOLD)
    return p


def printemps():
    p = Picture("#e6f4dc")
    p.oval(540, 960, 620, 190, "#cfe7bd")
    for step in range(7):
        x = 180 + step * 46
        p.line([(x, 840), (x + (step - 3) * 12, 380)], LEAF, 34)
        tip = (x + (step - 3) * 12, 350)
        p.leaf(tip[0], tip[1] + 60, 120, -90, MOSS)
        for y in (500, 610, 710):
            p.leaf(x + (step - 3) * 6, y, 44, -60, MOSS)
    p.box(165, 640, 310, 46, VERMEIL, 20)
    for x, y in ((640, 540), (800, 480), (880, 640)):
        p.leaf(x, y - 60, 170, -110, LEAF)
        p.leaf(x, y - 60, 150, -60, MOSS)
        p.dot(x, y, 74, CORAL)
        p.shape([(x - 30, y + 60), (x + 30, y + 60), (x, y + 150)], WHITE)
    for x, y in ((620, 820), (780, 850), (930, 820)):
        p.dot(x - 34, y - 20, 50, "#d93a3a")
        p.dot(x + 34, y - 20, 50, "#d93a3a")
        p.shape([(x - 82, y), (x + 82, y), (x, y + 110)], "#d93a3a")
        p.star(x, y - 58, 56, LEAF, 6, 0.4)
        for dx, dy in ((-36, 0), (0, 24), (36, 0), (0, -24)):
            p.oval(x + dx, y + dy, 5, 9, GOLD)
    return p


def ete():
    p = Picture("#c9ecf5")
    p.dot(830, 240, 130, GOLD)
    for step in range(12):
        turn = math.radians(step * 30)
        p.line([(830 + 165 * math.cos(turn), 240 + 165 * math.sin(turn)),
                (830 + 215 * math.cos(turn), 240 + 215 * math.sin(turn))], GOLD, 16)
    p.floor(880, "#f5d9a0")
    p.pie(380, 480, 360, 0, 180, MOSS)
    p.pie(380, 480, 326, 0, 180, MINT)
    p.pie(380, 480, 296, 0, 180, CORAL)
    for x, y in ((220, 560), (330, 600), (440, 590), (540, 550), (300, 690), (430, 690), (370, 540)):
        p.oval(x, y, 12, 19, INK)
    for x, y, radius in ((730, 800, 105), (915, 830, 84)):
        p.dot(x, y, radius, "#e2452f")
        p.oval(x - radius * 0.4, y - radius * 0.4, radius * 0.22, radius * 0.15, ROSE)
        p.star(x, y - radius * 0.8, radius * 0.6, LEAF, 5, 0.3)
    return p


def automne():
    p = Picture("#f6dcb9")
    p.floor(850, "#d99a5b")
    for dx, wide in ((-170, 120), (170, 120), (-90, 140), (90, 140), (0, 130)):
        p.oval(380 + dx, 680, wide, 200, "#e37f26" if dx in (-170, 170) else "#f0953b")
    p.oval(380, 680, 70, 200, "#f7a951")
    p.line([(380, 490), (400, 420)], MOSS, 44)
    p.leaf(400, 450, 180, -20, LEAF)
    p.dot(740, 760, 110, "#d7c04a")
    p.oval(740, 630, 68, 100, "#d7c04a")
    p.line([(740, 540), (760, 480)], BROWN, 18)
    p.leaf(756, 500, 120, 10, LEAF)
    for x, size in ((900, 1.0), (990, 0.7)):
        p.box(x - 26 * size, 760, 52 * size, 110, CREAM, 18)
        p.pie(x, 780, 84 * size, 180, 360, "#a4663a")
    for x, y, angle, color in ((120, 160, 40, CORAL), (620, 200, 110, VERMEIL), (930, 260, 70, CORAL),
                               (300, 250, 150, GOLD), (800, 110, 20, GOLD)):
        p.leaf(x, y, 130, angle, color)
    return p


def hiver():
    p = Picture("#d5e6f3")
    snow = random.Random(7)
    for _ in range(46):
        p.dot(snow.uniform(30, 1050), snow.uniform(30, 620), snow.uniform(5, 13), WHITE)
    p.oval(540, 1060, 760, 260, WHITE)
    for x, y, radius in ((270, 740, 125), (470, 800, 105), (350, 560, 105)):
        p.dot(x, y, radius, "#f08a24")
        p.oval(x - radius * 0.35, y - radius * 0.4, radius * 0.2, radius * 0.13, "#f9be7c")
        p.leaf(x, y - radius * 0.9, 110, -30, MOSS)
    p.dot(770, 700, 190, LEAF)
    for radius, color in ((170, "#79b35f"), (128, "#9cc97d"), (86, "#c2dfa2"), (44, "#e4f1cd")):
        p.dot(770 + (190 - radius) * 0.15, 700 - (190 - radius) * 0.2, radius, color)
    for angle in (200, 250, 300, 345):
        turn = math.radians(angle)
        p.line([(770, 700), (770 + 185 * math.cos(turn), 700 + 185 * math.sin(turn))], "#d9ecc1", 8)
    return p


def anniversaire():
    p = Picture("#fdeef0")
    p.pennants(110, (VERMEIL, CORAL, SKY, GOLD))
    p.oval(540, 900, 400, 56, GREY)
    p.box(230, 640, 620, 250, ROSE, 30)
    p.box(330, 460, 420, 210, CREAM, 30)
    for step in range(6):
        p.dot(282 + step * 103, 660, 46, WHITE)
    for step in range(5):
        p.dot(362 + step * 90, 478, 34, CORAL)
    for step in range(5):
        x = 380 + step * 80
        p.box(x - 11, 360, 22, 100, (SKY, GOLD, LEAF)[step % 3], 6)
        p.oval(x, 330, 15, 28, GOLD)
        p.oval(x, 338, 7, 15, CORAL)
    for x, color in ((300, VERMEIL), (420, SKY), (540, VERMEIL), (660, SKY), (780, VERMEIL)):
        p.star(x, 790, 34, color)
    return p


def rentree():
    p = Picture("#e4eefb")
    p.floor(890, "#c9b08a")
    p.arc(420, 330, 110, 180, 360, INK, 34)
    p.box(170, 330, 500, 560, "#3f6fae", 70)
    p.box(230, 600, 380, 220, "#345d93", 34)
    p.box(170, 470, 500, 34, GOLD)
    for x in (270, 570):
        p.box(x - 30, 450, 60, 90, VERMEIL, 12)
    p.star(420, 710, 66, GOLD)
    for x, angle, color in ((770, -8, CORAL), (850, 0, LEAF), (930, 8, GOLD)):
        p.shape([(x - 26, 480), (x + 26, 480), (x + 26 - angle, 890), (x - 26 - angle, 890)], color)
        p.shape([(x - 26, 480), (x + 26, 480), (x, 410)], SAND)
        p.shape([(x - 9, 434), (x + 9, 434), (x, 410)], INK)
    p.box(700, 820, 330, 60, SAND, 8)
    for step in range(10):
        p.box(716 + step * 31, 820, 5, 30 if step % 2 else 44, INK)
    return p


def equipe():
    p = Picture("#f7ead6")
    p.box(70, 190, 940, 34, BROWN, 16)
    for step, color in enumerate((CORAL, MOSS, NIGHT)):
        x = 220 + step * 320
        p.dot(x, 240, 24, INK)
        p.arc(x, 360, 84, 180, 360, INK, 14)
        p.line([(x - 84, 360), (x - 84, 420)], INK, 14)
        p.line([(x + 84, 360), (x + 84, 420)], INK, 14)
        p.shape([(x - 96, 400), (x + 96, 400), (x + 96, 520), (x + 142, 600), (x + 142, 880), (x - 142, 880),
                 (x - 142, 600), (x - 96, 520)], color)
        p.line([(x - 140, 606), (x - 172, 700)], color, 14)
        p.line([(x + 140, 606), (x + 172, 700)], color, 14)
        p.box(x - 84, 640, 168, 130, CREAM, 20)
        p.line([(x, 650), (x, 764)], color, 8)
    p.star(540, 480, 50, GOLD)
    p.floor(930, SAND)
    return p


def horaires():
    p = Picture("#e9e4f2")
    p.floor(940, "#c8bfdc")
    p.box(250, 130, 580, 820, MOSS, 24)
    p.box(310, 190, 460, 700, SKY, 14)
    p.shape([(310, 560), (560, 190), (690, 190), (310, 750)], "#c5e6f5")
    p.box(700, 560, 34, 120, GOLD, 16)
    p.dot(520, 450, 190, CREAM)
    p.arc(520, 450, 190, 0, 360, INK, 20)
    for step in range(12):
        turn = math.radians(step * 30)
        p.dot(520 + 148 * math.cos(turn), 450 + 148 * math.sin(turn), 9, INK)
    p.line([(520, 450), (520, 330)], INK, 18)
    p.line([(520, 450), (606, 500)], CORAL, 18)
    p.dot(520, 450, 18, INK)
    return p


def rappel():
    p = Picture("#fdf0d0")
    p.shape([(540, 150), (1000, 930), (80, 930)], CORAL)
    p.shape([(540, 290), (880, 865), (200, 865)], CREAM)
    p.shape([(490, 430), (590, 430), (565, 690), (515, 690)], INK)
    p.dot(540, 775, 48, INK)
    return p


def ecran():
    p = Picture("#e2eef2")
    p.floor(900, "#bcd5dc")
    p.box(330, 120, 420, 790, INK, 60)
    p.box(358, 190, 364, 640, WHITE, 12)
    p.dot(540, 870, 22, GREY)
    p.box(382, 214, 316, 180, VERMEIL, 14)
    p.dot(540, 304, 56, WHITE)
    p.shape([(520, 272), (520, 336), (574, 304)], VERMEIL)
    for row in range(2):
        for column, color in enumerate((MINT, ROSE)):
            p.box(382 + column * 164, 418 + row * 196, 152, 176, (color, SKY, SAND)[(row + column) % 3], 14)
    p.dot(458, 500, 40, CORAL)
    p.box(580, 465, 84, 70, LEAF, 12)
    p.star(458, 700, 50, GOLD)
    p.heart(622, 682, 34, CORAL)
    for x, y, size in ((190, 430, 44), (890, 330, 54), (860, 620, 34), (210, 690, 32)):
        p.heart(x, y, size, CORAL)
    return p


def solidarite():
    p = Picture("#f3e7f0")
    p.dot(540, 520, 400, "#ead3e4")
    p.box(290, 420, 500, 370, "#c99a63", 16)
    p.shape([(290, 430), (190, 330), (440, 330), (540, 430)], "#dcb37f")
    p.shape([(790, 430), (890, 330), (640, 330), (540, 430)], "#dcb37f")
    p.heart(540, 540, 90, CORAL)
    for side in (-1, 1):
        x = 540 + side * 290
        p.shape([(x + side * 250, 1080), (x + side * 90, 1080), (x - side * 40, 760), (x + side * 60, 700)], NIGHT)
        p.oval(x - side * 10, 730, 70, 62, "#e9b795")
        for step in range(3):
            p.oval(x - side * 66, 690 + step * 40, 56, 21, "#e9b795")
    return p


def bouquet():
    p = Picture("#fde8ea")
    p.floor(920, "#efc6c9")
    for x, y in ((360, 340), (540, 270), (720, 340), (440, 480), (640, 480), (290, 500), (800, 500)):
        p.line([(x, y), (540, 740)], MOSS, 12)
    for angle in (200, 235, 305, 340):
        p.leaf(540, 680, 290, angle, LEAF)
    for step, (x, y) in enumerate(((360, 340), (540, 270), (720, 340), (440, 480), (640, 480), (290, 500),
                                   (800, 500))):
        color = (CORAL, VERMEIL, PLUM, ROSE)[step % 4]
        for turn in range(6):
            angle = math.radians(turn * 60)
            p.dot(x + 50 * math.cos(angle), y + 50 * math.sin(angle), 42, color)
        p.dot(x, y, 34, GOLD)
    p.shape([(400, 640), (680, 640), (630, 930), (450, 930)], "#4b8fa8")
    p.box(390, 620, 300, 54, "#3c778d", 20)
    return p


def paques():
    p = Picture("#dff1f7")
    p.dot(860, 220, 90, GOLD)
    p.oval(540, 1040, 760, 330, "#8cc474")
    for x, y, size, color, other in ((300, 740, 1.0, ROSE, PLUM), (540, 690, 1.2, GOLD, CORAL),
                                     (790, 750, 1.0, SKY, NIGHT)):
        p.oval(x, y, 105 * size, 140 * size, color)
        p.box(x - 96 * size, y - 24 * size, 192 * size, 38 * size, other, 12)
        for step in range(-2, 3):
            p.dot(x + step * 36 * size, y + 60 * size, 11 * size, other)
            p.dot(x + step * 28 * size, y - 70 * size, 9 * size, other)
    grass = random.Random(3)
    for _ in range(90):
        x, y = grass.uniform(10, 1070), grass.uniform(850, 1060)
        p.line([(x, y), (x + grass.uniform(-22, 22), y - grass.uniform(60, 130))], LEAF, 9)
    return p


def galette():
    p = Picture("#f9e6c4")
    p.oval(540, 800, 450, 110, GREY)
    p.oval(540, 790, 400, 130, "#b86f2c")
    p.oval(540, 740, 400, 130, "#e09a3e")
    for wide, color in ((340, "#c98232"), (322, "#e09a3e"), (230, "#c98232"), (214, "#e09a3e")):
        p.oval(540, 740, wide, wide * 0.31, color)
    for step in range(12):
        turn = math.radians(step * 30 + 15)
        p.line([(540 + 240 * math.cos(turn), 740 + 76 * math.sin(turn)),
                (540 + 315 * math.cos(turn + 0.2), 740 + 98 * math.sin(turn + 0.2))], "#c98232", 8)
    p.shape([(330, 640), (290, 330), (430, 480), (540, 270), (650, 480), (790, 330), (750, 640)], GOLD)
    p.box(328, 590, 424, 70, VERMEIL, 12)
    for x, y in ((290, 330), (540, 270), (790, 330)):
        p.dot(x, y, 30, CORAL)
    for x, color in ((410, SKY), (540, CORAL), (670, SKY)):
        p.dot(x, 625, 22, color)
    return p


def crepes():
    p = Picture("#fceedd")
    p.oval(420, 800, 330, 74, INK)
    p.box(700, 770, 330, 50, BROWN, 24)
    p.oval(420, 784, 290, 52, "#4a4560")
    p.oval(430, 400, 270, 76, "#e7b45e")
    p.oval(430, 386, 250, 62, "#f5d290")
    for x, y in ((330, 380), (420, 400), (520, 370), (470, 420), (560, 395), (370, 410)):
        p.oval(x, y, 26, 10, "#d79a44")
    for x in (270, 430, 590):
        p.line([(x, 700), (x, 560)], GREY, 12)
        p.line([(x - 26, 590), (x, 556), (x + 26, 590)], GREY, 12)
    p.dot(880, 260, 80, GOLD)
    p.star(880, 260, 44, CREAM)
    return p


def marche():
    p = Picture("#eaf3ee")
    for step in range(9):
        color = CORAL if step % 2 == 0 else WHITE
        p.box(step * 120, 110, 120, 170, color)
        p.dot(step * 120 + 60, 280, 60, color)
    p.box(70, 110, 26, 900, BROWN)
    p.box(984, 110, 26, 900, BROWN)
    p.box(40, 760, 1000, 260, "#b98656", 14)
    p.box(40, 760, 1000, 44, "#a3733f", 14)
    p.oval(300, 690, 150, 66, "#7fa9bd")
    p.shape([(420, 690), (520, 620), (520, 760)], "#7fa9bd")
    p.dot(215, 674, 12, INK)
    p.pie(650, 740, 150, 180, 300, GOLD)
    p.box(500, 700, 300, 50, "#e2ac33", 10)
    for x, y in ((590, 690), (650, 640), (560, 722), (720, 722)):
        p.dot(x, y, 15, "#d4962a")
    p.box(820, 560, 150, 190, INK, 12)
    for y in (600, 640, 680):
        p.line([(845, y), (940, y)], CREAM, 8)
    return p


def producteurs():
    p = Picture("#dcf0f6")
    p.dot(200, 210, 90, GOLD)
    p.oval(250, 840, 560, 240, "#9ccb7c")
    p.oval(860, 860, 560, 260, "#7fb765")
    for step in range(6):
        p.line([(560 + step * 90, 1080), (760 + step * 34, 700)], "#b7d98f", 20)
    p.box(190, 460, 300, 240, CORAL)
    p.shape([(160, 470), (340, 320), (520, 470)], PLUM)
    p.box(290, 560, 100, 140, CREAM)
    p.line([(290, 560), (390, 700)], BROWN, 10)
    p.line([(390, 560), (290, 700)], BROWN, 10)
    p.box(560, 760, 230, 150, WHITE, 16)
    p.box(770, 810, 120, 100, VERMEIL, 20)
    p.box(806, 826, 62, 44, SKY, 8)
    p.leaf(640, 850, 90, -40, LEAF)
    for x in (630, 820):
        p.dot(x, 915, 40, INK)
        p.dot(x, 915, 17, GREY)
    return p


def barbecue():
    p = Picture("#fbe7cc")
    p.floor(930, "#a8cf8d")
    for x in (400, 540, 680):
        p.arc(x - 20, 230, 40, 90, 270, GREY, 12)
        p.arc(x - 20, 310, 40, 270, 90, GREY, 12)
    p.line([(430, 700), (330, 950)], INK, 22)
    p.line([(650, 700), (750, 950)], INK, 22)
    p.pie(540, 520, 290, 0, 180, "#c9432f")
    p.box(230, 490, 620, 44, INK, 18)
    for y, colors in ((440, (LEAF, CORAL, GOLD, PLUM)), (385, (GOLD, LEAF, CORAL, VERMEIL))):
        p.line([(250, y), (830, y)], BROWN, 10)
        for step in range(6):
            p.box(300 + step * 82, y - 30, 60, 60, colors[step % 4], 18)
    return p


def consultation():
    p = Picture("#e5e9f7")
    p.box(110, 160, 500, 300, VERMEIL, 70)
    p.shape([(220, 440), (340, 440), (210, 560)], VERMEIL)
    p.box(500, 360, 470, 280, NIGHT, 70)
    p.shape([(760, 620), (870, 620), (890, 730)], NIGHT)
    for step in range(3):
        p.dot(270 + step * 90, 310, 26, CREAM)
    p.line([(640, 500), (710, 570), (840, 430)], CREAM, 28)
    p.box(330, 760, 420, 260, "#c99a63", 16)
    p.box(430, 790, 220, 24, INK, 10)
    p.box(470, 650, 140, 150, WHITE, 8)
    p.line([(500, 710), (530, 740), (580, 680)], LEAF, 14)
    return p


def soldes():
    p = Picture("#fbe4e0")
    p.box(80, 190, 920, 26, INK, 12)
    for step, (color, drop) in enumerate(((CORAL, 90), (NIGHT, 200), (VERMEIL, 60), (LEAF, 170))):
        x = 220 + step * 215
        p.line([(x, 210), (x, 320 + drop)], INK, 8)
        p.shape([(x - 86, 390 + drop), (x, 300 + drop), (x + 86, 390 + drop), (x + 86, 700 + drop),
                 (x - 86, 700 + drop)], color)
        p.dot(x, 362 + drop, 18, CREAM)
        p.line([(x - 44, 600 + drop), (x + 44, 490 + drop)], CREAM, 16)
        p.dot(x - 34, 500 + drop, 21, CREAM)
        p.dot(x + 34, 590 + drop, 21, CREAM)
    return p


def voeux():
    p = Picture(NIGHT)
    sky = random.Random(11)
    for _ in range(36):
        p.dot(sky.uniform(20, 1060), sky.uniform(20, 640), sky.uniform(2, 6), CREAM)
    for x, y, radius, color in ((280, 260, 130, GOLD), (760, 210, 160, CORAL), (560, 420, 100, SKY)):
        for step in range(16):
            turn = math.radians(step * 22.5)
            p.line([(x + radius * 0.35 * math.cos(turn), y + radius * 0.35 * math.sin(turn)),
                    (x + radius * math.cos(turn), y + radius * math.sin(turn))], color, 8)
            p.dot(x + radius * 1.18 * math.cos(turn), y + radius * 1.18 * math.sin(turn), 7, color)
    for x, wide, top in ((0, 230, 760), (210, 200, 690), (390, 250, 780), (620, 210, 710), (810, 280, 770)):
        p.box(x, top, wide, 400, "#3c4b7a")
        p.shape([(x - 24, top + 10), (x + wide / 2, top - 110), (x + wide + 24, top + 10)], WHITE)
        for row in range(2):
            for column in range(2):
                p.box(x + 40 + column * (wide - 130), top + 60 + row * 110, 50, 64, GOLD, 6)
    p.floor(1010, WHITE)
    return p


def maison():
    p = Picture("#eef1e4")
    p.floor(900, "#cfc39f")
    p.line([(300, 0), (300, 170)], INK, 10)
    p.pie(300, 280, 130, 180, 360, VERMEIL)
    p.dot(300, 290, 38, GOLD)
    p.box(150, 520, 420, 390, WHITE, 20)
    p.box(150, 500, 420, 50, GREY, 12)
    p.dot(360, 730, 130, GREY)
    p.dot(360, 730, 100, SKY)
    p.oval(360, 760, 84, 50, "#7fb8d6")
    p.dot(220, 590, 18, INK)
    p.dot(280, 590, 18, INK)
    p.box(650, 330, 330, 480, WHITE, 14)
    for step, color in enumerate(("#2c9a48", "#63b345", "#bccf35", "#f2d22e", "#f0a530", "#e4702c", "#d63a2e")):
        y, wide = 372 + step * 58, 110 + step * 26
        p.shape([(680, y), (680 + wide, y), (680 + wide + 22, y + 20), (680 + wide, y + 40), (680, y + 40)], color)
    return p


def panier():
    p = Picture("#e9f4e4")
    p.floor(900, "#cfe2c2")
    p.arc(540, 560, 330, 180, 360, BROWN, 34)
    p.oval(380, 510, 70, 170, "#d99b4f")
    for y in (410, 480, 550):
        p.line([(340, y + 20), (420, y - 20)], "#b97933", 14)
    p.shape([(520, 330), (590, 330), (570, 660), (540, 660)], VERMEIL)
    for angle in (-120, -90, -60):
        p.leaf(555, 340, 150, angle, LEAF)
    p.dot(700, 520, 100, "#d93a3a")
    p.leaf(700, 430, 90, -50, LEAF)
    p.shape([(190, 560), (890, 560), (800, 910), (280, 910)], "#c99a63")
    for row in range(5):
        y = 590 + row * 64
        p.line([(215 + row * 18, y), (865 - row * 18, y)], "#b07f48", 12)
    p.box(170, 540, 740, 50, "#a8763f", 22)
    p.shape([(800, 640), (980, 640), (1030, 700), (980, 760), (800, 760)], LEAF)
    p.dot(985, 700, 15, CREAM)
    p.heart(880, 684, 26, CREAM)
    return p


PICTURES = (vigne, jouets, printemps, ete, automne, hiver, anniversaire, rentree, equipe, horaires, rappel, ecran,
            solidarite, bouquet, paques, galette, crepes, marche, producteurs, barbecue, consultation, soldes,
            voeux, maison, panier)


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: draw-media.py FOLDER")
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for draw in PICTURES:
        draw().save(folder / f"{draw.__name__}.jpg")


main()
