/* The language of a document and of its passages, found from the text. A language without data in
 * this build is not tested. */
#include "document/document.h"
#include "text_findings.h"

#include <stdio.h>

static const struct {
	const char *tag, *text;
} TEXTS[] = {
        {"en",
	 "The keepers of the lamps in each harbour shall report to the council on the state of "
	 "the oil that was delivered to them in the course of the year."},
        {"fr",
	 "Les gardiens des feux de chaque port font rapport au conseil sur l’état de l’huile qui "
	 "leur a été livrée au cours de l’année, et sur les mesures prises par le directeur."},
        {"es",
	 "Los guardianes de las lámparas de cada puerto informarán al consejo sobre el estado del "
	 "aceite que se les ha entregado en el curso del año y sobre las medidas adoptadas."},
        {"ru",
	 "Хранители огней каждого порта представляют совету доклад о состоянии масла, которое было "
	 "им поставлено в течение года, а также о мерах, которые были приняты директором."},
        {"ar",
	 "يقدم حراس المصابيح في كل ميناء إلى المجلس تقريرا عن حالة الزيت الذي تم تسليمه إليهم خلال "
	 "السنة وعن التدابير التي اتخذها المدير في هذا الشأن."},
        {"zh", "每个港口的灯塔管理员应向理事会报告本年度交付给他们的灯油的状况，以及主任为此采取的"
	       "措施。"},
        {"zh-Hant", "每個港口的燈塔管理員應向理事會報告本年度交付給他們的燈油的狀況，以及主任為此採"
	            "取的措施。"},
        {"ja", "各港の灯台の管理者は、一年の間に届けられた油の状態と、そのために取られた措置につい"
	       "て評議会に報告する。"},
        {"ko", "각 항구의 등대 관리자는 한 해 동안 그들에게 전달된 기름의 상태와 이를 위해 취한 "
	       "조치를 이사회에 보고한다."},
        {"de", "Die Wärter der Lampen in jedem Hafen berichten dem Rat über den Zustand des Öls, "
	       "das ihnen im "
	       "Laufe des Jahres geliefert wurde, und über die Maßnahmen, die der Direktor "
	       "ergriffen hat."},
        {"it", "I custodi delle lampade di ogni porto riferiscono al consiglio sullo stato "
	       "dell’olio che è "
	       "stato loro consegnato nel corso dell’anno e sulle misure prese dal direttore."},
        {"nl", "De wachters van de lampen in elke haven brengen verslag uit aan de raad over de "
	       "toestand van "
	       "de olie die hun in de loop van het jaar is geleverd, en over de maatregelen."},
        {"pl", "Strażnicy lamp w każdym porcie składają radzie sprawozdanie o stanie oleju, który "
	       "został im "
	       "dostarczony w ciągu roku, oraz o środkach, które są podjęte przez dyrektora."},
        {"pt", "Os guardas das lâmpadas de cada porto informam o conselho sobre o estado do óleo "
	       "que lhes foi "
	       "entregue no decurso do ano, e também sobre as medidas que não foram tomadas."},
        {"da", "Vogterne af lamperne i hver havn skal aflægge rapport til rådet om "
	       "tilstanden af den olie, som er blevet leveret til dem i løbet af "
	       "året, og om de foranstaltninger, der er truffet."},
        {"sv", "Väktarna av lamporna i varje hamn ska rapportera till rådet om "
	       "tillståndet för den olja som har levererats till dem under året och "
	       "om de åtgärder som har vidtagits."},
        {"nb", "Vokterne av lampene i hver havn skal rapportere til rådet om "
	       "tilstanden til oljen som er blitt levert til dem i løpet av året, og "
	       "om tiltakene som direktøren har truffet."},
        {"fi", "Kunkin sataman lamppujen vartijat ilmoittavat neuvostolle öljyn "
	       "tilasta, joka on toimitettu heille vuoden aikana, ja niistä toimista, "
	       "jotka johtaja on toteuttanut."},
        {"cs", "Strážci lamp v každém přístavu podávají radě zprávu o stavu oleje, "
	       "který jim byl dodán v průběhu roku, a o opatřeních, která jsou "
	       "přijata ředitelem."},
        {"el", "Οι φύλακες των φάρων κάθε λιμανιού υποβάλλουν έκθεση στο συμβούλιο "
	       "για την κατάσταση του λαδιού που τους παραδόθηκε κατά τη διάρκεια του "
	       "έτους."},
        {"uk", "Доглядачі вогнів кожного порту подають раді звіт про стан олії, яку "
	       "їм було доставлено протягом року, а також про заходи, яких вжив "
	       "директор."},
        {"tr", "Her limanın lamba bekçileri, yıl boyunca kendilerine teslim edilen "
	       "yağın durumu ve bu konuda müdür tarafından alınan önlemler hakkında "
	       "kurula bir rapor sunar."},
        {"ro", "Paznicii lămpilor din fiecare port prezintă consiliului un raport "
	       "privind starea uleiului care le-a fost livrat în cursul anului și "
	       "măsurile care au fost luate de director."},
        {"hu", "Az egyes kikötők lámpáinak őrei jelentést tesznek a tanácsnak az év "
	       "során nekik szállított olaj állapotáról, valamint azokról az "
	       "intézkedésekről, amelyeket az igazgató hozott."},
        {"bg", "Пазачите на фаровете във всяко пристанище докладват на съвета за "
	       "състоянието на маслото, което им е било доставено през годината, и за "
	       "мерките, които са били взети."},
        {"id", "Para penjaga lampu di setiap pelabuhan melaporkan kepada dewan "
	       "tentang keadaan minyak yang telah diserahkan kepada mereka dalam "
	       "tahun itu dan tindakan yang diambil oleh direktur."},
        {"vi", "Những người gác đèn ở mỗi cảng báo cáo với hội đồng về tình trạng của "
	       "dầu đã được giao cho họ trong năm và về các biện pháp mà giám đốc đã "
	       "thực hiện."},
        {"hi", "प्रत्येक बंदरगाह के दीपों के रक्षक परिषद को उस तेल की स्थिति के बारे "
	       "में सूचना देते हैं जो वर्ष के दौरान उन्हें दिया गया था।"},
        {"fa", "نگهبانان چراغ‌های هر بندر درباره وضعیت روغنی که در طول سال "
	       "به "
	       "آنها "
	       "تحویل داده شده است و اقداماتی که مدیر انجام داده است به شورا گزارش "
	       "می‌دهند."}};

