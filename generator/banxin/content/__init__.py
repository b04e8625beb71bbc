"""Source files to the model: what an editor typed becomes typed values, once.

scan.py         which folders and files there are
frontmatter/    bytes to text, text to fields that know their lines
fields/         every field that may be typed, and how its value is read
markdown/       a body's text to HTML and plain text
pictures.py     what a picture file is; links.py what a link may point at
placeholders.py what a new article's form says before it is filled in
reading/        an issue's folder, and a standing page, to values
paper_file.py   paper.yml and people.yml
writing/        a new file's fields, or a few keys of a file that is there

May import model, problems and texts. Never knows what a page looks like or where it lies, and
never writes to a disk.
"""
