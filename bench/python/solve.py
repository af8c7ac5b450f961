"""Answers one integer program with a solver that has a Python interface, for `qualpath bench`.

    solve.py SOLVER PROGRAM.json SECONDS

PROGRAM.json has `sense`, `columns` as pairs of bounds, `rows` as terms and bounds, `objective` as terms (pairs of column and
factor), and `entries`, the number of columns that are units, for solvers that count. Prints one JSON object: `status`, then `values` or `count`, and `own`, the seconds that
building the model and solving it took, without the start of the process. One thread, no gap, everything exact.
"""

import json
import sys
import time


def by_highs(program, seconds):
    import highspy

    started = time.perf_counter()
    highs = highspy.Highs()
    for name, value in [
        ("output_flag", False),
        ("threads", 1),
        ("time_limit", seconds),
        ("mip_rel_gap", 0.0),
        ("mip_abs_gap", 0.5),
    ]:
        highs.setOptionValue(name, value)
    infinity = highspy.kHighsInf
    costs = [0.0] * len(program["columns"])
    for term in program["objective"]:
        costs[term[0]] = float(term[1])
    for index, (lower, upper) in enumerate(program["columns"]):
        highs.addCol(costs[index], lower, upper, 0, [], [])
        highs.changeColIntegrality(index, highspy.HighsVarType.kInteger)
    for terms, lower, upper in program["rows"]:
        highs.addRow(
            -infinity if lower is None else lower,
            infinity if upper is None else upper,
            len(terms),
            [term[0] for term in terms],
            [float(term[1]) for term in terms],
        )
    if program["sense"] == "maximise":
        highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
    highs.run()
    status = highs.getModelStatus()
    own = time.perf_counter() - started
    if status == highspy.HighsModelStatus.kOptimal:
        return {"status": "optimal", "values": list(highs.getSolution().col_value), "own": own}
    if status in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible):
        return {"status": "infeasible", "own": own}
    return {"status": "limit" if status == highspy.HighsModelStatus.kTimeLimit else "failed", "own": own}


def by_scip(program, seconds):
    from pyscipopt import Model, quicksum

    started = time.perf_counter()
    model = Model()
    model.hideOutput()
    model.setParam("limits/time", seconds)
    model.setParam("limits/gap", 0.0)
    columns = [model.addVar(vtype="I", lb=lower, ub=upper) for lower, upper in program["columns"]]
    for terms, lower, upper in program["rows"]:
        total = quicksum(factor * columns[column] for column, factor in terms)
        if lower is not None:
            model.addCons(total >= lower)
        if upper is not None:
            model.addCons(total <= upper)
    objective = quicksum(factor * columns[column] for column, factor in program["objective"])
    model.setObjective(objective, "maximize" if program["sense"] == "maximise" else "minimize")
    model.optimize()
    status = model.getStatus()
    own = time.perf_counter() - started
    if status == "optimal":
        return {"status": "optimal", "values": [model.getVal(column) for column in columns], "own": own}
    if status in ("infeasible", "inforunbd"):
        return {"status": "infeasible", "own": own}
    return {"status": "limit" if status == "timelimit" else "failed", "own": own}


def by_cp_sat(program, seconds):
    from ortools.sat.python import cp_model

    started = time.perf_counter()
    model = cp_model.CpModel()
    columns = [model.NewIntVar(lower, upper, "") for lower, upper in program["columns"]]
    for terms, lower, upper in program["rows"]:
        total = sum(factor * columns[column] for column, factor in terms)
        if not terms:
            if (lower is not None and lower > 0) or (upper is not None and upper < 0):
                model.AddBoolOr([])
            continue
        if lower is not None:
            model.Add(total >= lower)
        if upper is not None:
            model.Add(total <= upper)
    objective = sum(factor * columns[column] for column, factor in program["objective"])
    if program["objective"]:
        (model.Maximize if program["sense"] == "maximise" else model.Minimize)(objective)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = seconds
    status = solver.Solve(model)
    own = time.perf_counter() - started
    if status == cp_model.OPTIMAL:
        return {"status": "optimal", "values": [solver.Value(column) for column in columns], "own": own}
    if status == cp_model.INFEASIBLE:
        return {"status": "infeasible", "own": own}
    return {"status": "limit" if status in (cp_model.UNKNOWN, cp_model.FEASIBLE) else "failed", "own": own}


def by_clingo(program, seconds):
    import clingo

    started = time.perf_counter()
    lines = ["{ x(0..%d) }." % (len(program["columns"]) - 1)]
    for index, (lower, upper) in enumerate(program["columns"]):
        if upper == 0:
            lines.append(":- x(%d)." % index)
        if lower == 1:
            lines.append(":- not x(%d)." % index)
    for terms, lower, upper in program["rows"]:
        total = "#sum { %s }" % "; ".join("%d,%d : x(%d)" % (factor, column, column) for column, factor in terms)
        if lower is not None:
            lines.append(":- %s < %d." % (total, lower))
        if upper is not None:
            lines.append(":- %s > %d." % (total, upper))
    lines.append("#show x(I) : x(I), I < %d." % program["entries"])
    lines.append("#show.")
    control = clingo.Control(["0", "--project=show", "--warn=none"])
    control.add("base", [], "\n".join(lines))
    control.ground([("base", [])])
    count = 0
    with control.solve(yield_=False, async_=True, on_model=None) as handle:
        finished = handle.wait(seconds)
        if not finished:
            handle.cancel()
    count = int(control.statistics["summary"]["models"]["enumerated"])
    own = time.perf_counter() - started
    return {"status": "count", "count": str(count), "own": own} if finished else {"status": "limit", "own": own}


SOLVERS = {"highs": by_highs, "scip": by_scip, "cp-sat": by_cp_sat, "clingo": by_clingo}


def main():
    name, path, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
    with open(path, encoding="utf-8") as file:
        program = json.load(file)
    print(json.dumps(SOLVERS[name](program, seconds)))


main()
