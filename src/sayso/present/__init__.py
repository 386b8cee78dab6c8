"""What people see, as plain values: nothing here decides, and nothing here draws."""
