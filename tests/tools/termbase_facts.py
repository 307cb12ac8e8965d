"""What a termbase says, as facts to compare: counted from XML without the program, and from the program's JSON."""
import collections
import json
import re
import xml.etree.ElementTree as xml

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
ENTRIES = {"conceptEntry", "termEntry", "entry"}
SECTIONS = {"langSec", "langSet", "langGroup"}
STRUCTURE = ENTRIES | SECTIONS | {"termSec", "tig", "ntig", "termGrp", "termGroup", "adminGrp", "descripGrp", "termNoteGrp",
                                  "transacGrp", "termCompGrp", "termCompList", "noteGrp"}
TERM_SECTIONS = {"termSec", "tig", "ntig", "termGroup"}
CARRIERS = {"admin", "adminNote", "descrip", "descripNote", "termNote", "transac", "transacNote", "ref", "xref"}
STATUS = {"preferred": "preferredTerm-admn-sts", "admitted": "admittedTerm-admn-sts",
          "deprecated": "deprecatedTerm-admn-sts", "superseded": "supersededTerm-admn-sts"}


def folded(text):
    return " ".join(re.sub("[\u200b\ufeff\x7f]", " ", text or "").split())


def local(element):
    return element.tag.rsplit("}", 1)[-1]


def category(element):
    name = local(element)
    if name in CARRIERS:
        return element.get("type") or ""
    return {"note": "", "date": "", "termComp": "", "termStatus": "status", "usageStatus": "status",
            "administrativeStatus": "status", "customer": "customerSubset"}.get(name, name)


def status_name(kind, text):
    if kind in ("administrativeStatus", "usageStatus", "termStatus", "status"):
        return "status", STATUS.get(text, text)
    return kind, text


def walk(element, language, facts):
    name = local(element)
    if name in SECTIONS:
        language = (element.get(LANGUAGE) or "").replace("_", "-").lower()
    if name in TERM_SECTIONS and not any(folded("".join(each.itertext())) for each in element.iter() if local(each) == "term"):
        return  # nothing can be said of no term
    if name in STRUCTURE:
        for child in element:
            if isinstance(child.tag, str):
                walk(child, language, facts)
        return
    text = folded("".join(element.itertext())) or folded(element.get("value")) or folded(element.get("target"))
    if name == "normativeAuthorization":  # ISO STS
        name, text = "status", text + "-admn-sts"
        facts[language, name, text] += 1
    elif text:
        facts[(language,) + status_name(category(element), text)] += 1


def of_xml(path):
    """For each entry that has a term its facts: (language or "", category, text), counted."""
    entries = []
    for element in xml.parse(path).getroot().iter():
        if isinstance(element.tag, str) and local(element) in ENTRIES:
            facts = collections.Counter()
            walk(element, "", facts)
            if any(kind == "term" for _, kind, _ in facts):
                entries.append(facts)
    return entries


def add_data(facts, language, data):
    for datum in data or []:
        section = language
        if not language and datum.get("category", "") in ("", "definition") and datum.get("language"):
            language = datum["language"].lower()  # of a section without a term
        text = folded(datum.get("text")) or folded(datum.get("target"))
        if text:
            facts[(language,) + status_name(datum.get("category", ""), text)] += 1
        add_data(facts, language, datum.get("parts"))
        language = section


def add_definitions(facts, language, definitions):
    for definition in definitions or []:
        facts[language, "definition", folded(definition["definition"])] += 1
        for source in definition["sources"]:
            facts[language, "source", folded(source["citation"])] += 1
        add_data(facts, language, definition.get("data"))


def add_term(facts, language, term):
    facts[language, "term", folded(term["term"])] += 1
    for key, kind in (("type", "termType"), ("partOfSpeech", "partOfSpeech")):
        if term.get(key):
            facts[language, kind, folded(term[key])] += 1
    if term.get("status"):
        facts[language, "status", STATUS[term["status"]]] += 1
    for source in term["sources"]:
        facts[language, "source", folded(source["citation"])] += 1
    for context in term["contexts"]:
        facts[language, "context", folded(context["context"])] += 1
        if context["source"]["citation"]:
            facts[language, "source", folded(context["source"]["citation"])] += 1
        add_data(facts, language, context.get("data"))
    for note in term.get("notes", []):
        facts[language, "", folded(note)] += 1
    add_data(facts, language, term.get("data"))


def of_json(text):
    entries = []
    for concept in json.loads(text)["concepts"]:
        facts = collections.Counter()
        for subject in concept.get("subjectFields", []):
            facts["", "subjectField", folded(subject)] += 1
        for note in concept.get("notes", []):
            facts["", "", folded(note)] += 1
        add_definitions(facts, "", concept.get("definitions"))
        add_data(facts, "", concept.get("data"))
        for section in concept["languages"]:
            language = section["language"].lower()
            add_definitions(facts, language, section["definitions"])
            for note in section.get("notes", []):
                facts[language, "", folded(note)] += 1
            add_data(facts, language, section.get("data"))
            for term in section["terms"]:
                add_term(facts, language, term)
        entries.append(facts)
    return entries


def difference(wanted, found):
    """What differs, in lines; empty where nothing does."""
    lines = []
    if len(wanted) != len(found):
        lines.append(f"{len(wanted)} entries wanted, {len(found)} found")
    for place, (left, right) in enumerate(zip(wanted, found)):
        lines += [f"entry {place + 1}: missing {fact} x{count}" for fact, count in (left - right).items()]
        lines += [f"entry {place + 1}: invented {fact} x{count}" for fact, count in (right - left).items()]
    return "\n".join(lines)
