"""Headers on every answer: nothing may be loaded from or sent to another host, and the page may not be framed there."""

from flask import Flask, Response


def register(server: Flask, script_hashes: list[str]) -> None:
    """``script_hashes`` are those of Dash's inline scripts; no other inline script runs."""
    policy = "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' {' '.join(script_hashes)}",
            "style-src 'self' 'unsafe-inline'",  # plotly.js and ag-grid insert style elements
            "img-src 'self' data: blob:",  # the PNG of a map is an image before it is a file
            "font-src 'self' data:",  # ag-grid's icons
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        ]
    )

    @server.after_request
    def protect(answer: Response) -> Response:
        answer.headers["Content-Security-Policy"] = policy
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["Referrer-Policy"] = "same-origin"
        return answer
