"""Asks `qualpath cohort` about learners on an Apache Spark cluster.

The work is lines in, lines out, so Spark does what Spark is for and nothing else: it reads the learners, brings the rows
of each learner together, hands every partition to one process of `qualpath cohort`, and writes what comes back. A task
whose executor is lost, or which is slow, is run again by Spark; only whole partitions are ever written.

    spark-submit qualpath_cohort.py learners.parquet answers --all --nearest 3

Input: CSV with a header (learner, ref, and where there are any status, result, grade, credit, registered-on), Parquet
with the same columns or with learner and a list `achieved`, or NDJSON as docs/cohorts.md has it.
Output: NDJSON, a line for each learner and qualification, or Parquet with the fields of these lines as columns.
"""

import argparse
import json
import subprocess
import sys
import threading

from pyspark.sql import DataFrame, SparkSession, functions
from pyspark.sql.types import (
    ArrayType,
    BooleanType,
    LongType,
    StringType,
    StructField,
    StructType,
)

# All answered; some learner without a pathway; a search that ended at its limit. Every learner has a line all the same.
ANSWERED = (0, 1, 4)
# With --keep-going: some line could not be read and is left out. It is told on standard error, in the executor's log.
LEFT_OUT = 3

HELD_FIELDS = ("status", "result", "grade", "credit")

LINE = StructType(
    [
        StructField("learner", StringType(), False),
        StructField("qualification", StringType()),
        StructField("status", StringType(), False),
        StructField("complete", BooleanType()),
        StructField("newGlh", LongType()),
        StructField("newUnits", ArrayType(StringType())),
        StructField("counted", ArrayType(StringType())),
        StructField("bound", LongType()),
        StructField("version", StringType()),
        StructField("unknown", ArrayType(StringType())),
    ]
)


def parse_arguments(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("input", help="a file or folder that every executor reaches")
    parser.add_argument("output", help="a folder that is not there yet")
    parser.add_argument("qualifications", nargs="*", help="ids, or paths of models")
    parser.add_argument("--all", action="store_true", help="every qualification at hand")
    parser.add_argument("--nearest", type=int, metavar="K", help="of each learner only the nearest ones")
    parser.add_argument("--models", metavar="FOLDER", help="a folder of models that every executor reaches")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="a value for an open name")
    parser.add_argument("--keep-going", action="store_true", help="leave out learners that cannot be read")
    parser.add_argument("--input-format", choices=["csv", "ndjson", "parquet"], help="told from the name without")
    parser.add_argument("--output-format", choices=["ndjson", "parquet"], default="ndjson")
    parser.add_argument("--partitions", type=int, help="how many processes answer; two a core without")
    parser.add_argument("--qualpath", default="qualpath", metavar="COMMAND", help="the command on every executor")
    options = parser.parse_args(arguments)
    if options.all == bool(options.qualifications):
        parser.error("name qualifications, or give --all")
    return options


def read_learners(spark: SparkSession, path: str, form: str | None) -> DataFrame:
    """One row a learner: `learner`, and `line` as `qualpath cohort` reads it."""
    form = form or form_of(path)
    if form == "ndjson":
        lines = spark.read.text(path).where(functions.trim("value") != "")
        # A line whose learner cannot be told goes on as it is, so that qualpath names what is wrong with it.
        learner = functions.get_json_object("value", "$.learner")
        return lines.select(learner.alias("learner"), functions.col("value").alias("line"))
    rows = spark.read.parquet(path) if form == "parquet" else spark.read.csv(path, header=True)
    rows = rows.select([functions.col(f"`{name}`").alias(name.strip().lower()) for name in rows.columns])
    return one_line_a_learner(rows if "achieved" in rows.columns else gather_units(rows))


