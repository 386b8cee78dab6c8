"""What the API gives and takes: pydantic models, from which the OpenAPI schema and the app's types are made."""
