"""The HTML document that every page is loaded into, as Dash fills it in."""

BOOTSTRAP = "/assets/vendor/bootstrap-5.3.8.min.css"
# A tab's icon as part of the page: a file would be asked for again at every change of the address.
_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' "
    "rx='3' fill='%2316425B'/%3E%3Cpath d='M3 9h4v4H3z' fill='%23E08E35'/%3E%3Cpath d='M9 3h4v10H9z' "
    "fill='%2386BBDC'/%3E%3C/svg%3E"
)
INDEX = f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>{{%metas%}}<title>{{%title%}}</title><link rel="icon" href="{_ICON}">{{%css%}}</head>
<body>{{%app_entry%}}<footer>{{%config%}}{{%scripts%}}{{%renderer%}}</footer></body>
</html>"""
