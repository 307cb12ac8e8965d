#!/usr/bin/env python3
"""Plain English of our own invention in the manner of standards: the same bytes for the same size and seed.

    generate.py [--seed N] SIZE > FILE        SIZE in bytes, or with K, M or G (powers of ten)

Words are stems and endings put together, drawn by rank as in real text (Zipf). How many acronyms, brackets,
numbers, commas and stops stand in a kilobyte was measured on recommendations of a standards body and is
matched: about 10 acronyms, 2.5 brackets, 14 numbers, 5.5 commas, 6 stops, 2.5 letters outside ASCII.
"""
import argparse
import itertools
import random
import sys

SMALL = """the of in to and is a for or be that as with are by an this shall which from not may it on at can such
these each when where any all its has used use no one if other more than between into only also their two both
been have was will must within same after before under first through""".split()
STEMS = """adapt align allocat annotat arrang assembl assign balanc bind bridg broadcast buffer bundl calibrat
captur carri cast channel charg check classifi clock cod collect combin compar compil compos compress comput
condition conduct confirm conform connect constrain construct contain convert convey coordinat correct coupl cover
creat credit cycl decid declar defin deliver deploy deriv describ design detect determin develop direct discover
display distribut divid document edit elect embed emit enabl encod engag enrol enter equip establish estimat
evaluat examin exchang execut expand explor export express extend filter fix flow forward frame gather generat
govern grant group guard guid handl harmoniz hold host identifi implement import improv includ index indicat inform
inherit initiat insert inspect install instruct integrat interact interpret invok isolat join judg label launch
layer level licens limit link list load locat lock maintain manag map mark match measur mediat merg migrat mirror
model modulat monitor mount multiplex nam navigat network nod normaliz notifi number observ obtain open operat
order organiz originat oversee packag pair partition pass pattern perform permit plac plan point port posit predict
prepar present preserv process profil project promot prompt protect prov provid publish purg qualifi quantiz query
queu rais rang rat read receiv recogniz recommend record recover reduc refer refin reflect regist regulat relat
relay releas remov render repair repeat replac report request requir reserv reset resolv respond restor restrict
retain retriev return reus revis rout sampl scal schedul screen search select separat sequenc serv set shap shar
shift signal simulat slic sourc split stabiliz stack standardiz start stat storag stream structur submit subscrib
supervis suppli support switch synchroniz tabulat tag target templat terminat test threshold tim trac track train
transact transcod transform translat transmit transport trigger tun updat upgrad validat valu verifi view virtualiz
weight wrap writ zon""".split()
ENDINGS = "ing ed ion ions er ers able ability ment ments al ally ive ives or ors ance ances ant ure ures y ies".split()
NOUNS = """system network service data stream value field user terminal access quality function message protocol layer
interface session channel packet frame parameter equipment element resource operator region member group assembly
sector bureau report study question working party resolution annex clause table figure method procedure requirement
architecture framework platform device sensor gateway domain policy security privacy identity energy climate traffic
spectrum satellite fibre cable antenna carrier emergency warning accessibility inclusion literacy economy""".split()
OPENERS = """In addition|For this purpose|Where necessary|In this case|As a result|In general|At this stage|In the
absence of such an arrangement|If so agreed|Under normal conditions""".replace("\n", " ").split("|")
ITEM = "abcdefgh"


def ranked(words):
    """Running sums of weights that fall with the rank."""
    return list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))


