"""PNG files as others read them."""

from io import BytesIO

import numpy as np
from PIL import Image

from layouts.paper.sheet.png import write_png


def test_a_reader_of_png_finds_every_pixel_the_resolution_and_the_title():
    pixels = np.random.default_rng(7).integers(0, 256, (13, 17, 4), np.uint8)
    with Image.open(BytesIO(write_png(pixels, 300, "清远市 千人床位"))) as image:
        image.load()  # checks the sums too
        assert image.mode == "RGB"
        assert (np.asarray(image) == pixels[..., :3]).all()
        assert [round(each) for each in image.info["dpi"]] == [300, 300]
        assert image.info["Title"] == "清远市 千人床位"
