# The words of the dialog that makes a picture.

export-open = Picture
export-open-hint = Save the map or chart that you see as a picture for briefings and reports
export-title = Make a picture
export-kind = What to draw
export-kinds-overview = Overview
export-kinds-map = Map
export-kinds-multiples = Small maps of several years
export-kinds-domain = Indicators of the domain
export-kinds-gap = Gap
export-kinds-ranking = Ranking
export-kinds-trend = Trend
export-kinds-heat = Heat map of targets
export-kinds-waterfall = Breakdown of the gap
export-kinds-spine = County comparison
export-kinds-coverage = Map of coverage
export-size = Size
export-sizes-slide = Slide 16:9 (1920×1080)
export-sizes-slide-4k = Slide 4K (3840×2160)
export-sizes-a4-landscape = A4 landscape
export-sizes-a4-portrait = A4 portrait
export-sizes-a3-landscape = A3 landscape
export-sizes-a3-portrait = A3 portrait
export-sizes-own = Own size (pixels)
export-width = Width (pixels)
export-height = Height (pixels)
export-dpi = Resolution (pixels per inch)
export-colour = Colour
export-colours-0 = Colour
export-colours-1 = Greyscale
export-format = Format
export-maker = Made by
export-maker-hint = Such as: Development and Reform Bureau; kept on this computer
export-approval = Map approval number
export-approval-hint = The publisher applies for it; leave empty if there is none
export-save = Download picture
export-copy = Copy link to picture
export-preview = Preview
export-too-large = This picture is too large: drawing it takes more memory or time than is allowed. Please choose a smaller size or a lower resolution, or SVG or PDF
export-died = The program that draws ended unexpectedly; please try again
export-place =
    { $ahead ->
        [0] Drawing
        [one] { $ahead } picture ahead
       *[other] { $ahead } pictures ahead
    }
export-busy =
    { $ahead ->
        [one] Many pictures are being drawn, { $ahead } ahead of this one; please try again in a while
       *[other] Many pictures are being drawn, { $ahead } ahead of this one; please try again in a while
    }
export-browser-drawing = Drawing…
export-browser-queued = { $message }…
export-browser-failed = This picture cannot be drawn: { $message }
export-browser-no-glyph = There is a character that no font has; please write the maker and the approval number in another way. ({ $message })
export-browser-unreachable = The server cannot be reached; please try again later.
export-browser-own-size = Width and height are whole numbers from 400 to 12,000.
export-browser-pixels = { $width } × { $height } pixels
export-browser-vector = Vector graphic, sharp at any size
export-browser-copy = Copy link to picture
export-browser-copied = Copied
