#!/usr/bin/env python3
"""Extracts what articles tell on a Spark cluster: each partition of JSON Lines is piped through `liseuse extract`.

    spark-submit examples/spark/extract_job.py --input press/*.jsonl --output records/ --liseuse "$(command -v liseuse)"
    liseuse join -o press.jsonl records/

The program must be at the same path on every worker. A partition is a pipe: it is run again as a whole when a worker is lost, and gives the
same records, since nothing outlives a line.
"""
import argparse
import os
import shlex

from pyspark.sql import SparkSession


def extracted(context, source, liseuse, partitions, text=True):
    """The records of the lines of `source`, in their order."""
    lines = context.textFile(source, minPartitions=partitions, use_unicode=True)
    command = [liseuse, "extract", "--threads", "1"] + (["--text"] if text else []) + ["-"]
    # checkCode: a partition whose process fails is a failed task, not a short one. An empty partition is an empty pipe.
    # The process sees these variables alone: with LISEUSE_CONFIG_DIR it reads an actors.toml that is at the same path on every worker.
    known = {name: os.environ[name] for name in ["LISEUSE_CONFIG_DIR"] if name in os.environ}
    return lines.pipe(shlex.join(command), env={"LC_ALL": "C.UTF-8", **known}, checkCode=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--input", required=True, help="files in JSON Lines, as Hadoop names them")
    parser.add_argument("--output", required=True, help="the folder of the records, which must not be there")
    parser.add_argument("--liseuse", default="liseuse", help="the program, at the same path on every worker")
    parser.add_argument("--partitions", type=int, default=16)
    parser.add_argument("--no-text", action="store_true", help="leave out what `liseuse join` needs")
    parser.add_argument("--parquet", action="store_true", help="write the records as Parquet, one in each row")
    options = parser.parse_args()
    spark = SparkSession.builder.appName("liseuse extract").getOrCreate()
    records = extracted(spark.sparkContext, options.input, options.liseuse, options.partitions, not options.no_text)
    if options.parquet:
        spark.createDataFrame(records.map(lambda record: (record,)), "value string").write.parquet(options.output)
    else:
        records.saveAsTextFile(options.output)
    spark.stop()


if __name__ == "__main__":
    main()
