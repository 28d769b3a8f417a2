"""The same map in Streamlit, as its documentation teaches it: the script runs anew at every click.

``WORLD=... streamlit run tests/benchmarks/contestants/streamlit_app.py``. It runs in an environment of its own
(requirements-benchmark.txt), so it imports nothing of ours.
"""

import json
import os
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.express as px
import streamlit as st

WORLD = Path(os.environ["WORLD"])


@st.cache_data
def read_world() -> tuple[dict[str, Any], dict[str, Any]]:
    """The world and its areas."""
    return json.loads(WORLD.read_text("utf-8")), json.loads(WORLD.with_suffix(".geojson").read_bytes())


world, geometry = read_world()
st.set_page_config(layout="wide")
names = [each["name"] for each in world["indicators"]]
name = st.radio("指标", names, horizontal=True, key="indicator")
year = st.radio("年份", world["years"], horizontal=True, key="year")
st.header(f"{name} {year}")
indicator = world["indicators"][names.index(name)]
count = len(indicator["colours"])
figure = px.choropleth(
    pd.DataFrame({"code": world["codes"], "name": world["names"], "class": indicator["classes"][str(year)]}),
    geojson=geometry,
    locations="code",
    color="class",
    hover_name="name",
    color_continuous_scale=[
        ((number + edge) / count, colour) for number, colour in enumerate(indicator["colours"]) for edge in (0, 1)
    ],
    range_color=(-0.5, count - 0.5),
)
figure.update_geos(fitbounds="locations", visible=False)
figure.update_layout(margin={"r": 0, "t": 0, "l": 0, "b": 0})
st.plotly_chart(figure, theme=None, config={"topojsonURL": "/app/static/"})
