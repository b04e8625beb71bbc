"""A manuscript's paragraphs to stories.

arranging.py paragraphs as if each thing had a line of its own; what is no part of a story, aside
contents.py  a list of what a file holds, set aside
roundup.py   short items under one name; collected.py news of any length, each headed with a sign
apart.py     several things in one paragraph
furniture.py what stands around an article on a site's page; site_lines.py such a line by its words
buttons.py   words to press there
particulars.py 来源：… 作者：… 时间：… below a headline, taken apart
numbered.py  01 above a 小标题, set before it
patterns.py  what newspapers print around a text: bylines, sources, ranks
days.py      a line that is a date; official_lines.py a file's number, 主办单位：…
spans.py     parts of a paragraph, each with its looks
datelines.py who sent a story, from where and when
annexes.py   附件 below a notice
bulletins.py an office's bulletin around its story
desk.py      【定稿】, 审稿意见：同意刊发: what editors and contributors write for each other
imprint.py   who edited a page, whom to call
column_names.py what papers call their columns
roles.py     what a named style says of a paragraph
looks.py     what size, weight and place say
cutting.py   where one story ends and the next one begins
form_titles.py what a form is about, as its title
openings.py  first lines that are the text and no headline
sections.py  Word's headings that head the sections of one story
series.py    （十二） at a headline: which of a serial it is
plain_heads.py which lines are a headline where all look alike
evidence.py  what speaks for that
mixed.py     both named headlines and others in one file
loose_lines.py 引题 and 副题 that look like text
parts.py     lines below a headline that head a part
weight.py    a text that is bold throughout
siblings.py  lines of one pattern are 小标题 together
subheads.py  小标题; points.py those that count; stress.py bold lines that are none
headlines.py which line is 引题, 主题, 副题
named_below.py names below a headline; pupils.py how pupils say who they are
headless.py  what heads a text that has no headline: first_words.py
placeholders.py XXX where a name should stand
pictures.py  captions and who took a picture; plain_captions.py those that look as the text does
letters.py   a reader's letter and who signs it; salutations.py to whom a text speaks
finishing.py what is known of a story once it was read
kinds.py     a poem, a letter, a notice: what a story is
verse.py     which lines are a poem's
pen_names.py 阿桠 below the title of an essay
rolls.py     文字：… 图片：… below an article; entries.py one line of it
closing.py  a story's end, off its text
sources.py   where a story is from; citations.py from which paper it was taken
endings.py   byline, source and sign-off at a story's end; last_lines.py its last line
signatures.py who signed the text above a line, and who the one below it
belongings.py text boxes and doubts, to the story around them
story.py     what was found, with all that is doubtful
reading.py   one story while it is read
reader.py    all of these in their order
"""
