"""What is known of each language, one file or folder a language.

:func:`align.lang.registry.language` gives the :class:`~align.lang.language.Language` of a code. The other
modules hold what all languages share: lemmas, word frequencies, the lexicon, the folded form of a word.

To add a language, write a module that defines ``LANGUAGE`` (``de.py`` is a short one, the folder ``ru`` a
full one) and add it to :data:`align.lang.registry.LANGUAGES`.
"""
