"""Texts of OpenDocument (LibreOffice, OpenOffice) -> text."""
