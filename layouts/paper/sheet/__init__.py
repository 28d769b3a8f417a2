"""The sheet that every picture is drawn on: size, fonts, margins."""
