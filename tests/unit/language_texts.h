/* What language_tokens.c cuts: code points of every class of UAX #29, and texts for its rules. */
#ifndef TESTS_UNIT_LANGUAGE_TEXTS_H
#define TESTS_UNIT_LANGUAGE_TEXTS_H

#include <stdint.h>

/* One of every class of the rules, of every case, and of the scripts that ICU treats in a way of
 * their own. */
static const uint32_t pool[] = {
        'a',     'b',     'Q',     'Z',     '0',     '7',     '_',     '.',     ',',     ';',
        ':',     '\'',    '"',     '-',     '(',     ')',     '/',     '@',     '#',     '*',
        ' ',     ' ',     '\t',    '\n',    '\r',    0x0b,    0x0c,    0x01,    0x7f,    0x85,
        0xa0,    0xa9,    0xad,    0xaa,    0xb2,    0xb7,    0xdf,    0xe9,    0xc9,    0x1c5,
        0x2c2,   0x2d7,   0x300,   0x308,   0x33f,   0x37e,   0x387,   0x391,   0x3b1,   0x410,
        0x430,   0x483,   0x531,   0x55f,   0x58a,   0x5d0,   0x5ea,   0x5b0,   0x5be,   0x5f3,
        0x5f4,   0x600,   0x60c,   0x627,   0x628,   0x640,   0x64b,   0x660,   0x669,   0x66b,
        0x66c,   0x6dd,   0x70f,   0x7c0,   0x7ca,   0x7f8,   0x905,   0x93e,   0x94d,   0x966,
        0xe01,   0xe02,   0xe33,   0xe34,   0xe40,   0xe50,   0xe81,   0x1000,  0x1031,  0x10d0,
        0x1100,  0x1161,  0x1680,  0x1780,  0x17d2,  0x180e,  0x1e00,  0x1ea1,  0x1f71,  0x2002,
        0x2007,  0x2009,  0x200b,  0x200c,  0x200d,  0x200e,  0x2010,  0x2011,  0x2013,  0x2018,
        0x2019,  0x201c,  0x2022,  0x2024,  0x2026,  0x2027,  0x2028,  0x2029,  0x202a,  0x202f,
        0x203c,  0x203f,  0x2044,  0x205f,  0x2060,  0x2071,  0x20ac,  0x20d0,  0x2122,  0x2160,
        0x2192,  0x2212,  0x24b6,  0x25a0,  0x2600,  0x2764,  0x2bff,  0x2c00,  0x2d30,  0x3000,
        0x3001,  0x3002,  0x3005,  0x3007,  0x300c,  0x3030,  0x3031,  0x3042,  0x3044,  0x3099,
        0x309b,  0x30a0,  0x30a2,  0x30ab,  0x30fc,  0x4e00,  0x4e2d,  0x56fd,  0x9645,  0xa015,
        0xa720,  0xac00,  0xd55c,  0xfb1d,  0xfb2a,  0xfe00,  0xfe0f,  0xfe13,  0xfe33,  0xfe52,
        0xfe55,  0xfeff,  0xff07,  0xff08,  0xff0c,  0xff0e,  0xff11,  0xff1a,  0xff21,  0xff71,
        0xff9e,  0xfffd,  0x10400, 0x1d165, 0x1d7ce, 0x1f1e6, 0x1f1ff, 0x1f3fb, 0x1f468, 0x1f469,
        0x1f600, 0x20000, 0xe0001, 0xe0100};
enum { POOL = sizeof pool / sizeof *pool };

static const char *const rules[] = {
        "",
        " ",
        "a",
        "\r\n",
        "a\r\nb",
        "\n\r",
        "a\r\r\nb", /* WB3, 3a, 3b */
        "\u200d\u2764",
        "a\u200d\u2764",
        "\U0001f468\u200d\U0001f469\u200d\U0001f600", /* WB3c */
        "a  b",
        " \u0308",
        "a  \u0308b",
        "\u2003 \u3000a",
        " \u00a0 ", /* WB3d */
        "a\u0308b",
        "\u0308a",
        "a\n\u0308b",
        "a\u200db",
        "\u00ada",
        "a\u00adb c",
        "1\u0308.\u03082", /* WB4 */
        "word",
        "w\u00f6rd",
        "\u0441\u043b\u043e\u0432\u043e",
        "\u0643\u0644\u0645\u0629", /* WB5 */
        "can't",
        "can\u2019t",
        "ITU's",
        "a'",
        "'a",
        "a''b",
        "a:b",
        "a\u00b7b",
        "a.b",
        "U.S.A.",
        "I.C.A.O",
        "a.\u0308b",
        "l\u2019\u00e9t\u00e9",
        "a.1",
        "a,b", /* WB6, 7 */
        "\u05d0'",
        "\u05d0'\u05d0",
        "\u05d0\"\u05d0",
        "\u05d0\"",
        "\u05d0\"a",
        "\u05e6\u05d4\"\u05dc x", /* 7a-c */
        "12",
        "a1",
        "1a",
        "3GPP",
        "5G",
        "AI4A",
        "\u0661\u0663", /* WB8-10 */
        "3.2",
        "1,000.5",
        "1.",
        ".1",
        "1,,2",
        "1'000",
        "1:2",
        "1;2",
        "1.a",
        "2017/18",
        "\u0661\u066b\u0662",
        "\u30a2\u30ab",
        "\u30a2_\u30a2", /* WB13 */
        "a_b",
        "_",
        "__",
        "_1",
        "1_",
        "a_.b",
        "_'_",
        "a\u202fb",
        "10\u202f000",
        "mot\u202f!", /* WB13a, b */
        "\U0001f1e6\U0001f1ff\U0001f1e6",
        "a\U0001f1e6\U0001f1ff b",
        "\U0001f1e6\u0308\U0001f1ff\U0001f1e6 x",
        "\U0001f468\U0001f3fb",
        "user@example.org",
        "@",
        "a @ b",
        "a@1.b",
        "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35 ok",
        "\u56fd\u9645\u7535\u8054\uff08ITU\uff09\u3002",
        "\u65e5\u672c\u8a9e\u306e\u30c6\u30b9\u30c8",
        "\ud55c\uad6d\uc5b4 \uc2dc\ud5d8",
        "telecommunications/information and communication technologies (ICTs)\u00a0\u2013 "
        "AI\u2011enabled",
        ".........................................................................................."
        "....7",
        "                                                                                \u0308 a",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        "aaaaaaaaaa b"};

#endif
