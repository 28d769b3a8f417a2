"""An indicator that was given another id: figures that were imported under the former one keep their meaning."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Name the stored figures of the indicator by its present id."""
    op.execute("UPDATE observation SET variable = 'urbanization_rate' WHERE variable = 'urbanisation_rate'")
