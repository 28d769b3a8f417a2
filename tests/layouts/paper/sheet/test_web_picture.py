"""Pictures for small files: a browser's picture in few bytes, the colours kept."""

import base64
from io import BytesIO

import numpy as np
from PIL import Image

from layouts.paper.sheet.png import write_png
from layouts.paper.sheet.web_picture import write_web_picture


def test_a_flat_drawing_keeps_its_size_and_colours_in_fewer_bytes():
    pixels = np.full((300, 400, 3), 255, np.uint8)
    pixels[50:100, 40:300] = (22, 66, 91)
    png = write_png(pixels, 150, "图")
    kind, _, body = write_web_picture(png).partition(";base64,")
    drawn = Image.open(BytesIO(base64.b64decode(body))).convert("RGB")
    assert kind == "data:image/webp"
    assert drawn.size == (400, 300)
    assert (drawn.getpixel((60, 60)), drawn.getpixel((5, 5))) == ((22, 66, 91), (255, 255, 255))
    assert len(base64.b64decode(body)) < len(png)
