"""Brings text files into a new collection of Anki's own library, and prints what it made of them as JSON."""

import json
import sys
import tempfile
from pathlib import Path

from anki.collection import Collection, ImportCsvRequest

with tempfile.TemporaryDirectory() as folder:
    collection = Collection(str(Path(folder) / "collection.anki2"))
    found = []
    for path in sys.argv[1:]:
        metadata = collection.get_csv_metadata(path=path, delimiter=None)
        log = collection.import_csv(ImportCsvRequest(path=path, metadata=metadata)).log
        found.append({"new": len(log.new), "updated": len(log.updated), "found": log.found_notes})
    notes = [collection.get_note(id) for id in collection.find_notes("")]
    print(
        json.dumps(
            {
                "files": found,
                "notes": [
                    {"guid": note.guid, "fields": note.fields, "tags": note.tags, "deck": collection.decks.name(note.cards()[0].did)}
                    for note in notes
                ],
            }
        )
    )
    collection.close()
