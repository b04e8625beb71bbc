"""One module a command: its options, what it asks of the program, what it says.

May import everything. Never decides anything about pages: it asks the pipeline or a server.
"""
