#!/usr/bin/env python3
"""Write a small Word file from a readable description; nothing but the standard library.

usage: make_docx.py DESCRIPTION OUTPUT.docx        ("-" reads the description from standard input)

The same description always gives the same bytes. One line is one paragraph; blank lines are skipped.

  # comment
  Text of a plain paragraph.
  .Heading1 Text of a paragraph in a style            (Heading1-9, Title, TOC1-3, Caption, Quote are there)
  .-,list=main,level=1,centre Text                    no style; number `main` at level 1 (from 0)
       keys: list level outline centre mark=del|ins hidden default (ends the style or key list)
  @language en-GB
  @list NAME | decimal "%1" style=Heading1 | decimal "%1.%2" | lowerLetter "%3)" start=2 restart=0 legal
  @number NAME of LIST start=LEVEL:VALUE …            another number of the same list, with overrides
  @style ID "name" [based=ID] [list=NAME] [level=N] [outline=N] [bold] [italic] [centre] [hidden]
  @table … @row [head] [del] [ins] … @end             tables nest inside a cell
  | text of a cell                                    later lines are more paragraphs of the same cell
  |span=2,merge,merge=restart| text
  @raw XML                                            as it stands, between paragraphs

Inside a paragraph:  **bold**  __italic__  {+inserted+}  {-deleted-}  {^footnote^}  {^^endnote^^}  {*†|note*} (a
footnote with a mark of its own)  {box paragraph|paragraph}  {field INSTRUCTION|result}  {link text}  {br}  {page}
{hide hidden text}  {xml <w:…/>}; tab, U+2011, U+00AD are written as Word writes them.
"""

import re
import shlex
import sys
import zipfile
from xml.sax.saxutils import escape, quoteattr

