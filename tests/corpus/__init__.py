"""Collections: many documents, aligned unattended into tables."""
