#!/usr/bin/env python3
"""Cuts a font down to the characters that Offramp draws, with tabular figures made the default.

Letters are drawn one at a time, without OpenType features, so that the glyphs that `tnum` would
choose are put in the character map itself. Hinting, kerning and names go: nothing that draws the
result reads them.

    subset_font.py latin|basic IN.otf OUT     writes OUT.otf, for tests, and OUT.woff2, for the site

`basic` is for the weight of headings: what it lacks is drawn in the other.
"""
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

# Inter is drawn in 2,816. At 90 pixels, the largest that a phone draws, a point moves by a tenth of a
# pixel at the most, and the outlines take a seventh fewer bytes.
UNITS_PER_EM = 512

# Letters, figures and the punctuation of headings; then the rest of ASCII, the arrows and signs of
# our own texts, and western European letters.
BASIC = "".join(c for c in map(chr, range(0x20, 0x7F)) if c.isalnum() or c in " !$%&'()+,-./:;?")
BASIC += "\u00a0–’“”−€£\u202f"
CHARACTERS = {
    "basic": BASIC,
    "latin": BASIC + "".join(map(chr, range(0x20, 0x7F))) + "—‘…×←→·¥" +
             "ÄÅÆÇÈÉÑÖØÜßàáâäåæçèéêëíîïñóôöøùúûüœ«»§°²³½",
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


def main():
    characters, source, target = sys.argv[1:]
    font = TTFont(source)
    tabular_figures(font)
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.desubroutinize = True  # brotli finds what repeats better than subroutines do
    options.name_IDs = [0, 1, 2, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "GDEF", "GPOS", "GSUB", "STAT", "MVAR"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=CHARACTERS[characters])
    subsetter.subset(font)
    scale_upem(font, UNITS_PER_EM)
    font["head"].modified = font["head"].created  # the same bytes on every day
    font.recalcTimestamp = False
    font.save(f"{target}.otf")
    font.flavor = "woff2"
    font.save(f"{target}.woff2")


main()
