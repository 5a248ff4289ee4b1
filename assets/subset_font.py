#!/usr/bin/env python3
"""Cuts a font down to the characters that Offramp draws, with tabular figures made the default.

Dear ImGui applies no OpenType features, so that the glyphs that `tnum` would choose are put in the
character map itself. Hinting, kerning and names go: nothing that draws the result reads them.

    subset_font.py latin|basic IN.otf GAPS.ttf OUT.otf

`basic` is for the weight of headings: what it lacks is drawn in the other. What IN.otf lacks is taken
from GAPS.ttf.
"""
import sys

from fontTools import subset
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

# The punctuation, arrows and signs of our own texts beside ASCII; then western European letters,
# the space in French numbers, and what Japanese dates and amounts are made of.
BASIC = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0–—‘’“”…×−→·€£¥"
CHARACTERS = {
    "basic": BASIC,
    "latin": BASIC + "".join(map(chr, range(0xA0, 0x100))) + "ŒœŠšŽžŸ‚„‹›•≤≥←\u202f年月日万億兆",
}


def tabular_figures(font):
    """Maps each figure to its tabular glyph, as the feature `tnum` would."""
    substitutions = {}
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for subtable in table.LookupList.Lookup[index].SubTable:
                    subtable = getattr(subtable, "ExtSubTable", subtable)
                    substitutions.update(getattr(subtable, "mapping", {}))
    for cmap in font["cmap"].tables:
        for code, glyph in list(cmap.cmap.items()):
            if chr(code) in "0123456789" and glyph in substitutions:
                cmap.cmap[code] = substitutions[glyph]
    figures = [font.getBestCmap()[ord(c)] for c in "0123456789"]
    widths = [font["hmtx"][glyph][0] for glyph in figures]
    if max(widths) - min(widths) > font["head"].unitsPerEm / 500:
        sys.exit(f"{sys.argv[1]}: its figures are not tabular (widths {sorted(set(widths))})")
    # Interpolated weights round their widths apart by a unit or two.
    for glyph in figures:
        font["hmtx"][glyph] = (max(widths), font["hmtx"][glyph][1])


def fill_gaps(font, donor, characters):
    """Adds the glyphs of those characters that the font lacks, scaled to its em."""
    scale = font["head"].unitsPerEm / donor["head"].unitsPerEm
    top = font["CFF "].cff.topDictIndex[0]
    glyphs = donor.getGlyphSet()
    for character in characters:
        if ord(character) in font.getBestCmap():
            continue
        glyph = donor.getBestCmap()[ord(character)]
        name = f"uni{ord(character):04X}"
        width, left = (round(length * scale) for length in donor["hmtx"][glyph])
        pen = T2CharStringPen(width - top.Private.nominalWidthX, glyphs)
        glyphs[glyph].draw(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
        top.CharStrings.charStrings[name] = len(top.CharStrings.charStringsIndex)
        top.CharStrings.charStringsIndex.append(pen.getCharString(top.Private, top.GlobalSubrs))
        top.charset.append(name)
        font["hmtx"][name] = (width, left)
        for cmap in font["cmap"].tables:
            cmap.cmap[ord(character)] = name
    font.setGlyphOrder(top.charset)


def main():
    characters, source, gaps, target = sys.argv[1:]
    font = TTFont(source)
    tabular_figures(font)
    fill_gaps(font, TTFont(gaps), CHARACTERS[characters])
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.desubroutinize = True  # brotli finds what repeats better than subroutines do
    options.name_IDs = [0, 1, 2, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "GDEF", "STAT", "MVAR"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=CHARACTERS[characters])
    subsetter.subset(font)
    font["head"].modified = font["head"].created  # the same bytes on every day
    font.recalcTimestamp = False
    font.save(target)


main()