def headed(text):
    return text[0].upper() + text[1:]


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        content = NOUNS + [stem + ending for ending in ENDINGS for stem in STEMS]
        tail = content[len(NOUNS):]
        self.random.shuffle(tail)
        self.content = NOUNS + tail
        self.words = SMALL + self.content
        small, rest = ranked(SMALL), ranked(self.content)
        half = rest[-1] / small[-1] * 1.1  # a little more than every second word is a small one
        self.word_weights = [weight * half for weight in small]
        self.word_weights += [weight + self.word_weights[-1] for weight in rest]
        self.acronyms = self.invent(1200)
        self.acronym_weights = ranked(self.acronyms)

    def invent(self, count):
        """Distinct short forms, each with a long form whose initials it is."""
        found = {}
        while len(found) < count:
            size = self.random.choices((2, 3, 4, 5), (2, 6, 4, 1))[0]
            long_form = self.random.choices(self.content, k=size)
            short = "".join(word[0] for word in long_form).upper()
            kind = self.random.random()
            short += "-" + self.random.choice("TRD") if kind < 0.06 else ""
            short += self.random.choice("2345") if 0.06 <= kind < 0.09 else ""
            found.setdefault(short, " ".join(long_form))
        return list(found.items())

    def acronym(self):
        return self.random.choices(self.acronyms, cum_weights=self.acronym_weights)[0]

    def number(self):
        r = self.random.random()
        if r < 0.6:
            return str(self.random.randrange(1, 100))
        if r < 0.8:
            return f"{self.random.randrange(1, 12)}.{self.random.randrange(1, 30)}"
        return f"{self.random.randrange(1, 20)},{self.random.randrange(1000):03d}" if r < 0.9 else "20%02d" % (
            self.random.randrange(30))

    def phrase(self, most):
        """Words with acronyms and numbers among them, in the measured shares."""
        words = self.random.choices(self.words, cum_weights=self.word_weights,
                                    k=self.random.randrange(3, most))
        for i in range(len(words)):
            r = self.random.random()
            if r < 0.061:
                short = self.acronym()[0]
                words[i] = short + ("s" if r < 0.004 else "’s" if r < 0.006 else "-" + words[i] if r < 0.009 else "")
            elif r < 0.135:
                words[i] = self.number()
            elif r < 0.139:
                short, long_form = self.acronym()
                words[i] = f"{long_form} ({short})"
            elif r < 0.149:
                words[i] = f"({words[i]} {self.acronym()[0]})"
            elif r < 0.185:
                words[i] += "," if self.random.random() < 0.9 else ";"
            elif r < 0.223:
                words[i] += "-" + self.random.choice(NOUNS)
            elif r < 0.230:
                words[i] = "“" + words[i] + "”" if r < 0.226 else "– " + words[i]
        return " ".join(words)

    def sentence(self):
        opener = self.random.choice(OPENERS) + ", " if self.random.random() < 0.15 else ""
        return headed(opener + self.phrase(26)) + "."

    def paragraph(self, most=5):
        return " ".join(self.sentence() for _ in range(self.random.randrange(1, most)))

    def section(self, number):
        """A numbered clause with its subclauses, a list and now and then a definition."""
        lines = [f"{number}\t{headed(self.phrase(7))}"]
        for sub in range(1, self.random.randrange(2, 6)):
            lines.append(f"{number}.{sub}\t{headed(self.phrase(7))}")
            lines.extend(self.paragraph() for _ in range(self.random.randrange(1, 4)))
            if self.random.random() < 0.4:
                lines.append(self.sentence()[:-1] + ":")
                lines.extend(f"{ITEM[i]})\t{self.phrase(16)};" for i in range(self.random.randrange(2, 7)))
            if self.random.random() < 0.2:
                lines.append(f"{number}.{sub}.1\t{self.phrase(4)}: {self.sentence()}")
            if self.random.random() < 0.15:
                lines.append("NOTE – " + self.sentence())
        return "\n".join(lines) + "\n\n"


def size_of(text):
    unit = {"K": 1000, "M": 1000000, "G": 1000000000}.get(text[-1:].upper())
    return int(text[:-1]) * unit if unit else int(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("size", type=size_of)
    options = parser.parse_args()
    writer, written, number = Writer(options.seed), 0, 0
    while written < options.size:
        number = number % 30 + 1
        section = writer.section(number).encode()
        written += sys.stdout.buffer.write(section)


if __name__ == "__main__":
    main()
