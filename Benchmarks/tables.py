"""Markdown tables of a benchmark run."""


def row(cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def head(title, *names):
    print(f"\n### {title}\n")
    row(names)
    row(["---"] * len(names))


def ratio(found, kind, field):
    ours = next((r for r in found if r["kind"] == "reho"), None)
    theirs = next(r for r in found if r["kind"] == kind)
    return f"{ours[field] / theirs[field]:.1f}" if ours and kind != "reho" and theirs[field] else ""
