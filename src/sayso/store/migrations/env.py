"""Run by Alembic: apply the versions to the connection that `store.database` hands over."""

from alembic import context

from sayso.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
