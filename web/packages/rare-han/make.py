#!/usr/bin/env python3
"""Cuts the glyphs of rare Chinese characters into slices of 128 code points, so that a name costs one small file.

On Debian: apt-get install fonts-hanazono python3-fonttools python3-brotli; then run this file. It writes files/*.woff2 and files/rare-han.css, which
are kept with the source: the packages that builds may use have no such font. Characters: what GB 18030-2022 has beyond the 20,902 of Unicode 1.1
(the end of the first block, extensions A to F).
"""
import os
import shutil
import sys
import tempfile

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SOURCE = sys.argv[1] if len(sys.argv) > 1 else '/usr/share/fonts/truetype/hanazono'
HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(HERE, 'files')
FAMILY = 'Hutong Rare Han'  # the source's own names are reserved
BLOCKS = [(0x3400, 0x4DBF), (0x9FA6, 0x9FFF), (0x20000, 0x2A6DF), (0x2A700, 0x2EBEF)]
SLICE = 128
PART = 4096


def wanted(code):
    return any(first <= code <= last for first, last in BLOCKS)


def subset(path, codes, target, flavor=None):
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.glyph_names = False
    options.notdef_outline = False
    options.name_IDs = [1, 2]
    options.legacy_kern = False
    options.drop_tables += ['BASE', 'FFTM', 'GDEF', 'GSUB', 'GlyphOrder', 'prop', 'vhea', 'vmtx', 'gasp']
    font = TTFont(path, lazy=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    for record in font['name'].names:
        record.string = FAMILY if record.nameID == 1 else 'Regular'
    font.flavor = flavor
    font.save(target)


def main():
    shutil.rmtree(TARGET, ignore_errors=True)
    os.makedirs(TARGET)
    rules, seen = [], set()
    with tempfile.TemporaryDirectory() as work:
        for name in ('HanaMinB.ttf', 'HanaMinA.ttf'):
            path = os.path.join(SOURCE, name)
            codes = sorted(code for code in TTFont(path, lazy=True).getBestCmap() if wanted(code) and code not in seen)
            seen.update(codes)
            for part in sorted({code // PART for code in codes}):
                cut = os.path.join(work, f'{name}-{part:x}.ttf')
                subset(path, [code for code in codes if code // PART == part], cut)
                for piece in sorted({code // SLICE for code in codes if code // PART == part}):
                    inside = [code for code in codes if code // SLICE == piece]
                    # a slice that both sources share gets a name of its own for each
                    file = f'{piece * SLICE:x}{"" if name == "HanaMinB.ttf" else "a"}.woff2'
                    subset(cut, inside, os.path.join(TARGET, file), 'woff2')
                    rules.append((inside[0], file, inside))
    with open(os.path.join(TARGET, 'rare-han.css'), 'w') as css:
        for _, file, inside in sorted(rules):
            css.write(f"@font-face{{font-family:'{FAMILY}';font-display:swap;src:url({file})format('woff2');unicode-range:{ranges(inside)}}}\n")
    shutil.copy(os.path.join(HERE, 'LICENSE.txt'), TARGET)
    print(len(seen), 'characters in', len(rules), 'files')


def ranges(codes):
    runs = []
    for code in codes:
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ','.join(f'U+{a:X}' if a == b else f'U+{a:X}-{b:X}' for a, b in runs)


main()