def form_of(path: str) -> str:
    for form, endings in {"csv": ("csv",), "ndjson": ("ndjson", "jsonl", "json"), "parquet": ("parquet",)}.items():
        if path.rstrip("/").rsplit(".", 1)[-1].lower() in endings:
            return form
    sys.exit(f"{path}: say with --input-format whether this is csv, ndjson or parquet")


def gather_units(rows: DataFrame) -> DataFrame:
    """Brings the rows of a learner together. A blank `ref` is a learner who holds nothing."""
    missing = [name for name in ("learner", "ref") if name not in rows.columns]
    if missing:
        sys.exit(f"the input has no column {' and no column '.join(missing)}; it has {', '.join(rows.columns)}")
    own = [
        functions.col(name).cast("double" if name == "credit" else "string").alias(name)
        for name in HELD_FIELDS
        if name in rows.columns
    ]
    unit = functions.struct(functions.col("ref"), *own) if own else functions.col("ref")
    held = functions.collect_list(functions.when(functions.trim("ref") != "", unit))
    columns = [functions.sort_array(held).alias("achieved")]
    if "registered-on" in rows.columns:
        columns.append(functions.max(functions.col("`registered-on`").cast("string")).alias("registered-on"))
    return rows.groupBy("learner").agg(*columns)


def one_line_a_learner(learners: DataFrame) -> DataFrame:
    fields = [name for name in ("learner", "achieved", "registered-on") if name in learners.columns]
    # A blank status is one too: that unit is not held.
    row = functions.struct(*[functions.col(f"`{name}`") for name in fields])
    line = functions.to_json(row, {"ignoreNullFields": "false"})
    return learners.select("learner", line.alias("line"))


def command_of(options) -> list[str]:
    command = [*options.qualpath.split(), "cohort", *options.qualifications, "--input-format", "ndjson"]
    if options.all:
        command.append("--all")
    if options.nearest is not None:
        command += ["--nearest", str(options.nearest)]
    if options.models is not None:
        command += ["--models", options.models]
    for text in options.set:
        command += ["--set", text]
    if options.keep_going:
        command.append("--keep-going")
    return command


def answer_with(command: list[str], keep_going: bool):
    """A function from the lines of a partition to the lines that qualpath answers."""
    accepted = (*ANSWERED, LEFT_OUT) if keep_going else ANSWERED

    def answer(lines):
        lines = iter(lines)
        first = next(lines, None)
        if first is None:
            return
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        feeder = threading.Thread(target=feed, args=(process.stdin, first, lines), daemon=True)
        feeder.start()
        for line in process.stdout:
            yield line.decode().rstrip("\n")
        feeder.join()
        code = process.wait()
        if code not in accepted:
            raise RuntimeError(f"{' '.join(command)} ended with {code}; the log of this executor has its messages")

    return answer


def feed(stdin, first, lines):
    # A process that ends early, as at a line that cannot be read, says why with its exit code.
    try:
        stdin.write(f"{first}\n".encode())
        for line in lines:
            stdin.write(f"{line}\n".encode())
        stdin.close()
    except BrokenPipeError:
        pass


def main(arguments=None):
    options = parse_arguments(arguments)
    spark = SparkSession.builder.appName("qualpath cohort").getOrCreate()
    partitions = options.partitions or 2 * spark.sparkContext.defaultParallelism
    learners = read_learners(spark, options.input, options.input_format)
    # All lines of a learner meet in one partition, where qualpath notices one who stands there twice.
    spread = learners.repartition(partitions, "learner").sortWithinPartitions("learner")
    lines = spread.select("line").rdd.map(lambda row: row.line)
    answers = lines.mapPartitions(answer_with(command_of(options), options.keep_going))
    if options.output_format == "ndjson":
        answers.saveAsTextFile(options.output)
    else:
        spark.createDataFrame(answers.map(row_of), LINE).write.parquet(options.output)
    spark.stop()


def row_of(line: str):
    answer = json.loads(line)
    return tuple(answer.get(name) for name in LINE.names)


if __name__ == "__main__":
    main()