W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
SPACES = (f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
          'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
          'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
          'xmlns:v="urn:schemas-microsoft-com:vml"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
AUTHOR = 'w:id="0" w:author="A" w:date="2024-01-01T00:00:00Z"'
BRACES = {'{+': ('ins', '+}'), '{-': ('del', '-}'), '{^^': ('endnote', '^^}'), '{^': ('footnote', '^}'),
          '{*': ('marked', '*}'), '{box ': ('box', '}'), '{field ': ('field', '}'), '{link ': ('link', '}'),
          '{hide ': ('hide', '}'), '{xml ': ('xml', '}'), '{br': ('br', '}'), '{page': ('page', '}')}
INLINE = re.compile(r'\*\*(?P<bold>.+?)\*\*|__(?P<italic>.+?)__|'
                    r'(?P<open>\{(?:\+|-|\^\^|\^|\*|(?:box|field|link|hide|xml) |br(?=\})|page(?=\})))')
CHARACTERS = {'\t': '<w:tab/>', '\u2011': '<w:noBreakHyphen/>', '\u00ad': '<w:softHyphen/>'}


def toggle(name):
    return f'<w:{name}/>'


def closing_brace(text, at):
    """Where the brace that opens at `at` is closed."""
    depth = 0
    for place in range(at, len(text)):
        depth += (text[place] == '{') - (text[place] == '}')
        if depth == 0:
            return place
    raise ValueError(f'a brace is not closed: {text[at:at + 40]}')


class Writer:
    """The parts of one document while its description is read."""

    def __init__(self):
        self.body, self.footnotes, self.endnotes = [], [], []
        self.abstracts, self.numbers = [], []
        self.list_ids, self.number_ids, self.styles = {}, {}, []
        self.language = 'en-GB'
        self.in_cell = []

    # runs

    def plain(self, text, properties, deleted):
        tag = 'delText' if deleted else 't'
        out = []
        for piece in re.split('([\t\u2011\u00ad])', text):
            if piece in CHARACTERS:
                out.append(CHARACTERS[piece])
            elif piece:
                out.append(f'<w:{tag} xml:space="preserve">{escape(piece)}</w:{tag}>')
        settings = f'<w:rPr>{properties}</w:rPr>' if properties else ''
        return f'<w:r>{settings}{"".join(out)}</w:r>' if out else ''

    def note(self, kind, text, mark=None):
        notes = self.footnotes if kind == 'footnote' else self.endnotes
        number = len(notes) + 1
        opening = self.plain(mark + ' ', '', False) if mark else f'<w:r><w:{kind}Ref/></w:r>' + self.plain(' ', '', False)
        body = ''.join(f'<w:p>{opening if i == 0 else ""}{self.runs(part)}</w:p>'
                       for i, part in enumerate(text.split('|')))
        notes.append(f'<w:{kind} w:id="{number}">{body}</w:{kind}>')
        if mark:
            return f'<w:r><w:{kind}Reference w:customMarkFollows="1" w:id="{number}"/><w:t>{escape(mark)}</w:t></w:r>'
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    def box(self, text):
        inside = ''.join(f'<w:p>{self.runs(part)}</w:p>' for part in text.split('|'))
        return ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>' + inside
                + '</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>' + inside
                + '</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>')

    def field(self, text):
        instruction, _, result = text.partition('|')
        return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + self.runs(result)
                + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')

    def special(self, kind, text, properties, deleted):
        if kind in ('bold', 'italic', 'hide'):
            added = toggle({'bold': 'b', 'italic': 'i', 'hide': 'vanish'}[kind])
            return self.runs(text, properties + added, deleted)
        if kind in ('ins', 'del'):
            return f'<w:{kind} {AUTHOR}>{self.runs(text, properties, kind == "del")}</w:{kind}>'
        if kind in ('footnote', 'endnote'):
            return self.note(kind, text)
        if kind == 'marked':
            mark, _, text = text.partition('|')
            return self.note('footnote', text, mark)
        if kind == 'link':
            return f'<w:hyperlink w:anchor="x">{self.runs(text, properties, deleted)}</w:hyperlink>'
        if kind in ('br', 'page'):
            return '<w:r><w:br/></w:r>' if kind == 'br' else '<w:r><w:br w:type="page"/></w:r>'
        return text if kind == 'xml' else getattr(self, kind)(text)

    def runs(self, text, properties='', deleted=False):
        out, at = [], 0
        while match := INLINE.search(text, at):
            out.append(self.plain(text[at:match.start()], properties, deleted))
            kind, at = match.lastgroup, match.end()
            inside = match.group(kind)
            if kind == 'open':
                kind, close = BRACES[inside]
                end = closing_brace(text, match.start())
                inside, at = text[at:end + 1 - len(close)], end + 1
            out.append(self.special(kind, inside, properties, deleted))
        out.append(self.plain(text[at:], properties, deleted))
        return ''.join(out)

    # paragraphs

    def paragraph(self, line):
        style, keys = '', {}
        if line.startswith('.'):
            head, _, line = line[1:].partition(' ')
            style, *rest = head.split(',')
            keys = dict((part.split('=', 1) + [''])[:2] for part in rest)
        self.body.append(f'<w:p>{self.properties(style, keys)}{self.runs(line)}</w:p>')

    def properties(self, style, keys):
        out = []
        if style and style != '-':
            out.append(f'<w:pStyle w:val={quoteattr(style)}/>')
        if 'list' in keys or 'level' in keys:
            level = f'<w:ilvl w:val="{keys["level"]}"/>' if 'level' in keys else ''
            number = self.number_ids[keys['list']] if keys.get('list', 'none') != 'none' else 0
            out.append(f'<w:numPr>{level}' + (f'<w:numId w:val="{number}"/>' if 'list' in keys else '') + '</w:numPr>')
        if 'centre' in keys:
            out.append('<w:jc w:val="center"/>')
        if 'outline' in keys:
            out.append(f'<w:outlineLvl w:val="{keys["outline"]}"/>')
        mark = f'<w:{keys["mark"]} {AUTHOR}/>' if 'mark' in keys else ''
        mark += '<w:vanish/>' if 'hidden' in keys else ''
        if mark:
            out.append(f'<w:rPr>{mark}</w:rPr>')
        return f'<w:pPr>{"".join(out)}</w:pPr>' if out else ''

    # directives

    def list(self, words):
        name, *levels = [part.strip() for part in ' '.join(words).split('|')]
        out = []
        for index, level in enumerate(levels):
            number_format, text, *keys = shlex.split(level)
            keys = dict((key.split('=', 1) + [''])[:2] for key in keys)
            out.append(f'<w:lvl w:ilvl="{index}"><w:start w:val="{keys.get("start", 1)}"/>'
                       f'<w:numFmt w:val="{number_format}"/>'
                       + (f'<w:lvlRestart w:val="{keys["restart"]}"/>' if 'restart' in keys else '')
                       + (f'<w:pStyle w:val="{keys["style"]}"/>' if 'style' in keys else '')
                       + ('<w:isLgl/>' if 'legal' in keys else '')
                       + f'<w:lvlText w:val={quoteattr(text)}/></w:lvl>')
        index = self.list_ids[name] = len(self.list_ids)
        self.abstracts.append(f'<w:abstractNum w:abstractNumId="{index}"><w:multiLevelType w:val="multilevel"/>'
                              + ''.join(out) + '</w:abstractNum>')
        self.number([name, 'of', name])

    def number(self, words):
        name, _, of, *overrides = words
        number = self.number_ids[name] = len(self.number_ids) + 1
        out = ''
        for override in overrides:
            level, value = override.split('=')[1].split(':')
            out += f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{value}"/></w:lvlOverride>'
        self.numbers.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{self.list_ids[of]}"/>{out}</w:num>')

    def style(self, words):
        identifier, name, *keys = words
        keys = dict((key.split('=', 1) + [''])[:2] for key in keys)
        based = f'<w:basedOn w:val="{keys["based"]}"/>' if 'based' in keys else ''
        run = ''.join(toggle(tag) for key, tag in (('bold', 'b'), ('italic', 'i'), ('hidden', 'vanish')) if key in keys)
        self.styles.append(f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val={quoteattr(name)}/>'
                           + based + self.properties('', {key: keys[key] for key in keys if key in
                                                          ('list', 'level', 'outline', 'centre')})
                           + (f'<w:rPr>{run}</w:rPr>' if run else '') + '</w:style>')

    def end_cell(self):
        if self.in_cell and self.in_cell[-1] == 'cell':
            if self.body[-1].endswith('</w:tcPr>') or self.body[-1] == '</w:tbl>':
                self.body.append('<w:p/>')
            self.body.append('</w:tc>')
            self.in_cell[-1] = 'row'

    def end_row(self):
        self.end_cell()
        if self.in_cell and self.in_cell[-1] == 'row':
            self.body.append('</w:tr>')
            self.in_cell[-1] = 'table'

    def directive(self, name, words, line):
        if name == 'table':
            self.body.append('<w:tbl><w:tblPr/><w:tblGrid/>')
            self.in_cell.append('table')
        elif name == 'row':
            self.end_row()
            tags = {'head': '<w:tblHeader/>', 'del': f'<w:del {AUTHOR}/>', 'ins': f'<w:ins {AUTHOR}/>'}
            self.body.append('<w:tr><w:trPr>' + ''.join(tags[word] for word in words) + '</w:trPr>')
            self.in_cell[-1] = 'row'
        elif name == 'end':
            self.end_row()
            self.body.append('</w:tbl>')
            self.in_cell.pop()
        elif name == 'raw':
            self.body.append(line.partition(' ')[2])
        elif name == 'language':
            self.language = words[0]
        else:
            {'list': self.list, 'number': self.number, 'style': self.style}[name](words)

    def cell(self, line):
        self.end_cell()
        keys, text = '', line[1:]
        match = re.match(r'\|([a-z0-9=,]+)\|', line)
        if match:
            keys, text = match.group(1), line[match.end():]
        tags = ''
        for key in filter(None, keys.split(',')):
            name, _, value = key.partition('=')
            tags += {'span': f'<w:gridSpan w:val="{value}"/>',
                     'merge': f'<w:vMerge w:val="{value}"/>' if value else '<w:vMerge/>'}[name]
        self.body.append(f'<w:tc><w:tcPr>{tags}</w:tcPr>')
        self.in_cell[-1] = 'cell'
        self.paragraph(text.strip())

    def line(self, line):
        if line.startswith('@'):
            name, _, rest = line[1:].partition(' ')
            self.directive(name, rest.split() if name in ('list', 'raw') else shlex.split(rest), line)
        elif line.startswith('|'):
            self.cell(line)
        else:
            self.paragraph(line)

    # parts

    def default_styles(self):
        def style(identifier, name, inside=''):
            return (f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>'
                    f'<w:basedOn w:val="Normal"/>{inside}</w:style>')
        given = ''.join(self.styles)
        out = ['<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>']
        for level in range(1, 10):
            out.append(style(f'Heading{level}', f'heading {level}',
                             f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr>'))
        out += [style(f'TOC{level}', f'toc {level}') for level in range(1, 4)]
        out += [style('Title', 'Title', '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr>'),
                style('Caption', 'caption'), style('Quote', 'Quote', '<w:rPr><w:i/></w:rPr>')]
        return ''.join(one for one in out if re.search('styleId="[^"]*"', one).group() not in given) + given

    def parts(self):
        word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
        relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        package = 'http://schemas.openxmlformats.org/package/2006/'
        notes = '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
        inside = {
            'document.xml': ('document.main', f'<w:document {SPACES}><w:body>{"".join(self.body)}<w:sectPr/></w:body></w:document>'),
            'styles.xml': ('styles', f'<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{self.language}"/>'
                           f'</w:rPr></w:rPrDefault></w:docDefaults>{self.default_styles()}</w:styles>'),
        }
        if self.abstracts:
            inside['numbering.xml'] = ('numbering', f'<w:numbering {SPACES}>{"".join(self.abstracts + self.numbers)}</w:numbering>')
        for kind, items in (('footnote', self.footnotes), ('endnote', self.endnotes)):
            if items:
                inside[kind + 's.xml'] = (kind + 's', f'<w:{kind}s {SPACES}>{notes.format(kind)}{"".join(items)}</w:{kind}s>')
        types = ''.join(f'<Override PartName="/word/{name}" ContentType="{word}{kind}+xml"/>'
                        for name, (kind, _) in inside.items())
        relations = ''.join(f'<Relationship Id="rId{i}" Type="{relation}{kind}" Target="{name}"/>'
                            for i, (name, (kind, _)) in enumerate(inside.items()) if name != 'document.xml')
        yield '[Content_Types].xml', (f'<Types xmlns="{package}content-types"><Default Extension="rels" ContentType='
                                      '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension='
                                      f'"xml" ContentType="application/xml"/>{types}</Types>')
        yield '_rels/.rels', (f'<Relationships xmlns="{package}relationships"><Relationship Id="rId1" '
                              f'Type="{relation}officeDocument" Target="word/document.xml"/></Relationships>')
        yield 'word/_rels/document.xml.rels', f'<Relationships xmlns="{package}relationships">{relations}</Relationships>'
        for name, (_, text) in inside.items():
            yield 'word/' + name, text


def make(description, output):
    """Write the document that `description` (a string) describes to the file or path `output`."""
    writer = Writer()
    for line in description.splitlines():
        line = line.lstrip(' ')
        if line.strip() and not line.startswith('#'):
            writer.line(line)
    with zipfile.ZipFile(output, 'w') as archive:
        for name, text in writer.parts():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, HEAD + text)


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    if arguments[0] == '-':
        description = sys.stdin.read()
    else:
        with open(arguments[0], encoding='utf-8') as file:
            description = file.read()
    make(description, arguments[1])


if __name__ == '__main__':
    main(sys.argv[1:])