enum { TEXTS_COUNT = sizeof TEXTS / sizeof *TEXTS };

static bool
is_listed(clausary_context *context, const char *tag)
{
	const char *name;
	for (size_t i = 0; (name = clausary_list(context, CLAUSARY_LIST_LANGUAGES, i).name); i++)
		if (strlen(name) == strlen(tag) && strncmp(name, tag, 2) == 0)
			return true;
	return false;
}

static clausary_document *
read_text(clausary_context *context, const char *language, const char *text)
{
	clausary_read_options options = {.language = language, .format = "text"};
	clausary_document *document = NULL;
	ck_assert_int_eq(
	        clausary_read(&document, context, clausary_slice_of(text), "test", &options),
	        CLAUSARY_OK);
	return document;
}

static void
expect(clausary_context *context, const char *text, const char *tag)
{
	clausary_document *document = read_text(context, NULL, text);
	ck_assert_msg(strcmp(clausary_document_language(document), tag) == 0, "'%.40s': %s, not %s",
	              text, clausary_document_language(document), tag);
	clausary_document_free(document);
}

static const char *
text_in(const char *tag)
{
	for (size_t i = 0; i < TEXTS_COUNT; i++)
		if (strcmp(TEXTS[i].tag, tag) == 0)
			return TEXTS[i].text;
	return "";
}

