"""Names across scripts.

========================================  ==============================================================
:mod:`align.names.transliteration`        Cyrillic -> Latin: BGN/PCGN, ISO 9, Library of Congress, press
:mod:`align.names.palladius`              Chinese names in Russian -> pinyin and Wade-Giles
:mod:`align.names.transcription`          Latin -> Cyrillic, as Russian print transcribes names
:mod:`align.names.phonetic`               the consonants of a name as a key, the same for similar sounds
:mod:`align.names.similarity`             how similar two names are: every comparison of names
========================================  ==============================================================
"""
