#!/usr/bin/env python3
"""Writes the licences of everything that is part of the program, as its packages carry them."""

import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAMES = ("license", "licence", "copying", "notice", "unlicense")


def main() -> None:
    metadata = json.loads(
        subprocess.check_output(
            ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", sys.argv[1]], cwd=ROOT
        )
    )
    used = reached(metadata)
    out = ["Parts of huifang and their licences", "=" * 35, ""]
    for package in sorted(metadata["packages"], key=lambda it: (it["name"], it["version"])):
        if package["id"] not in used or package["name"] == "huifang":
            continue
        folder = pathlib.Path(package["manifest_path"]).parent
        out += ["-" * 78, f"{package['name']} {package['version']}: {package['license'] or 'see below'}", ""]
        texts = sorted(it for it in folder.iterdir() if it.is_file() and it.name.lower().startswith(NAMES))
        # What is built from C lies in the sources of the crate.
        texts += sorted(folder.glob("sqlcipher/LICENSE*")) + sorted(folder.glob("openssl/LICENSE*"))
        for text in texts:
            out += [f"[{text.name}]", text.read_text(errors="replace").strip(), ""]
        if not texts:
            out += ["The crate carries no text of its licence; it is the one named above.", ""]
    print("\n".join(out))


def reached(metadata: dict) -> set[str]:
    """What the program is built from: not what only tests and build scripts need."""
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    todo, found = [metadata["resolve"]["root"]], set()
    while todo:
        here = todo.pop()
        if here in found:
            continue
        found.add(here)
        for dependency in nodes[here]["deps"]:
            kinds = {kind["kind"] for kind in dependency["dep_kinds"]}
            # OpenSSL's sources come by a build script, and are in the program all the same.
            if None in kinds or "openssl_src" == dependency["name"]:
                todo.append(dependency["pkg"])
    return found


main()
