"""Numbers and dates in a text.

==============================  ========================================================================
:mod:`align.numerals.roman`       Roman numerals and their values
:mod:`align.numerals.quantity`    a number at its place, with all values that it may have
:mod:`align.numerals.figures`     numbers in digits
:mod:`align.numerals.composer`    number words in a row, joined as the grammar of numbers allows it
:mod:`align.numerals.phrase`      the words of one number
:mod:`align.numerals.words`       numbers in words
:mod:`align.numerals.quantities`  numbers in digits, Roman numerals and words, compared by value
:mod:`align.numerals.amount`      a number with its unit of money or measure, compared by worth
:mod:`align.numerals.amounts`     the numbers of a text with their units
:mod:`align.numerals.counts`      digits and Roman numerals as they are written, counted
:mod:`align.numerals.dates`       days of months, compared in both calendars
==============================  ========================================================================
"""
