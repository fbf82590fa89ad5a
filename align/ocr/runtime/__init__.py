"""Resources loaded once, parallel work, and what a language lacks."""
