"""What the API answers, made from a case: one module a view; all are pure."""
