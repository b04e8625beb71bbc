"""Values to bytes: a page through its theme's template, a picture through an encoder.

theme.py, theme_settings.py   a theme's templates and what theme.toml says
jinja.py, whitespace.py       Jinja for newspapers: values only, no white space that nobody sees
picture_encoder.py, picture_colors.py   pictures scaled, in sRGB, without notes
qr.py, colors.py              what templates call: a QR code, a colour that can be read

May import site and what lies below it. Never asks for anything that isn't in the value it is given:
no clock, no archive, no other page.
"""
