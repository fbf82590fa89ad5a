"""Numbers and dates in a text.

==============================  ========================================================================
:mod:`align.numerals.roman`       Roman numerals and their values
:mod:`align.numerals.quantities`  numbers in digits, Roman numerals and words, compared by value
:mod:`align.numerals.counts`      digits and Roman numerals as they are written, counted
:mod:`align.numerals.dates`       days of months, compared in both calendars
==============================  ========================================================================
"""
