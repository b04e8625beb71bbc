"""What a new paper, a new issue and a new article begin as: values to texts, nothing written.

``files/`` holds a new paper as it will lie in its folder (a leading dot is added to the names
that need one), ``github/`` its workflows.

It imports the content, the model and where the themes lie, and never writes a file: the command
line does.
"""
