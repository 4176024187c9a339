"""The pipeline: the seven steps, and what runs in the workers."""
