"""Articles to the files of a search index, a bundle at a time, made by Pagefind.

updating.py says what must be built anew; records.py, tokenizer.py and pinyin.py what of an article
can be found; builder.py and pagefind_service.py build; bundles.py and amendments.py keep a change
small. May import model and problems. Never leaves an index of which only a part is new.
"""
