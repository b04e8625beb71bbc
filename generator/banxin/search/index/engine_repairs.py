"""What has to be mended in Pagefind's own scripts as they are copied.

A file that got lost must not be forgotten, and one that no cache may keep isn't asked for.

Version 1.5.2, the newest for Python, writes to the console that a part of the index can't be read,
searches without it, and never asks for it again: readers are told that nothing was found. The
version for Node.js asks again from 1.6.0 on. All of them ask for each bundle's entry under an
address that is new every time.
"""

from __future__ import annotations

import msgspec

SCRIPTS = ("pagefind.js", "pagefind-worker.js")
_PATIENCE = 15_000  # milliseconds, as in client/year.js


class Repair(msgspec.Struct, frozen=True):
    """``found`` stands once in each of the scripts; ``put`` stands for it afterwards."""

    found: str
    put: str


REPAIRS = (
    Repair(  # an answer that says there is no such file, or none at all
        "queued.resolve(await fetch(queued.input));",
        f"const answer=await fetch(queued.input,{{signal:AbortSignal.timeout?.({_PATIENCE})}});"
        "if(!answer.ok)throw new Error(`${queued.input}: ${answer.status}`);"
        "queued.resolve(answer);",
    ),
    Repair(  # half a file: its last bytes say how long the whole is
        "data=gz_default(data);",
        "const end=new DataView(data.buffer,data.byteOffset+data.length-4,4).getUint32(0,true);"
        "data=gz_default(data);if(data.length!==end)throw new Error(`${file} is cut`);",
    ),
    Repair(  # another file in its place
        "console.error(`Decompressing ${file} appears to have failed: Missing signature`);"
        "return data;",
        "throw new Error(`${file} is not of Pagefind`);",
    ),
    Repair(
        "console.error(`Failed to load the meta index:\n${e?.toString()}`);",
        "throw e;",
    ),
    Repair(
        "console.error(`Failed to load the index chunk ${url}:\n${e?.toString()}`);",
        "throw e;",
    ),
    Repair(
        'this.loaded_chunks[hash]=this._loadGenericChunk(url,"load_index_chunk");',
        'this.loaded_chunks[hash]=this._loadGenericChunk(url,"load_index_chunk");'
        "this.loaded_chunks[hash].catch(()=>delete this.loaded_chunks[hash]);",
    ),
    Repair(  # one file less to wait for: the manifest told what is in it
        "let entry_response=await this.throttledFetch(entryUrl);"
        "let entry_json=await entry_response.json();",
        "let entry_json=this.metaCacheTag?"
        "{version:this.version,languages:{und:{hash:`und_${this.metaCacheTag}`}}}"
        ":await(await this.throttledFetch(entryUrl)).json();",
    ),
    Repair(  # waits for ever for what couldn't be loaded
        "while(this.primary.wasm===null){",
        "while(this.primary.wasm===null){if(this.primary.initError)throw this.primary.initError;",
    ),
    Repair(  # years opened together: a second WebAssembly takes the memory of the first
        "this.wasm=await this.backend({module_or_path:final_wasm});",
        "this.wasm=await(globalThis.pagefindWasm??=this.backend({module_or_path:final_wasm})"
        ".catch((e)=>{delete globalThis.pagefindWasm;throw e;}));",
    ),
    Repair(  # whoever searches is told
        "?.language);}async options(",
        "?.language).catch(()=>{});}async options(",
    ),
)


def repaired(script: bytes) -> bytes:
    """One of ``SCRIPTS``; what another version of it doesn't have any more is left out."""
    text = script.decode()
    for repair in REPAIRS:
        text = text.replace(repair.found, repair.put)
    return text.encode()
