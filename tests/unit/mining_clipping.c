/* Clippings, and where names begin in text without blanks. */
#include "mining/clipping.h"
#include "mining/name_edge.h"
#include "unit.h"

static bool
clips(const char *form, const char *name)
{
	return clausary_clipping_of(clausary_slice_of(form), clausary_slice_of(name));
}

START_TEST(letters_in_their_order)
{
	ck_assert(clips("港联", "阿尔米拉港务联盟"));
	ck_assert(clips("国际浮联", "国际浮标通信联盟"));
	ck_assert(clips("AP港联", "阿尔米拉港务联盟"));
	ck_assert(clips("항연", "항만 연합회"));
	ck_assert(!clips("联港", "阿尔米拉港务联盟"));
	ck_assert(!clips("港盟会", "阿尔米拉港务联盟"));
	ck_assert(!clips("联联", "阿尔米拉港务联盟"));
}
END_TEST

START_TEST(neither_one_letter_nor_the_whole)
{
	ck_assert(!clips("港", "港务联盟"));
	ck_assert(!clips("港务联盟", "港务联盟"));
	ck_assert(!clips("", "港务联盟"));
	ck_assert(!clips("港联", ""));
	ck_assert(!clips("PA", "Port Almira"));
	ck_assert(!clips("联盟", "港务联盟"));
}
END_TEST

START_TEST(as_far_as_it_goes)
{
	clausary_slice name = CLAUSARY_SLICE("阿尔米拉港务联盟");
	ck_assert_uint_eq(clausary_clipping_read(CLAUSARY_SLICE("港联成立于"), name), 6);
	ck_assert_uint_eq(clausary_clipping_read(CLAUSARY_SLICE("港联"), name), 6);
	ck_assert_uint_eq(clausary_clipping_read(CLAUSARY_SLICE("港，联"), name), 0);
	ck_assert_uint_eq(clausary_clipping_read(CLAUSARY_SLICE("灯联"), name), 0);
	ck_assert_uint_eq(clausary_clipping_read(name, name), 0);
}
END_TEST

/* The name that ends `text` and that `form` may stand for; "" where there is none. */
static void
expect_name(const char *text, const char *form, bool entry, const char *name)
{
	clausary_read_options options = {.format = "text", .language = "zh"};
	clausary_context *context;
	clausary_document *document;
	clausary_locale *locale;
	clausary_mining mining = {0};
	float confidence;
	ck_assert_int_eq(clausary_context_new(&context, NULL), CLAUSARY_OK);
	ck_assert_int_eq(
	        clausary_read(&document, context, clausary_slice_of(text), "test", &options),
	        CLAUSARY_OK);
	ck_assert_int_eq(clausary_locale_open(&locale, context, "zh"), CLAUSARY_OK);
	mining.document = document;
	mining.cues = clausary_cues_of(locale);
	clausary_passage passage = {.span = {0, (uint32_t)strlen(text)}};
	clausary_tokens_read(&mining.tokens, document, passage.span);
	passage.count = (uint32_t)mining.tokens.count;
	clausary_array_push(&mining.tokens, ((clausary_token){.start = passage.span.end,
	                                                      .kind = CLAUSARY_TOKEN_MARK}));
	size_t first = clausary_name_start(&mining, clausary_slice_of(form), &passage,
	                                   passage.count - 1, entry, &confidence);
	clausary_slice found = CLAUSARY_SLICE("");
	if (confidence > 0)
		found = clausary_slice_span(
		        clausary_document_text(document),
		        clausary_mining_span(&mining, first, passage.count - 1));
	ck_assert_msg(clausary_slice_equal(found, clausary_slice_of(name)), "'%s': '%.*s'", text,
	              (int)found.size, found.data);
	clausary_array_finish(&mining.tokens);
	clausary_document_free(document);
	clausary_context_free(context);
}

START_TEST(after_words_that_names_do_not_hold)
{
	expect_name("港口数据委员会", "PDC", false, "港口数据委员会");
	expect_name("报告由港口数据委员会", "PDC", false, "港口数据委员会");
	expect_name("潮汐很大，港口数据委员会", "PDC", false, "港口数据委员会");
	expect_name("各港使用航标系统", "BS", false, "航标系统");
	expect_name("新的浮标控制器", "BC", false, "浮标控制器");
}
END_TEST

START_TEST(what_names_hold)
{
	expect_name("由数据处理单元", "DPU", false, "数据处理单元");
	expect_name("在港口教育、科学及文化组织", "PESCO", false, "港口教育、科学及文化组织");
	expect_name("阿尔米拉灯塔大学与潮汐研究所", "TRI", false, "潮汐研究所");
	expect_name("采用XYZ注入", "XYZI", false, "XYZ注入");
}
END_TEST

START_TEST(the_head_of_an_entry)
{
	expect_name("与灯塔无关的可移动航标", "MNB", true, "与灯塔无关的可移动航标");
	expect_name("与灯塔无关的可移动航标", "MNB", false, "可移动航标");
}
END_TEST

START_TEST(clippings_need_their_letters)
{
	expect_name("秘书处设在阿尔米拉港务联盟", "港联", false, "阿尔米拉港务联盟");
	expect_name("秘书处设在阿尔米拉港务联盟", "灯盟", false, "");
}
END_TEST

UNIT_MAIN(mining_clipping, letters_in_their_order, neither_one_letter_nor_the_whole,
          as_far_as_it_goes, after_words_that_names_do_not_hold, what_names_hold,
          the_head_of_an_entry, clippings_need_their_letters)
