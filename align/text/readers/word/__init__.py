"""Word documents (WordprocessingML, ECMA-376) -> text."""