START_TEST(each_language)
{
	clausary_context *context;
	ck_assert_int_eq(clausary_context_new(&context, NULL), CLAUSARY_OK);
	for (size_t i = 0; i < TEXTS_COUNT; i++)
		if (is_listed(context, TEXTS[i].tag))
			expect(context, TEXTS[i].text, TEXTS[i].tag);
	clausary_context_free(context);
}
END_TEST

/* Those with a language of data that is much like theirs, and those in scripts of none. */
START_TEST(no_known_language)
{
	static const char *const OTHERS[] = {
	        "Iga sadama lampide valvurid annavad nõukogule aru õli seisukorrast, mis neile "
	        "aasta "
	        "jooksul toimetati, ja meetmetest, mille direktor on võtnud.",
	        "Walinzi wa taa katika kila bandari watatoa taarifa kwa baraza kuhusu hali ya "
	        "mafuta "
	        "waliyopewa katika mwaka huo na kuhusu hatua zilizochukuliwa na mkurugenzi.",
	        "თითოეული ნავსადგურის ლამპების მცველები საბჭოს აცნობებენ იმ ზეთის მდგომარეობას, "
	        "რომელიც მათ წლის განმავლობაში მიეწოდათ.",
	        "שומרי המנורות בכל נמל ידווחו למועצה על מצב השמן שנמסר להם במהלך השנה ועל הצעדים "
	        "שננקטו על ידי המנהל.",
	        "ผู้ดูแลตะเกียงในแต่ละท่าเรือ"
	        "จะรายงานต่อสภาเกี่ยวกับสภาพของน้ำมัน"};
	clausary_context *context;
	ck_assert_int_eq(clausary_context_new(&context, NULL), CLAUSARY_OK);
	for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
		expect(context, OTHERS[i], "und");
	clausary_context_free(context);
}
END_TEST

/* Many keyboards have the Arabic yeh and kaf alone. */
START_TEST(letters_that_writers_exchange)
{
	clausary_context *context;
	ck_assert_int_eq(clausary_context_new(&context, NULL), CLAUSARY_OK);
	expect(context,
	       "نگهبانان چراغهاي هر بندر درباره وضعيت روغني كه در طول سال به آنها تحويل "
	       "داده شده است به شورا گزارش مي دهند و گفتگو مي كنند.",
	       "fa");
	clausary_context_free(context);
}
END_TEST

START_TEST(a_text_too_short_to_tell)
{
	clausary_context *context;
	ck_assert_int_eq(clausary_context_new(&context, NULL), CLAUSARY_OK);
	expect(context, "", "en");
	expect(context, "12.5", "en");
	expect(context, "Harbour Lamps (HL)", "en");
	expect(context, "Порт (1938)", "ru");
	clausary_context_free(context);
}
END_TEST

/* Languages that the options name are not asked for; that of a part of the text does not win. */
START_TEST(told_and_mixed)
{
	clausary_context *context;
	clausary_buffer text = {0};
	ck_assert_int_eq(clausary_context_new(&context, NULL), CLAUSARY_OK);
	clausary_document *document = read_text(context, "ru", text_in("en"));
	ck_assert_str_eq(clausary_document_language(document), "ru");
	clausary_document_free(document);
	clausary_buffer_print(&text,
	                      "LES FEUX DES PORTS ET DES CÔTES\n\nRapport du directeur\n\n%s\n%s",
	                      text_in("en"), text_in("en"));
	clausary_buffer_add_byte(&text, '\0');
	expect(context, text.data, "en");
	clausary_buffer_finish(&text);
	clausary_context_free(context);
}
END_TEST

