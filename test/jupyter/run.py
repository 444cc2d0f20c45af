"""Checks notebooks with nbformat and runs them with nbclient, and runs scripts: prints what came of each file as JSON.

A notebook's last cell, or a script, that raises is told by the name of its exception.
"""

import json
import subprocess
import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError


def printed(notebook):
    """What the cells of a notebook that has run have printed and shown."""
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    shown = [output.get("text") or output.get("data", {}).get("text/plain", "") + "\n" for output in outputs if output.get("name") != "stderr"]
    return "".join(shown)


def run(path):
    if path.endswith(".py"):
        ended = subprocess.run([sys.executable, path], capture_output=True, text=True)
        name = ended.stderr.rstrip().split("\n")[-1].split(":")[0] if ended.returncode else None
        if name and not name.endswith("Error"):
            name = "AssertionError" if "\nAssertionError" in ended.stderr else name
        return {"error": name, "printed": ended.stdout}
    notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook, version=4, version_minor=5)
    try:
        client.execute_on(notebook)
    except CellExecutionError as error:
        return {"error": error.ename, "printed": printed(notebook)}
    return {"error": None, "printed": printed(notebook)}


class Shared:
    """One kernel for all notebooks, whose names are forgotten between them: to start one takes a second."""

    def __init__(self):
        self.client = NotebookClient(nbformat.v4.new_notebook(), kernel_name="python3", timeout=60)

    def execute_on(self, notebook):
        notebook.cells.insert(0, nbformat.v4.new_code_cell("%reset -f"))
        self.client.nb = notebook
        self.client.reset_execution_trackers()
        for index, cell in enumerate(notebook.cells):
            if cell.cell_type == "code":
                self.client.execute_cell(cell, index)


client = Shared()
with client.client.setup_kernel():
    print(json.dumps({path: run(path) for path in sys.argv[1:]}))
