"""A folder of documents: their states, one word list and one glossary, search, and a report to hand in.

:func:`.review_folder.review_folder` shows the start page in a notebook; the command is `align review FOLDER`.
"""
