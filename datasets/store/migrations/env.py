"""What Alembic runs: the migrations on the connection it was handed, within its transaction."""

from alembic import context

from datasets.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
