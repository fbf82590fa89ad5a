"""Document -> cleaned text that knows its origin -> sentences."""
