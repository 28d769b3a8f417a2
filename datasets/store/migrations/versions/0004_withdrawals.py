"""A publication of no version: the dataset is taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Let a publication name no version."""
    with op.batch_alter_table("publication") as table:
        table.alter_column("version_id", existing_type=sa.Integer(), nullable=True)
