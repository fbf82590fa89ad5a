"""A collection of documents, aligned unattended on one machine or a cluster, into tables of Parquet.

:func:`.run.run_corpus` does it; the command is ``align corpus MANIFEST -o FOLDER``.

    manifest -> documents with keys -> batches on Ray Data -> shards -> partitions of the tables -> report
"""
