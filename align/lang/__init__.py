"""What is known of each language: word lists, lemmas, abbreviations, negation, older spellings."""