static void
expect_said(clausary_context *context, const char *said, const char *body, const char *wanted,
            const char *tag)
{
	clausary_read_options options = {.language = wanted, .format = "html"};
	clausary_document *document = NULL;
	clausary_buffer text = {0};
	clausary_buffer_print(&text, "<html lang=\"%s\"><body><p>%s</p></body></html>", said, body);
	ck_assert_int_eq(
	        clausary_read(&document, context, clausary_buffer_slice(&text), "test", &options),
	        CLAUSARY_OK);
	ck_assert_str_eq(clausary_document_language(document), tag);
	clausary_document_free(document);
	clausary_buffer_finish(&text);
}

/* The region that a file says is that of a keyboard; what the user says is kept. */
START_TEST(no_region_but_the_users)
{
	clausary_context *context;
	ck_assert_int_eq(clausary_context_new(&context, NULL), CLAUSARY_OK);
	expect_said(context, "en-GB", text_in("en"), NULL, "en");
	expect_said(context, "en-GB", "Harbour Lamps (HL)", NULL, "en");
	expect_said(context, "fr-CA", "HL", NULL, "fr");
	expect_said(context, "zh-CN", "HL", NULL, "zh");
	expect_said(context, "zh-TW", "HL", NULL, "zh-Hant");
	expect_said(context, "sr-Latn-RS", "HL", NULL, "sr-Latn");
	expect_said(context, "ar-SA", text_in("en"), NULL, "en");
	expect_said(context, "en-GB", text_in("en"), "en-US", "en-US");
	clausary_context_free(context);
}
END_TEST

/* The languages of the blocks of a text, in order; "-" for that of the text. */
static void
expect_passages(clausary_context *context, const char *text, const char *languages)
{
	clausary_document *document = read_text(context, NULL, text);
	clausary_buffer found = {0};
	for (size_t i = 0; i < document->blocks.count; i++)
		clausary_buffer_print(&found, "%s%s", i ? " " : "",
		                      document->blocks.items[i].language
		                              ? document->blocks.items[i].language
					      : "-");
	clausary_buffer_add_byte(&found, '\0');
	ck_assert_str_eq(found.data, languages);
	clausary_buffer_finish(&found);
	clausary_document_free(document);
}

START_TEST(passages)
{
	enum { AROUND = 4 }; /* times the text, of which a passage is a part */
	clausary_context *context;
	clausary_buffer text = {0};
	ck_assert_int_eq(clausary_context_new(&context, NULL), CLAUSARY_OK);
	for (size_t i = 1; i < TEXTS_COUNT; i++) {
		char wanted[64];
		if (!is_listed(context, TEXTS[i].tag))
			continue;
		text.size = 0;
		for (int j = 0; j < AROUND; j++)
			clausary_buffer_print(&text, "%s ", text_in("en"));
		clausary_buffer_print(&text, "\n%s\n%s\nTIDE-7 (HL)\n%s\n", text_in("en"),
		                      TEXTS[i].text, text_in("en"));
		clausary_buffer_add_byte(&text, '\0');
		snprintf(wanted, sizeof wanted, "- - %s - -", TEXTS[i].tag);
		expect_passages(context, text.data, wanted);
	}
	clausary_buffer_finish(&text);
	clausary_context_free(context);
}
END_TEST

/* A term in another script is of another language; an acronym or a name in it is not. */
START_TEST(terms_in_another_script)
{
	clausary_context *context;
	clausary_buffer text = {0};
	ck_assert_int_eq(clausary_context_new(&context, NULL), CLAUSARY_OK);
	clausary_buffer_print(&text, "%s\n%s\nharbour lamp register\nHLR\nITU-T E.9\n",
	                      text_in("ar"), text_in("ar"));
	clausary_buffer_add_byte(&text, '\0');
	if (is_listed(context, "ar"))
		expect_passages(context, text.data, "- - en - -");
	clausary_buffer_finish(&text);
	clausary_context_free(context);
}
END_TEST

UNIT_MAIN(document_language, each_language, no_known_language, letters_that_writers_exchange,
          a_text_too_short_to_tell, told_and_mixed, no_region_but_the_users, passages,
          terms_in_another_script)
