"""Hostile inputs, made when the tests run. Each is one file; what it must lead to stands beside it."""
import io
import random
import struct
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
GOOD_TEXT = "The harbour keeps a tide signalling register (TSR). The TSR is open.\n"


class Input:
    """name; bytes; statuses: the exit statuses that are right; said: a message must name the file."""

    def __init__(self, name, data, statuses, said):
        self.name, self.data, self.statuses, self.said = name, data, statuses, said


def unreadable(name, data):
    return Input(name, data, (1,), True)


def odd(name, data):
    """Read with a diagnostic, or given up with a message: either way the user hears of it."""
    return Input(name, data, (0, 1), True)


def plain(name, data):
    """Nothing is wrong with it; it is only large or strange."""
    return Input(name, data, (0,), False)


def whatever(name, data):
    """May be read or not, with or without a message: it must only not crash, hang or eat memory."""
    return Input(name, data, (0, 1), False)


def document_xml(body):
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


def docx(document, other=(), compression=zipfile.ZIP_DEFLATED):
    """A Word file of little more than its main part; `other` has (name, text) pairs."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        def add(name, data):
            archive.writestr(zipfile.ZipInfo(name, (2031, 1, 1, 0, 0, 0)), data, compression)

        add("[Content_Types].xml",
            '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.document.main+xml"/></Types>')
        add("_rels/.rels",
            '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/officeDocument"/></Relationships>')
        add("word/document.xml", document)
        for name, data in other:
            add(name, data)
    return packed.getvalue()


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


GOOD_DOCX = docx(document_xml(paragraph(GOOD_TEXT.strip())))


def damaged_archives():
    yield unreadable("no-entries.docx", b"PK\5\6" + bytes(18))
    yield unreadable("only-a-signature.docx", b"PK\3\4")
    yield unreadable("no-document.docx", docx("").replace(b"word/document.xml", b"word/documemt.xml"))
    yield unreadable("not-xml.docx", docx("this is no XML"))
    yield unreadable("empty-part.docx", docx(""))
    yield odd("bad-checksum.docx", corrupt(docx(document_xml(paragraph("word " * 5000)), compression=zipfile.ZIP_STORED), b"word word", b"worm worm"))
    yield odd("cut-xml.docx", docx(document_xml(paragraph(GOOD_TEXT))[:-30]))
    size = len(GOOD_DOCX)
    for cut in sorted({4, 30, 60, size // 4, size // 2, size * 3 // 4, size - 60, size - 22, size - 21, size - 1}):
        yield unreadable(f"cut-at-{cut}.docx", GOOD_DOCX[:cut])
    rng = random.Random(17)
    for number in range(30):
        data = bytearray(GOOD_DOCX)
        for _ in range(1 + number % 6):
            data[rng.randrange(len(data))] = rng.randrange(256)
        yield whatever(f"flipped-{number}.docx", bytes(data))


def corrupt(data, old, new):
    at = data.index(old)
    return data[:at] + new + data[at + len(old):]


def lying(archive, name, size):
    """The archive with another unpacked size of one entry in both of its headers."""
    data = bytearray(archive)
    for signature, name_at, size_at in (b"PK\3\4", 30, 22), (b"PK\1\2", 46, 24):
        at = data.index(signature)
        while data[at + name_at:at + name_at + len(name)] != name.encode():
            at = data.index(signature, at + 1)
        data[at + size_at:at + size_at + 4] = struct.pack("<I", size)
    return bytes(data)


def bombs():
    bomb = docx(document_xml("<w:p><w:r><w:t>" + " " * 60_000_000 + "x</w:t></w:r></w:p>"))
    yield unreadable("zip-bomb.docx", bomb)
    yield unreadable("zip-bomb-that-lies.docx", lying(bomb, "word/document.xml", 1000))
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    laughs = f'<!DOCTYPE d [<!ENTITY l0 "lol">{laughs}]>'
    yield odd("laughs.docx", docx(document_xml(paragraph("&l11;")).replace("<w:document", laughs + "<w:document")))
    outside = '<!DOCTYPE d [<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    yield odd("outside.docx", docx(document_xml(paragraph("&file;")).replace("<w:document", outside + "<w:document")))
    for part in "styles", "numbering", "footnotes":  # a part that counts for less is left out, with a message
        other = f'<?xml version="1.0"?>{laughs}<w:{part} xmlns:w="{W}">&l11;</w:{part}>'
        yield odd(f"laughs-in-{part}.docx", docx(document_xml(paragraph(GOOD_TEXT)), [(f"word/{part}.xml", other)]))
    yield whatever("laughs.html", f"<!DOCTYPE html [{laughs}]><p>&l11;</p>".encode())
    deep = 100_000
    yield odd("deep.docx", docx(document_xml("<w:tbl><w:tr><w:tc>" * deep + paragraph("x") + "</w:tc></w:tr></w:tbl>" * deep)))
    yield odd("deep-names.docx", docx(document_xml("<w:smartTag>" * deep + "x" + "</w:smartTag>" * deep)))
    yield odd("deep.html", b"<!DOCTYPE html><title>x</title>" + b"<div>" * deep + b"x" + b"</div>" * deep)
    yield whatever("deep-list.html", b"<!DOCTYPE html><title>x</title>" + b"<ol><li>" * deep)
    yield whatever("many-cells.html", b"<!DOCTYPE html><table><tr>" + b"<td>x" * 200_000)
    yield whatever("wide-cell.html", b'<!DOCTYPE html><table><tr><td colspan="2000000000" rowspan="2000000000">x<td>y</table>')
    yield whatever("far-number.html", b'<!DOCTYPE html><ol start="2147483647"><li>x<li>y</ol><ol start="-99999999999999999999"><li>z</ol>')


def damaged_texts():
    rng = random.Random(4)
    yield unreadable("empty.txt", b"")
    yield unreadable("binary.bin", bytes(rng.randrange(256) for _ in range(70_000)))
    yield unreadable("program.bin", b"\x7fELF" + struct.pack("<16I", *range(16)) * 400)
    yield whatever("blanks.txt", b" \t\r\n" * 10_000)
    yield odd("not-utf8.txt", (GOOD_TEXT * 40).encode() + b"\xff\xfe\xc0\xaf\xed\xa0\x80 and then TSR.\n" + (GOOD_TEXT * 40).encode())
    yield odd("cut-utf8.txt", ("\u00e9t\u00e9 " * 500).encode()[:-3] + "\u20ac".encode()[:2])
    yield odd("nul.txt", GOOD_TEXT.encode() + b"one\0two\0\0three\n")
    yield odd("odd-utf16.txt", "\ufeff".encode("utf-16-le") + GOOD_TEXT.encode("utf-16-le") + b"x")
    yield odd("half-surrogate.txt", b"\xff\xfe" + GOOD_TEXT.encode("utf-16-le") + b"\x00\xd8x\0" + "more text\n".encode("utf-16-le"))
    yield whatever("only-a-bom.txt", b"\xef\xbb\xbf")
    yield odd("control.txt", "".join(map(chr, range(1, 32))).encode() + GOOD_TEXT.encode())
    yield plain("noncharacters.txt", "\ufffe \uffff \U0010ffff \ufdd0 \u2028 \u2029 \u0085 ".encode() + GOOD_TEXT.encode())
    yield plain("no-line-end.txt", GOOD_TEXT.strip().encode())
    yield plain("old-mac.txt", (GOOD_TEXT * 3).replace("\n", "\r").encode())


def repeated(unit, size):
    unit = unit.encode() if isinstance(unit, str) else unit
    return unit * max(1, size // len(unit))


def numbered(form, size):
    """Every line another: `form` has one %d, or %s for a name of letters."""
    lines, total, number = [], 0, 0
    while total < size:
        if "%s" in form:
            name, rest = "", number
            while len(name) < 5:
                name, rest = chr(65 + rest % 26) + name, rest // 26
            lines.append(form.replace("%s", name))
        else:
            lines.append(form % number)
        total += len(lines[-1])
        number += 1
    return "".join(lines).encode()


REPEATED = {
    "brackets": "(", "closing": ")", "square": "[", "pairs-of-brackets": "()", "word-bracket": "A word (",
    "bracket-word": "(A) ", "same-pair": "alpha beta (AB) ", "same-pair-on-lines": "alpha beta (AB)\n",
    "short-lines": "a\n", "empty-lines": "\n", "capitals": "A", "acronyms": "AB ", "hyphens": "A-", "slashes": "A/",
    "letters-and-stops": "A.", "digits": "1", "labels": "1.", "deep-label": "1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1 x\n",
    "items": "a) x\n", "roman-items": "iii) x\n", "keywords": "recalling\n", "keyword-openings": "Recalling that, ",
    "numbered-keywords": "resolves\n1\tx\n", "articles": "Article 1\n", "annexes": "Annex A\n",
    "footnote-calls": "x[footnoteRef:1]1 ", "footnotes": "x[footnoteRef:1]1 [1: 1\tnote ] \n", "open-footnotes": "[1: 1\t",
    "bookmarks": "[bookmark: x]", "open-bookmarks": "[bookmark: ", "quotes": "\u201c", "quoted": "\u201cx\u201d means ",
    "means": "x means y. ", "means-open": "means ", "hereinafter": "hereinafter ", "stands-for": "AB stands for alpha beta ",
    "colons": "x: ", "dashes": "\u2013", "tabs": "\t", "table": "AB\talpha beta\n", "blanks": " ", "no-break": "\u00a0",
    "combining": "e\u0301\u0301", "joiners": "A\u200d", "marks": "\u0301", "thai": "\u0e01\u0e33", "han": "\u4e00",
    "right-to-left": "\u05d0\u202e(AB)\u202c ", "flags": "\U0001f1e6\U0001f1e7", "ampersands": "&", "tags": "<b>",
    "full-stops": ".", "ellipses": "e.g. ", "initials": "a a a a a a a a (AAAAAAAA) ",
    "entry": "3.2.1\tterm: definition\n", "note": "NOTE 1 \u2013 x\n", "source": "[SOURCE: x] ", "long-word": "abcdefghij",
}
DIFFERENT = {
    "other-acronyms": "%s ", "other-pairs": "alpha beta gamma delta epsilon (%s)\n", "other-terms": "3.2.%d\tterm x: definition\n",
    "other-labels": "%d\tx\n", "other-definitions": "\u201cterm%d\u201d means something;\n", "other-list": "%s\talpha beta gamma delta epsilon\n",
    "other-footnotes": "x[footnoteRef:%d] \n", "other-clauses": "%d.1 Heading\n",
}


def long_texts(size):
    """(name, bytes) of `size` bytes each, nothing wrong with any of them."""
    for name, unit in REPEATED.items():
        yield name + ".txt", repeated(unit, size)
    for name, form in DIFFERENT.items():
        yield name + ".txt", numbered(form, size)


def stream_lines():
    """(line of a stream without its end, whether it is a good one)"""
    good = b'{"id":"good","text":"A tide signalling register (TSR)."}'
    yield good, True
    yield b"", None
    yield b"not JSON", False
    yield b'{"id":"a","text":"cut', False
    yield b'{"id":"a"}', False
    yield b'{"text":"no id"}', False
    yield b'{"id":"a","text":17}', False
    yield b'{"id":"a","text":null}', False
    yield b'["id","text"]', False
    yield b"[" * 100_000, False
    yield b'{"a":' * 100_000, False
    yield b'{"id":"a","text":"\xff\xfe"}', False
    yield b'{"id":"a","text":"half \\ud800 pair"}', False
    yield b'{"id":"a","text":"x","language":"no such language at all"}', None
    yield b'{"id":"a","text":"x","language":17}', False
    yield b'{"id":"a","text":"nul \\u0000 inside (NI)"}', None
    yield b'{"id":"","text":""}', None
    yield b'{"id":"a","text":"x","more":{"deep":[1,2,{"x":[]}]}}', True
    yield b"\x00\x01\x02", False
    yield b'{"id":"a","text":"' + b"alpha beta (AB) " * 60_000 + b'"}', True
    yield good, True
